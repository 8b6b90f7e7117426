// What one side of "migrate diff" was given as.
package dev.prisma4j.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison; with everything null and false, it is nothing at all.
 *
 * @param flag the prefix of its options, for messages
 * @param schema a schema to read
 * @param migrations a folder of migrations
 * @param configured whether it is the project's database
 * @param datasource a schema that names a database
 * @param url a database
 */
record DiffSource(
        String flag,
        @Nullable Path schema,
        @Nullable Path migrations,
        boolean configured,
        @Nullable Path datasource,
        @Nullable String url) {

    boolean isDatabase() {
        return configured || datasource != null || url != null;
    }
}
