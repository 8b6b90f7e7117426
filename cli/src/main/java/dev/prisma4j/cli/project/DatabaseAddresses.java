// Finds the addresses of the project's databases: flags beat the environment, the configuration, the schema.
package dev.prisma4j.cli.project;

import dev.prisma4j.cli.config.Environment;
import dev.prisma4j.cli.config.ProjectConfig;
import dev.prisma4j.cli.config.Template;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The databases that one command may need. */
final class DatabaseAddresses {
    private static final String URL_VARIABLE = "PRISMA4J_DATABASE_URL";
    private static final String SHADOW_VARIABLE = "PRISMA4J_SHADOW_DATABASE_URL";
    private static final String LAST_RESORT = "DATABASE_URL";

    private final Project project;
    private final Environment environment;
    private final ProjectConfig config;
    private final @Nullable Datasource datasource;

    DatabaseAddresses(Project project, @Nullable Datasource datasource) {
        this.project = project;
        this.environment = project.environment();
        this.config = project.config();
        this.datasource = datasource;
    }

    /** The database that the client uses. */
    DatabaseAddress main(@Nullable String flag) {
        DatabaseAddress chosen = first(
                () -> fromFlag(flag),
                () -> fromVariable(URL_VARIABLE),
                () -> fromConfig(config.datasourceUrl(), "datasource.url"),
                () -> datasource == null ? null : fromSchema(datasource.url(), "url"),
                () -> fromVariable(LAST_RESORT));
        if (chosen == null) {
            throw CommandFailure.of(
                    "no database was named",
                    "set datasource.url in prisma.config.toml or DATABASE_URL in the environment, or give --url URL");
        }
        return chosen;
    }

    /** The database to migrate, which may be reached past a pooler. */
    DatabaseAddress forMigrations(@Nullable String flag) {
        DatabaseAddress chosen = first(
                () -> fromFlag(flag),
                () -> fromVariable(URL_VARIABLE),
                () -> fromConfig(config.directUrl(), "datasource.directUrl"),
                () -> datasource == null ? null : fromSchema(datasource.directUrl(), "directUrl"));
        return chosen == null ? main(null) : chosen;
    }

    /**
     * The database that migrations are tried on, or null where the toolkit shall make one. A variable that is named for it
     * and not set is no failure: where migrations are only deployed there is none.
     */
    @Nullable
    DatabaseAddress shadow(@Nullable String flag) {
        DatabaseAddress chosen = first(
                () -> fromFlag(flag),
                () -> fromVariable(SHADOW_VARIABLE),
                () -> isSet(config.shadowDatabaseUrl())
                        ? fromConfig(config.shadowDatabaseUrl(), "datasource.shadowDatabaseUrl")
                        : null,
                () -> datasource != null && isSet(datasource.shadowDatabaseUrl())
                        ? fromSchema(datasource.shadowDatabaseUrl(), "shadowDatabaseUrl")
                        : null);
        return chosen == null || chosen.text().isBlank() ? null : chosen;
    }

    private boolean isSet(@Nullable Template template) {
        return template != null && template.isKnown(environment);
    }

    private boolean isSet(@Nullable ConfigValue value) {
        return !(value instanceof ConfigValue.Env env) || environment.get(env.variable()) != null;
    }

    /** The first that there is; those behind it are not looked at, for what they need may be missing. */
    @SafeVarargs
    private static @Nullable DatabaseAddress first(Supplier<@Nullable DatabaseAddress>... candidates) {
        for (Supplier<@Nullable DatabaseAddress> candidate : candidates) {
            DatabaseAddress found = candidate.get();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable DatabaseAddress fromFlag(@Nullable String flag) {
        return flag == null ? null : new DatabaseAddress(flag, project.workingFolder(), "the command line");
    }

    private @Nullable DatabaseAddress fromVariable(String name) {
        String value = environment.nonBlank(name);
        return value == null ? null : new DatabaseAddress(value, project.workingFolder(), name);
    }

    private @Nullable DatabaseAddress fromConfig(@Nullable Template template, String key) {
        Path file = config.file();
        if (template == null || file == null) {
            return null;
        }
        String origin = key + " in " + SourceReader.displayName(file, project.workingFolder());
        return new DatabaseAddress(template.resolve(environment, origin), config.folder(), origin);
    }

    private @Nullable DatabaseAddress fromSchema(@Nullable ConfigValue value, String key) {
        String origin = key + " in the schema's datasource block";
        if (value instanceof ConfigValue.Text text) {
            return new DatabaseAddress(text.value(), schemaFolder(), origin);
        }
        if (value instanceof ConfigValue.Env env) {
            String found = environment.get(env.variable());
            if (found == null) {
                throw Template.missing(env.variable(), origin);
            }
            return new DatabaseAddress(found, schemaFolder(), env.variable());
        }
        return null;
    }

    // Prisma 5 and 6 start relative paths from the file that holds the datasource block.
    private Path schemaFolder() {
        Path parent = datasource == null
                ? null
                : project.workingFolder().resolve(datasource.sourceFile()).getParent();
        return parent == null ? project.schema().folder() : parent.normalize();
    }
}
