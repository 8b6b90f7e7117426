package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * What introspection found.
 *
 * @param files the schema, formatted, in as many files as before
 * @param models how many models it has
 * @param warnings what the schema language cannot say, in sentences for people
 * @param views the queries of the views, for {@code views.path}
 */
public record Introspection(List<SourceFile> files, int models, List<String> warnings, Map<ObjectName, String> views) {
    public Introspection {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
        views = Map.copyOf(views);
    }
}
