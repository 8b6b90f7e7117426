// prisma4j migrate squash
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.command.SquashOptions;
import dev.prisma4j.migrate.command.SquashResult;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts several migrations together in one. */
@Command(
        name = "squash",
        description = "Put several migrations together in one. Databases that have them are told so when they are next"
                + " deployed to.")
public final class MigrateSquashCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--from", paramLabel = "MIGRATION", description = "The first of them. Default: the first of all.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "MIGRATION", description = "The last of them. Default: the last of all.")
    private @Nullable String to;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "The new migration's name. Default: squashed.")
    private String name = "squashed";

    @ArgGroup
    private Statements statements = new Statements();

    private static final class Statements {
        @Option(
                names = "--keep-statements",
                description =
                        "Keep all scripts as they are, one after the other, instead of writing one from the tables.")
        private boolean keep;

        @Option(
                names = "--drop-statements",
                description = "Leave out what was written by hand and is not about tables: views, functions, rows.")
        private boolean drop;
    }

    @Option(
            names = {"-f", "--force"},
            description = "Do not ask.")
    private boolean force;

    public MigrateSquashCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MigrationProject project = database.migrations(context);
        Terminal terminal = context.terminal();
        if (!force && !terminal.interactive()) {
            throw CommandFailure.of(
                    "squashing deletes the folders of the migrations, and nobody is here to agree",
                    "give --force if that is meant; have them in version control first");
        }
        if (!force && !Confirmation.ask(terminal, "Put the migrations together and delete their folders?")) {
            throw CommandFailure.cancelled("nothing was squashed", null);
        }
        SquashOptions.Statements kept = statements.keep
                ? SquashOptions.Statements.KEEP
                : statements.drop ? SquashOptions.Statements.DROP : SquashOptions.Statements.REFUSE;
        SquashResult result;
        try (MigrationProgress progress = new MigrationProgress(terminal)) {
            result = project.migrate().squash(new SquashOptions(from, to, MigrationName.of(name), kept), progress);
        }
        terminal.say(result.replaced().size() + " migrations are one now: "
                + terminal.style().name(result.created().name()));
        if (result.noted()) {
            terminal.say("The database had them, and its history says so. Other databases learn it from"
                    + " \"prisma4j migrate deploy\", by the file squashed.txt beside the migration.");
        }
        return ExitStatus.DONE;
    }
}
