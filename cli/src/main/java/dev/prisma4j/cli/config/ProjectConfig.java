// What a project's configuration file says, whichever form it has.
package dev.prisma4j.cli.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a project, as written: nothing is looked up or checked against the file system yet.
 *
 * @param file the configuration file, or null where there is none
 * @param folder what relative paths in it start from: the folder of the file, or the working folder
 * @param schema the schema file or folder
 * @param datasourceUrl the database's address
 * @param directUrl the address for migrations, past a pooler
 * @param shadowDatabaseUrl the database that migrations are tried on
 * @param migrationsPath the folder of migrations
 * @param migrationsSeed the command that fills the database
 * @param initShadowDatabase SQL that runs on the shadow database before the migrations
 * @param viewsPath the folder of view definitions
 * @param typedSqlPath the folder of SQL queries
 * @param externalTables tables that migrations leave alone
 * @param externalEnums enums that migrations leave alone
 * @param computedLists lists that only running the file would tell, with their places
 * @param notes what a TypeScript or JavaScript configuration says that is not understood without running it
 */
public record ProjectConfig(
        @Nullable Path file,
        Path folder,
        @Nullable Template schema,
        @Nullable Template datasourceUrl,
        @Nullable Template directUrl,
        @Nullable Template shadowDatabaseUrl,
        @Nullable Template migrationsPath,
        @Nullable Template migrationsSeed,
        @Nullable Template initShadowDatabase,
        @Nullable Template viewsPath,
        @Nullable Template typedSqlPath,
        List<String> externalTables,
        List<String> externalEnums,
        Map<String, String> computedLists,
        List<String> notes) {
    public ProjectConfig {
        externalTables = List.copyOf(externalTables);
        externalEnums = List.copyOf(externalEnums);
        computedLists = Map.copyOf(computedLists);
        notes = List.copyOf(notes);
    }

    /** The configuration of a project that has no configuration file. */
    public static ProjectConfig none(Path folder) {
        return new ProjectConfig(
                null, folder, null, null, null, null, null, null, null, null, null, List.of(), List.of(), Map.of(),
                List.of());
    }

    /** The configuration made of settings that a file's reader found. */
    static ProjectConfig of(Path file, Path folder, Settings settings, List<String> notes) {
        return new ProjectConfig(
                file,
                folder,
                settings.text(ConfigKey.SCHEMA),
                settings.text(ConfigKey.DATASOURCE_URL),
                settings.text(ConfigKey.DATASOURCE_DIRECT_URL),
                settings.text(ConfigKey.DATASOURCE_SHADOW_DATABASE_URL),
                settings.text(ConfigKey.MIGRATIONS_PATH),
                settings.text(ConfigKey.MIGRATIONS_SEED),
                settings.text(ConfigKey.MIGRATIONS_INIT_SHADOW_DB),
                settings.text(ConfigKey.VIEWS_PATH),
                settings.text(ConfigKey.TYPED_SQL_PATH),
                settings.list(ConfigKey.TABLES_EXTERNAL),
                settings.list(ConfigKey.ENUMS_EXTERNAL),
                settings.computedLists(),
                notes);
    }
}
