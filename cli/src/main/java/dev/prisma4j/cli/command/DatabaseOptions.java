// The options by which commands find their project and its database.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --url}, and {@code --schema} and {@code --config}. */
final class DatabaseOptions {
    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database's address. Default: PRISMA4J_DATABASE_URL, what the configuration or the schema"
                    + " says, or DATABASE_URL.")
    private @Nullable String url;

    /** Whether the user named a schema. */
    boolean namesSchema() {
        return project.namesSchema();
    }

    Project find(CommandContext context) {
        return project.find(context);
    }

    /** The project with its schema read; fails with every error of the schema. */
    LoadedProject load(CommandContext context) {
        return project.load(context);
    }

    /** The project and its migrations, ready to work on the database. */
    MigrationProject migrations(CommandContext context) {
        return MigrationProject.of(load(context), url, context.terminal());
    }

    /** What {@code --url} says, or null. */
    @Nullable
    String url() {
        return url;
    }
}
