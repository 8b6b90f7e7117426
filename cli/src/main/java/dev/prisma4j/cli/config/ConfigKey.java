// The keys of the configuration, named as in Prisma's own.
package dev.prisma4j.cli.config;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key that a configuration file may set. */
enum ConfigKey {
    SCHEMA("schema", false),
    DATASOURCE_URL("datasource.url", false),
    DATASOURCE_DIRECT_URL("datasource.directUrl", false),
    DATASOURCE_SHADOW_DATABASE_URL("datasource.shadowDatabaseUrl", false),
    MIGRATIONS_PATH("migrations.path", false),
    MIGRATIONS_SEED("migrations.seed", false),
    MIGRATIONS_INIT_SHADOW_DB("migrations.initShadowDb", false),
    VIEWS_PATH("views.path", false),
    TYPED_SQL_PATH("typedSql.path", false),
    TABLES_EXTERNAL("tables.external", true),
    ENUMS_EXTERNAL("enums.external", true);

    private final String path;
    private final boolean list;

    ConfigKey(String path, boolean list) {
        this.path = path;
        this.list = list;
    }

    /** The key with its sections, for example {@code datasource.url}. */
    String path() {
        return path;
    }

    /** Whether the value is a list of strings rather than a string. */
    boolean isList() {
        return list;
    }

    /** Whether a default in its place could mean another database, or other migrations, than the user's. */
    boolean decidesOnData() {
        return switch (this) {
            case DATASOURCE_URL,
                    DATASOURCE_DIRECT_URL,
                    DATASOURCE_SHADOW_DATABASE_URL,
                    MIGRATIONS_PATH,
                    MIGRATIONS_SEED,
                    MIGRATIONS_INIT_SHADOW_DB -> true;
            default -> false;
        };
    }

    static @Nullable ConfigKey of(String path) {
        for (ConfigKey key : values()) {
            if (key.path.equals(path)) {
                return key;
            }
        }
        return null;
    }

    /** Whether other keys live below this one, as {@code datasource.url} does below {@code datasource}. */
    static boolean isSection(String path) {
        return Arrays.stream(values()).anyMatch(key -> key.path.startsWith(path + "."));
    }

    static List<String> paths() {
        return Arrays.stream(values()).map(ConfigKey::path).toList();
    }
}
