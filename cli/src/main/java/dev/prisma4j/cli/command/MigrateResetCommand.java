// prisma4j migrate reset
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.DatabaseAddress;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.error.MigrateErrors;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Empties the database and applies all migrations. */
@Command(
        name = "reset",
        description = "Empty the database, apply all migrations, and run the seed command. All data is lost.")
public final class MigrateResetCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = {"-f", "--force"},
            description = "Do not ask.")
    private boolean force;

    @Option(names = "--skip-seed", description = "Do not run the seed command of the configuration afterwards.")
    private boolean skipSeed;

    public MigrateResetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MigrationProject project = database.migrations(context);
        Terminal terminal = context.terminal();
        if (!force && !terminal.interactive()) {
            throw CommandFailure.of(
                    "resetting the database loses all its data, and nobody is here to agree",
                    "give --force if that is meant");
        }
        String tools = MigrateErrors.leaveItTo(project.migrate().otherTools());
        if (!tools.isEmpty()) {
            terminal.warn(tools.strip());
        }
        if (!force && !Confirmation.ask(terminal, "Reset the database? All data will be lost.")) {
            throw CommandFailure.cancelled("the database was not reset", null);
        }
        List<String> applied;
        try (MigrationProgress progress = new MigrationProgress(terminal)) {
            applied = project.migrate().reset(progress);
        }
        terminal.say("The database was reset, and "
                + (applied.size() == 1 ? "one migration was" : applied.size() + " migrations were") + " applied.");
        Seed seed = skipSeed ? null : Seed.of(project.loaded().project());
        if (seed != null) {
            seed.run(context, urlForSeed(project), List.of());
        }
        return ExitStatus.DONE;
    }

    /** The database of the command line, so that the seed fills the one that was reset. */
    private @Nullable String urlForSeed(MigrationProject project) {
        String url = database.url();
        return url == null
                ? null
                : new DatabaseAddress(url, context.workingFolder(), "--url")
                        .absolute(project.loaded().schema().provider());
    }
}
