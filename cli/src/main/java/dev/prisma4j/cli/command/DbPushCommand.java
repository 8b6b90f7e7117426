// prisma4j db push
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.PushResult;
import dev.prisma4j.migrate.rename.RenameOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the database as the schema says, without a migration. */
@Command(
        name = "push",
        description = "Make the database as the schema says, without writing a migration: for prototypes.")
public final class DbPushCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private RenameQuestions questions = new RenameQuestions();

    @Option(names = "--accept-data-loss", description = "Go on although data may be lost.")
    private boolean acceptDataLoss;

    @Option(names = "--force-reset", description = "Empty the database first. All data is lost.")
    private boolean forceReset;

    public DbPushCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MigrationProject project = database.migrations(context);
        Terminal terminal = context.terminal();
        if (forceReset && questions.areGiven()) {
            throw CommandFailure.of(
                    "--force-reset empties the database, so there is nothing that --rename could keep",
                    "give one of the two");
        }
        RenameOptions renames = questions.options(terminal);
        PushResult result = project.migrate().push(new PushOptions(acceptDataLoss, forceReset, renames));
        if (result.outcome() == PushResult.Outcome.NEEDS_ACCEPTANCE) {
            terminal.warn(
                    "data may be lost:\n" + DataLossText.lines(result.dataLoss().warnings()));
            if (!terminal.interactive()) {
                throw CommandFailure.of(
                        "the database was not changed, because data may be lost",
                        "give --accept-data-loss if that is meant");
            }
            if (!Confirmation.ask(terminal, "Change the database anyway?")) {
                throw CommandFailure.cancelled("the database was not changed", null);
            }
            result = project.migrate().push(new PushOptions(true, false, renames));
        }
        if (result.outcome() == PushResult.Outcome.UNEXECUTABLE) {
            throw CommandFailure.of(
                    "these steps cannot be made with the data that is there:\n"
                            + DataLossText.lines(result.dataLoss().unexecutable()),
                    "change the schema or the data, or empty the database with --force-reset");
        }
        terminal.say(
                result.outcome() == PushResult.Outcome.IN_SYNC
                        ? "The database is already in sync with the schema."
                        : "The database is now in sync with the schema.");
        return ExitStatus.DONE;
    }
}
