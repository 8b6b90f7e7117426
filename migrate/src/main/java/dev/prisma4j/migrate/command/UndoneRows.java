package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.script.ScriptWatcher;
import dev.prisma4j.migrate.script.SqlStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The rows of the history for a migration while it is being undone. Before anything is kept that a failure or a crash could
 * leave half done, they are made to look like those of a failed migration.
 */
final class UndoneRows implements ScriptWatcher {
    private final Session session;
    private final Progress progress;
    private final List<HistoryRow> rows;

    UndoneRows(Session session, String migration, Progress progress) {
        this.session = session;
        this.progress = progress;
        this.rows = session.rows().stream()
                .filter(row -> row.name().equals(migration) && row.isApplied())
                .toList();
    }

    @Override
    public void starts(SqlStatement statement, int number, int of) {
        progress.statement(statement, number, of);
    }

    @Override
    public void leavesTransaction() throws SQLException {
        fail(HistoryRow.UNDOING + " started and did not finish.");
    }

    void fail(String message) throws SQLException {
        for (HistoryRow row : rows) {
            session.history().reopen(row.id(), message);
        }
    }

    void markUndone() throws SQLException {
        for (HistoryRow row : rows) {
            session.history().markUndone(row.id());
        }
    }
}
