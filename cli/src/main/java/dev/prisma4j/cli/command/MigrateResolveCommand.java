// prisma4j migrate resolve
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Corrects the history after a migration was repaired or applied by hand. */
@Command(name = "resolve", description = "Tell the database's history what was done to a migration by hand.")
public final class MigrateResolveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @ArgGroup(multiplicity = "1")
    private Outcome outcome = new Outcome();

    private static final class Outcome {
        @Option(
                names = "--applied",
                paramLabel = "MIGRATION",
                description = "What the migration says is in the database.")
        private @Nullable String applied;

        @Option(
                names = "--rolled-back",
                paramLabel = "MIGRATION",
                description = "What the failed migration did was undone; it can be applied again.")
        private @Nullable String rolledBack;
    }

    public MigrateResolveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MigrationProject project = database.migrations(context);
        if (outcome.applied != null) {
            project.migrate().markApplied(outcome.applied);
            context.terminal().say("Migration " + outcome.applied + " is marked as applied.");
        } else if (outcome.rolledBack != null) {
            project.migrate().markRolledBack(outcome.rolledBack);
            context.terminal().say("Migration " + outcome.rolledBack + " is marked as rolled back.");
        }
        return ExitStatus.DONE;
    }
}
