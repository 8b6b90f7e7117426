package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.ScriptWatcher;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.script.StatementSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script in one transaction if that means the same as without. {@code PRAGMA foreign_keys} does nothing within a
 * transaction, so where a script turns the keys off, they are off for all of it; a script that changes rows outside of
 * such a part is run statement by statement instead, lest a cascade that it counts on is missing. So is one with a pragma
 * that transactions refuse or ignore, such as {@code journal_mode}.
 */
final class SqliteScriptRunner {
    private static final Set<String> OWN_TRANSACTIONS =
            Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "VACUUM", "ATTACH", "DETACH");
    private static final Set<String> CHANGES_ROWS = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "WITH");

    private final Connection connection;
    private final ScriptWatcher watcher;

    SqliteScriptRunner(Connection connection, ScriptWatcher watcher) {
        this.connection = connection;
        this.watcher = watcher;
    }

    void run(String script, SqlAction afterwards) throws ScriptFailure {
        List<SqlStatement> statements = StatementSplitter.split(script, StatementSplitter.Syntax.SQLITE);
        boolean keysOff = statements.stream()
                .map(SqlitePragma::of)
                .flatMap(Optional::stream)
                .anyMatch(SqlitePragma::turnsKeysOff);
        if (fitsTransaction(statements)) {
            runInTransaction(statements, keysOff, afterwards);
        } else {
            runOneByOne(statements, afterwards);
        }
    }

    /** Whether running the statements in one transaction means the same as running them one by one. */
    static boolean fitsTransaction(List<SqlStatement> statements) {
        boolean everOff = false;
        boolean keysOff = false;
        boolean changesWithKeys = false;
        for (SqlStatement statement : statements) {
            String first = statement.words().split(" ", 2)[0];
            SqlitePragma pragma = SqlitePragma.of(statement).orElse(null);
            if (OWN_TRANSACTIONS.contains(first) || pragma != null && !pragma.fitsTransaction()) {
                return false;
            }
            if (pragma != null && pragma.setsKeys()) {
                keysOff = pragma.turnsKeysOff();
                everOff |= keysOff;
            }
            changesWithKeys |= !keysOff && (CHANGES_ROWS.contains(first) || statement.startsWith("DROP TABLE"));
        }
        return !everOff || !changesWithKeys;
    }

    private void runInTransaction(List<SqlStatement> statements, boolean keysOff, SqlAction afterwards)
            throws ScriptFailure {
        SqlStatement current = null;
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute("PRAGMA foreign_keys = " + (keysOff ? "OFF" : "ON"));
            jdbc.execute("BEGIN IMMEDIATE");
            try {
                int number = 0;
                for (SqlStatement statement : statements) {
                    current = statement;
                    watcher.starts(statement, ++number, statements.size());
                    jdbc.execute(statement.text());
                }
                current = null;
                afterwards.run();
                jdbc.execute("COMMIT");
            } catch (SQLException e) {
                quietly(jdbc, "ROLLBACK", e);
                throw e;
            } finally {
                jdbc.execute("PRAGMA foreign_keys = ON");
            }
        } catch (SQLException e) {
            throw failure(current, true, e);
        }
    }

    /** What cannot be done after a failure is no reason to forget the failure; often there is nothing to roll back. */
    private static void quietly(Statement jdbc, String sql, SQLException cause) {
        try {
            jdbc.execute(sql);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void runOneByOne(List<SqlStatement> statements, SqlAction afterwards) throws ScriptFailure {
        SqlStatement current = null;
        try (Statement jdbc = connection.createStatement()) {
            try {
                int number = 0;
                for (SqlStatement statement : statements) {
                    current = statement;
                    watcher.starts(statement, ++number, statements.size());
                    jdbc.execute(statement.text());
                }
                current = null;
                refuseOpenTransaction(jdbc);
                jdbc.execute("PRAGMA foreign_keys = ON");
                afterwards.run();
            } catch (SQLException e) {
                quietly(jdbc, "ROLLBACK", e); // of what the script began, so that the failure can be noted
                quietly(jdbc, "PRAGMA foreign_keys = ON", e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(current, false, e);
        }
    }

    /** A transaction cannot be begun within another, which is the only way to learn of that one. */
    private static void refuseOpenTransaction(Statement jdbc) throws SQLException {
        try {
            jdbc.execute("BEGIN");
        } catch (SQLException e) {
            throw new SQLException(ScriptFailure.ENDS_WITHIN_TRANSACTION, e.getSQLState(), e.getErrorCode(), e);
        }
        jdbc.execute("COMMIT");
    }

    private static ScriptFailure failure(@Nullable SqlStatement statement, boolean rolledBack, SQLException e) {
        String place =
                statement == null ? "" : "\n\nin the statement on line " + statement.line() + ":\n" + statement.text();
        return new ScriptFailure(String.valueOf(e.getErrorCode()), e.getMessage() + place, rolledBack, e);
    }
}
