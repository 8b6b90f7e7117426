package dev.prisma4j.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The datasource block.
 *
 * @param name the block's name; also the prefix of native types ({@code db} in {@code @db.Text})
 * @param provider the kind of database
 * @param url where it is, if the schema says so (Prisma 5 and 6), or null
 * @param directUrl for migrations past a pooler, or null
 * @param shadowDatabaseUrl or null
 * @param relationMode who keeps relations intact
 * @param schemas the database schemas of a multi-schema project; empty for a single one
 * @param extensions the PostgreSQL extensions
 * @param documentation the {@code ///} comment, or null
 * @param sourceFile the name of the file that holds the block
 */
public record Datasource(
        String name,
        Provider provider,
        @Nullable ConfigValue url,
        @Nullable ConfigValue directUrl,
        @Nullable ConfigValue shadowDatabaseUrl,
        RelationMode relationMode,
        List<String> schemas,
        List<Extension> extensions,
        @Nullable String documentation,
        String sourceFile) {
    public Datasource {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
    }

    /** The same for another kind of database, without an address. */
    Datasource with(Provider other) {
        return new Datasource(
                name, other, null, null, null, relationMode, schemas, extensions, documentation, sourceFile);
    }

    /**
     * A PostgreSQL extension.
     *
     * @param name its name in the schema
     * @param databaseName its name in the database ({@code map:}), or null where equal
     * @param version or null
     * @param schema the schema it is installed in, or null
     */
    public record Extension(
            String name,
            @Nullable String databaseName,
            @Nullable String version,
            @Nullable String schema) {}
}
