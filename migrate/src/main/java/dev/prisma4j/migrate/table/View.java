package dev.prisma4j.migrate.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param name its name
 * @param definition its query, or null where the user may not see it
 * @param columns its columns
 * @param comment the database's comment on it, or null
 * @param findings what it has that the schema language cannot say
 */
public record View(
        ObjectName name,
        @Nullable String definition,
        List<Column> columns,
        @Nullable String comment,
        List<Finding> findings) {
    public View {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }
}
