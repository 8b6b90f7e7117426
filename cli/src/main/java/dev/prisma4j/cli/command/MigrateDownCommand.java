// prisma4j migrate down
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.DownPlan;
import dev.prisma4j.migrate.command.DownResult;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Undoes the last migrations with the scripts beside them. */
@Command(name = "down", description = "Undo the last applied migration, or several, with the down.sql beside each.")
public final class MigrateDownCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @ArgGroup
    private Extent extent = new Extent();

    private static final class Extent {
        @Option(names = "--steps", paramLabel = "N", description = "How many migrations to undo. Default: 1.")
        private int steps = 1;

        @Option(
                names = "--to",
                paramLabel = "MIGRATION",
                description = "Undo all migrations after this one, which stays.")
        private @Nullable String to;
    }

    @Option(names = "--accept-data-loss", description = "Do not ask, although data may be lost.")
    private boolean acceptDataLoss;

    @Option(
            names = "--skip-check",
            description = "Do not try the scripts on a shadow database first; it is not known then what they lose.")
    private boolean skipCheck;

    @Option(names = "--write", description = "Undo nothing: write the down.sql of the migrations that lack one.")
    private boolean write;

    @Option(names = "--force", description = "With --write: also write those anew that are there.")
    private boolean force;

    public MigrateDownCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (extent.steps < 1) {
            throw CommandFailure.of("--steps has to be 1 or more");
        }
        if (force && !write) {
            throw CommandFailure.of(
                    "--force goes with --write", "to undo migrations without being asked, give --accept-data-loss");
        }
        Migrate migrate = database.migrations(context).migrate();
        try (MigrationProgress progress = new MigrationProgress(context.terminal())) {
            return write ? writeScripts(migrate, progress) : undo(migrate, progress);
        }
    }

    private int writeScripts(Migrate migrate, MigrationProgress progress) {
        List<String> written = migrate.writeDown(extent.steps, extent.to, force, progress);
        Terminal terminal = context.terminal();
        written.forEach(
                name -> terminal.say("Wrote the down.sql of " + terminal.style().name(name)));
        if (written.isEmpty()) {
            terminal.say("Every migration has its down.sql; --force writes it anew.");
        }
        return ExitStatus.DONE;
    }

    private int undo(Migrate migrate, MigrationProgress progress) {
        DownResult result =
                migrate.down(new DownOptions(extent.steps, extent.to, !skipCheck, this::askAcceptance), progress);
        if (result instanceof DownResult.Unexecutable impossible) {
            throw CommandFailure.of(
                    "these steps cannot be made with the data that is there:\n"
                            + DataLossText.lines(impossible.plan().dataLoss().unexecutable()),
                    "edit the down.sql so that it takes care of those rows");
        }
        if (result instanceof DownResult.NotAccepted refused) {
            throw refused(refused.plan());
        }
        if (result instanceof DownResult.Undone undone) {
            context.terminal()
                    .say(
                            undone.migrations().size() == 1
                                    ? "One migration was undone. It is pending now: delete or change it, or apply it again."
                                    : undone.migrations().size()
                                            + " migrations were undone. They are pending now: delete or change them, or"
                                            + " apply them again.");
        } else {
            context.terminal().say("There is no migration to undo.");
        }
        return ExitStatus.DONE;
    }

    private boolean askAcceptance(DownPlan plan) {
        Terminal terminal = context.terminal();
        if (!plan.checked()) {
            terminal.warn("what " + String.join(", ", plan.names()) + " would lose was not looked at (--skip-check)");
        } else {
            terminal.warn(
                    "data will be lost:\n" + DataLossText.lines(plan.dataLoss().warnings()));
        }
        return acceptDataLoss || (terminal.interactive() && Confirmation.ask(terminal, "Undo it anyway?"));
    }

    private CommandFailure refused(DownPlan plan) {
        return context.terminal().interactive()
                ? CommandFailure.cancelled("nothing was undone", null)
                : CommandFailure.of(
                        "nothing was undone, because "
                                + (plan.checked() ? "data would be lost" : "nobody knows what would be lost"),
                        "give --accept-data-loss if that is meant");
    }
}
