// prisma4j migrate dev
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.danger.DataLoss;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a migration for what changed in the schema, and applies it to the development database. */
@Command(
        name = "dev",
        description =
                "Apply pending migrations, write one for what changed in the schema, and apply that: for development.")
public final class MigrateDevCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private RenameQuestions renames = new RenameQuestions();

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description =
                    "The migration's name. Asked for on a terminal; without one the migration is named by its time.")
    private @Nullable String name;

    @Option(names = "--create-only", description = "Write the migration, but do not apply it.")
    private boolean createOnly;

    @Option(
            names = "--no-down",
            description = "Do not write the down.sql that \"migrate down\" undoes the migration with.")
    private boolean noDown;

    public MigrateDevCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MigrationProject project = database.migrations(context);
        DevResult result;
        try (MigrationProgress progress = new MigrationProgress(context.terminal())) {
            result = project.migrate()
                    .dev(
                            new DevOptions(
                                    this::askName,
                                    createOnly,
                                    !noDown,
                                    renames.options(context.terminal()),
                                    this::askAcceptance),
                            progress);
        }
        if (result instanceof DevResult.ResetNeeded reset) {
            throw CommandFailure.cancelled(
                    "the database must be reset before a migration can be made:\n"
                            + reset.text().strip(),
                    "\"prisma4j migrate reset\" empties the database and applies all migrations; all data is lost");
        }
        if (result instanceof DevResult.Unexecutable impossible) {
            throw CommandFailure.of(
                    "these steps cannot be made with the data that is there:\n"
                            + DataLossText.lines(impossible.dataLoss().unexecutable()),
                    "change the schema, or write the migration with --create-only and edit it");
        }
        if (result instanceof DevResult.NotAccepted refused) {
            throw refused(refused.dataLoss());
        }
        if (result instanceof DevResult.Created created) {
            sayCreated(created);
        } else if (result instanceof DevResult.InSync inSync) {
            context.terminal()
                    .say(
                            inSync.applied().isEmpty()
                                    ? "Already in sync: no schema change and no pending migration was found."
                                    : "The database is now in sync with the schema.");
        }
        return ExitStatus.DONE;
    }

    private String askName() {
        Terminal terminal = context.terminal();
        String given = name;
        if (given == null && terminal.interactive()) {
            given = terminal.ask("Name of the new migration:");
            if (given == null) {
                throw CommandFailure.cancelled("no migration was made: its name was not given", null);
            }
        }
        return given == null ? "" : MigrationName.of(given);
    }

    private boolean askAcceptance(DataLoss dataLoss) {
        Terminal terminal = context.terminal();
        terminal.warn("the migration may lose data:\n" + DataLossText.lines(dataLoss.warnings()));
        return createOnly || (terminal.interactive() && Confirmation.ask(terminal, "Make and apply it anyway?"));
    }

    private CommandFailure refused(DataLoss dataLoss) {
        return context.terminal().interactive()
                ? CommandFailure.cancelled("no migration was made", null)
                : CommandFailure.of(
                        "the migration may lose data, and nobody is here to agree:\n"
                                + DataLossText.lines(dataLoss.warnings()),
                        "run it on a terminal, or write the migration with --create-only and apply it with \"migrate deploy\"");
    }

    private void sayCreated(DevResult.Created created) {
        Terminal terminal = context.terminal();
        String file = context.workingFolder()
                .relativize(created.created().scriptPath().toAbsolutePath().normalize())
                .toString();
        terminal.say("Created " + terminal.style().name(file));
        if (createOnly) {
            terminal.say("It is not applied yet; edit it if needed, then run \"prisma4j migrate dev\".");
        } else {
            List<String> applied = created.applied();
            terminal.say("The database is now in sync with the schema"
                    + (applied.size() > 1 ? " (" + applied.size() + " migrations)." : "."));
        }
    }
}
