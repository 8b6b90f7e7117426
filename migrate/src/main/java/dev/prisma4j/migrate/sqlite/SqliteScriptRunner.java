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
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script in one transaction if that means the same as without. {@code PRAGMA foreign_keys} does nothing within a
 * transaction, so where a script turns the keys off, they are off for all of it; a script that changes rows outside of
 * such a part is run statement by statement instead, lest a cascade that it counts on is missing.
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
        boolean keysOff = statements.stream().anyMatch(SqliteScriptRunner::turnsKeysOff);
        if (fitsTransaction(statements)) {
            runInTransaction(statements, keysOff, afterwards);
        } else {
            runOneByOne(statements, afterwards);
        }
    }

    /** Whether running the statements in one transaction means the same as running them one by one. */
    static boolean fitsTransaction(List<SqlStatement> statements) {
        boolean keysOff = false;
        boolean everOff = statements.stream().anyMatch(SqliteScriptRunner::turnsKeysOff);
        for (SqlStatement statement : statements) {
            String first = statement.words().split(" ", 2)[0];
            if (OWN_TRANSACTIONS.contains(first)) {
                return false;
            }
            if (turnsKeysOff(statement)) {
                keysOff = true;
            } else if (isKeysPragma(statement)) {
                keysOff = false;
            } else if (everOff && !keysOff && CHANGES_ROWS.contains(first)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKeysPragma(SqlStatement statement) {
        return statement.words().replace(" ", "").startsWith("PRAGMAFOREIGN_KEYS=");
    }

    private static boolean turnsKeysOff(SqlStatement statement) {
        String words = statement.words().replace(" ", "").replace("'", "").toUpperCase(Locale.ROOT);
        return isKeysPragma(statement)
                && (words.endsWith("=OFF")
                        || words.endsWith("=0")
                        || words.endsWith("=FALSE")
                        || words.endsWith("=NO"));
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
                rollBack(jdbc, e);
                throw e;
            } finally {
                jdbc.execute("PRAGMA foreign_keys = ON");
            }
        } catch (SQLException e) {
            throw failure(current, true, e);
        }
    }

    private static void rollBack(Statement jdbc, SQLException cause) {
        try {
            jdbc.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e); // SQLite has rolled back by itself
        }
    }

    private void runOneByOne(List<SqlStatement> statements, SqlAction afterwards) throws ScriptFailure {
        SqlStatement current = null;
        try (Statement jdbc = connection.createStatement()) {
            int number = 0;
            for (SqlStatement statement : statements) {
                current = statement;
                watcher.starts(statement, ++number, statements.size());
                jdbc.execute(statement.text());
            }
            current = null;
            jdbc.execute("PRAGMA foreign_keys = ON");
            afterwards.run();
        } catch (SQLException e) {
            throw failure(current, false, e);
        }
    }

    private static ScriptFailure failure(@Nullable SqlStatement statement, boolean rolledBack, SQLException e) {
        String place =
                statement == null ? "" : "\n\nin the statement on line " + statement.line() + ":\n" + statement.text();
        return new ScriptFailure(String.valueOf(e.getErrorCode()), e.getMessage() + place, rolledBack, e);
    }
}
