// A project as a command sees it: flags, environment, configuration and schema brought together.
package dev.prisma4j.cli.project;

import dev.prisma4j.cli.config.ConfigFiles;
import dev.prisma4j.cli.config.Environment;
import dev.prisma4j.cli.config.ProjectConfig;
import dev.prisma4j.cli.config.Template;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.schema.env.DotEnv;
import dev.prisma4j.schema.model.Datasource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a project is. Flags beat the environment, which beats the configuration, which beats the schema.
 *
 * @param workingFolder the folder the user is in
 * @param environment the process's variables and those of {@code .env} files
 * @param config what the configuration file says
 * @param schema where the schema is
 */
public record Project(Path workingFolder, Environment environment, ProjectConfig config, SchemaLocation schema) {
    private static final String SCHEMA_VARIABLE = "PRISMA4J_SCHEMA";
    private static final String CONFIG_VARIABLE = "PRISMA4J_CONFIG";

    /**
     * Finds the project around a command, and says on the terminal what of its configuration is not understood.
     *
     * @param schemaFlag {@code --schema}, or null
     * @param configFlag {@code --config}, or null
     */
    public static Project find(CommandContext context, @Nullable Path schemaFlag, @Nullable Path configFlag) {
        Path folder = context.workingFolder();
        Environment environment = environment(context);
        String configVariable = environment.nonBlank(CONFIG_VARIABLE);
        Path configFile = configFlag != null
                ? context.resolve(configFlag)
                : configVariable != null ? folder.resolve(configVariable) : null;
        ProjectConfig config = ConfigFiles.read(folder, configFile);
        config.notes().forEach(note -> context.terminal().warn(note));
        if (!config.folder().equals(folder)) {
            environment = withDotEnv(environment, config.folder().resolve(".env"), folder);
        }
        SchemaLocation schema = locateSchema(context, schemaFlag, environment, config);
        // Prisma 6 keeps it beside the schema.
        environment = withDotEnv(environment, schema.folder().resolve(".env"), folder);
        return new Project(folder, environment, config, schema);
    }

    /** The variables of a process and of the {@code .env} file in its folder, where there is no project. */
    public static Environment environment(CommandContext context) {
        Path folder = context.workingFolder();
        return withDotEnv(Environment.of(context.environment()), folder.resolve(".env"), folder);
    }

    private static SchemaLocation locateSchema(
            CommandContext context, @Nullable Path flag, Environment environment, ProjectConfig config) {
        Path folder = context.workingFolder();
        if (flag != null) {
            return SchemaLocation.named(context.resolve(flag), folder, "--schema");
        }
        String variable = environment.nonBlank(SCHEMA_VARIABLE);
        if (variable != null) {
            return SchemaLocation.named(folder.resolve(variable).normalize(), folder, SCHEMA_VARIABLE);
        }
        Template configured = config.schema();
        if (configured != null) {
            Path path = config.folder()
                    .resolve(configured.resolve(environment, "schema"))
                    .normalize();
            return SchemaLocation.named(path, folder, "named by the configuration");
        }
        return SchemaLocation.search(config.folder(), folder);
    }

    private static Environment withDotEnv(Environment environment, Path file, Path workingFolder) {
        if (!Files.isRegularFile(file)) {
            return environment;
        }
        return environment.with(
                DotEnv.parse(SourceReader.read(file, workingFolder).text()));
    }

    /**
     * The address of the database that the client uses.
     *
     * @param flag {@code --url}, or null
     * @param datasource the schema's datasource block, or null where it is not known
     * @throws CommandFailure when none is named, or a variable it needs is not set
     */
    public DatabaseAddress database(@Nullable String flag, @Nullable Datasource datasource) {
        return new DatabaseAddresses(this, datasource).main(flag);
    }

    /** The address of the database to migrate: {@code directUrl} where there is one. */
    public DatabaseAddress databaseToMigrate(@Nullable String flag, @Nullable Datasource datasource) {
        return new DatabaseAddresses(this, datasource).forMigrations(flag);
    }

    /** The address of the shadow database, or null where the toolkit shall make one. */
    public @Nullable DatabaseAddress shadowDatabase(@Nullable String flag, @Nullable Datasource datasource) {
        return new DatabaseAddresses(this, datasource).shadow(flag);
    }

    /** The folder of migrations: the configured one, or {@code migrations} beside the schema. */
    public Path migrationsFolder() {
        Template configured = config.migrationsPath();
        if (configured != null) {
            return config.folder()
                    .resolve(configured.resolve(environment, "migrations.path"))
                    .normalize();
        }
        Path inside = schema.folder().resolve("migrations");
        Path above = schema.folder().resolveSibling("migrations");
        // A schema folder is often prisma/schema, with prisma/migrations beside it.
        boolean beside = Files.isDirectory(schema.path()) && !Files.isDirectory(inside) && Files.isDirectory(above);
        return beside ? above : inside;
    }
}
