// The options by which every command finds its project.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --schema} and {@code --config}. */
final class ProjectOptions {
    @Option(
            names = "--schema",
            paramLabel = "FILE|DIR",
            description = "The schema file, or a folder of .prisma files. Default: what the configuration names, else"
                    + " ./schema.prisma, ./prisma/schema.prisma or ./prisma/schema/.")
    private @Nullable Path schema;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The configuration file. Default: ./prisma.config.toml, else ./prisma.config.ts or .js, which is"
                            + " read but not run.")
    private @Nullable Path config;

    /** Whether the user named a schema. */
    boolean namesSchema() {
        return schema != null;
    }

    Project find(CommandContext context) {
        return Project.find(context, schema, config);
    }

    /** The project with its schema read; fails with every error of the schema. */
    LoadedProject load(CommandContext context) {
        return LoadedProject.load(find(context), context.terminal());
    }
}
