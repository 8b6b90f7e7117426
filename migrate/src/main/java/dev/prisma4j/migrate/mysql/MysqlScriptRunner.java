package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.ScriptWatcher;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a script statement by statement: MySQL commits after every one that changes tables. */
final class MysqlScriptRunner {
    private static final int EMPTY_QUERY = 1065;
    private static final int IN_TRANSACTION = 1568;

    private final Connection connection;
    private final ScriptWatcher watcher;

    MysqlScriptRunner(Connection connection, ScriptWatcher watcher) {
        this.connection = connection;
        this.watcher = watcher;
    }

    void run(List<SqlStatement> statements, SqlAction afterwards) throws ScriptFailure {
        SqlStatement current = null;
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            try {
                int number = 0;
                for (SqlStatement statement : statements) {
                    current = statement;
                    watcher.starts(statement, ++number, statements.size());
                    execute(jdbc, statement);
                }
                current = null;
                refuseOpenTransaction(jdbc);
                jdbc.execute("SET autocommit = 1");
                afterwards.run();
            } catch (SQLException e) {
                leaveFailedTransaction(jdbc, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(current, e);
        }
    }

    private static void execute(Statement jdbc, SqlStatement statement) throws SQLException {
        try {
            jdbc.execute(statement.text());
        } catch (SQLException e) {
            // A comment for servers of another version or make; see the splitter.
            boolean nothing =
                    e.getErrorCode() == EMPTY_QUERY && statement.text().contains("!");
            if (!nothing) {
                throw e;
            }
        }
    }

    /** The next transaction's properties can be set only while there is none. */
    private static void refuseOpenTransaction(Statement jdbc) throws SQLException {
        try {
            jdbc.execute("SET TRANSACTION READ WRITE");
        } catch (SQLException e) {
            if (e.getErrorCode() == IN_TRANSACTION) {
                throw new SQLException(ScriptFailure.ENDS_WITHIN_TRANSACTION, e.getSQLState(), e.getErrorCode(), e);
            }
            throw e;
        }
    }

    /** So that the failure can be noted, and for good. */
    private static void leaveFailedTransaction(Statement jdbc, SQLException cause) {
        try {
            jdbc.execute("ROLLBACK");
            jdbc.execute("SET autocommit = 1");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static ScriptFailure failure(@Nullable SqlStatement statement, SQLException e) {
        String place =
                statement == null ? "" : "\n\nin the statement on line " + statement.line() + ":\n" + statement.text();
        return new ScriptFailure(String.valueOf(e.getErrorCode()), e.getMessage() + place, false, e);
    }
}
