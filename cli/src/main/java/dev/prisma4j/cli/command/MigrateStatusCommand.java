// prisma4j migrate status
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.command.HistoryDiagnosis;
import dev.prisma4j.migrate.command.Status;
import dev.prisma4j.migrate.error.MigrateErrors;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the folder of migrations with the database's history. */
@Command(name = "status", description = "Say which migrations the database has. Status 1 unless it has all of them.")
public final class MigrateStatusCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    public MigrateStatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Status.Report report = database.migrations(context).migrate().status();
        Terminal terminal = context.terminal();
        int count = report.migrations();
        terminal.say(count == 1 ? "1 migration found." : count + " migrations found.");
        HistoryDiagnosis history = report.history();
        if (!history.failed().isEmpty()) {
            list(
                    "These migrations failed:",
                    history.failed().stream()
                            .map(row ->
                                    row.name() + (row.isHalfUndone() ? ", while \"migrate down\" was undoing it" : ""))
                            .toList());
            terminal.say("Repair the database, then say so with \"prisma4j migrate resolve\".");
        }
        if (!report.adoptable().isEmpty()) {
            list("These migrations were squashed from others, all of which the database has:", report.adoptable());
            terminal.say("\"prisma4j migrate deploy\" notes that in the history and runs nothing of them.");
        } else if (!history.onlyInDatabase().isEmpty()) {
            list("The database has migrations that the folder lacks:", history.onlyInDatabase());
        }
        if (!history.unapplied().isEmpty()) {
            list("These migrations are not applied yet:", history.unapplied());
            terminal.say(
                    "Apply them with \"prisma4j migrate dev\" in development, \"prisma4j migrate deploy\" in production.");
        }
        if (!history.hasTable() && !report.otherTools().isEmpty()) {
            terminal.say(MigrateErrors.leaveItTo(report.otherTools()).strip());
        } else if (!history.hasTable() && !report.databaseEmpty()) {
            terminal.say("The database has tables but no history of migrations. If the first migrations describe them,"
                    + " mark those as applied with \"prisma4j migrate resolve --applied NAME\".");
        }
        if (report.isUpToDate()) {
            terminal.say("The database is up to date.");
        }
        return report.isUpToDate() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private void list(String title, List<String> names) {
        context.terminal().say(title);
        names.forEach(
                name -> context.terminal().say("  " + context.terminal().style().name(name)));
    }
}
