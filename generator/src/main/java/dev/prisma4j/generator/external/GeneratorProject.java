package dev.prisma4j.generator.external;

import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What generators may know of the project that they run in.
 *
 * @param schema the datamodel
 * @param sources the schema's files; their names are relative to the working folder
 * @param schemaPath the schema's file or folder
 * @param workingFolder the folder that programs are started in
 * @param environment the variables that programs see
 * @param queries the typed queries, or null where they were not asked for
 * @param allowsNoModels whether a schema without models is fine
 * @param limits how long generators may take
 */
public record GeneratorProject(
        Schema schema,
        List<SourceFile> sources,
        Path schemaPath,
        Path workingFolder,
        Map<String, String> environment,
        @Nullable List<SqlQuery> queries,
        boolean allowsNoModels,
        Limits limits) {
    public GeneratorProject {
        sources = List.copyOf(sources);
        environment = Map.copyOf(environment);
        queries = queries == null ? null : List.copyOf(queries);
        schemaPath = workingFolder.resolve(schemaPath).toAbsolutePath().normalize();
        workingFolder = workingFolder.toAbsolutePath().normalize();
    }

    /**
     * How long generators may take.
     *
     * @param manifest until a program has said what it is; it may have to be fetched first, as by {@code npx}
     * @param generation until it is done
     */
    public record Limits(Duration manifest, Duration generation) {
        /** Two minutes to start, ten to generate. */
        public static final Limits DEFAULT = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(10));
    }

    /** The file that holds a block, absolute. */
    Path file(String sourceFile) {
        return workingFolder.resolve(sourceFile).normalize();
    }

    /** The folder of the file that holds a block. */
    Path folderOf(String sourceFile) {
        Path parent = file(sourceFile).getParent();
        return parent == null ? workingFolder : parent;
    }

    /** All of the schema as one text. */
    String datamodel() {
        StringBuilder text = new StringBuilder();
        for (SourceFile source : sources) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(source.text());
        }
        return text.toString();
    }
}
