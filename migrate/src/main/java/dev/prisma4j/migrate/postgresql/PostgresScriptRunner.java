package dev.prisma4j.migrate.postgresql;

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
 * Runs a script in one transaction, together with what follows it. A script that begins or ends transactions itself goes
 * to the server in one piece, as Prisma sends every script; one with a statement that no transaction takes ({@code CREATE
 * INDEX CONCURRENTLY}) is run statement by statement.
 */
final class PostgresScriptRunner {
    private static final Set<String> TRANSACTION_CONTROL =
            Set.of("BEGIN", "START", "COMMIT", "ROLLBACK", "END", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE");

    private static final String NO_TRANSACTION = "25P01";

    /** What only works outside of a transaction: some commands, and using an enum value that was just added. */
    private static final Set<String> OUTSIDE_TRANSACTION = Set.of("25001", "55P04");

    private final Connection connection;
    private final ScriptWatcher watcher;

    PostgresScriptRunner(Connection connection, ScriptWatcher watcher) {
        this.connection = connection;
        this.watcher = watcher;
    }

    /** Whether the statements can be run in one transaction of ours. */
    static boolean fitsTransaction(List<SqlStatement> statements) {
        return !mustStandAlone(statements)
                && statements.stream().noneMatch(PostgresScriptRunner::refusesTransaction)
                && statements.stream().noneMatch(PostgresScriptRunner::controlsTransaction);
    }

    /** A procedure or block that is the whole script may commit by itself, which no transaction around it takes. */
    private static boolean mustStandAlone(List<SqlStatement> statements) {
        return statements.size() == 1
                && (statements.get(0).startsWith("CALL") || statements.get(0).startsWith("DO"))
                && (statements.get(0).startsWith("CALL") || commits(statements.get(0)));
    }

    private static boolean commits(SqlStatement block) {
        String text = block.text().toUpperCase(Locale.ROOT);
        return text.contains("COMMIT") || text.contains("ROLLBACK");
    }

    void run(String script, SqlAction afterwards) throws ScriptFailure {
        List<SqlStatement> statements = StatementSplitter.split(script, StatementSplitter.Syntax.POSTGRESQL);
        if (mustStandAlone(statements) || statements.stream().anyMatch(PostgresScriptRunner::refusesTransaction)) {
            runOneByOne(statements, afterwards);
        } else if (statements.stream().anyMatch(PostgresScriptRunner::controlsTransaction)) {
            runAsIs(script, statements.get(0), afterwards);
        } else {
            runInTransaction(statements, afterwards);
        }
    }

    private static boolean controlsTransaction(SqlStatement statement) {
        String first = statement.words().split(" ", 2)[0];
        return first.equals("PREPARE")
                ? statement.startsWith("PREPARE TRANSACTION")
                : TRANSACTION_CONTROL.contains(first);
    }

    private static boolean refusesTransaction(SqlStatement statement) {
        return statement.says("CONCURRENTLY") && !statement.startsWith("REFRESH")
                || statement.startsWith("VACUUM")
                || statement.startsWith("CREATE DATABASE")
                || statement.startsWith("DROP DATABASE")
                || statement.startsWith("ALTER SYSTEM")
                || statement.startsWith("CREATE TABLESPACE")
                || statement.startsWith("DROP TABLESPACE")
                || statement.startsWith("CREATE SUBSCRIPTION")
                || statement.startsWith("REINDEX DATABASE")
                || statement.startsWith("REINDEX SYSTEM")
                || statement.words().equals("CLUSTER");
    }

    private void runInTransaction(List<SqlStatement> statements, SqlAction afterwards) throws ScriptFailure {
        SqlStatement current = null;
        try (Statement jdbc = connection.createStatement()) {
            prepare(jdbc);
            connection.setAutoCommit(false);
            try {
                int number = 0;
                for (SqlStatement statement : statements) {
                    current = statement;
                    watcher.starts(statement, ++number, statements.size());
                    jdbc.execute(statement.text());
                }
                current = null;
                afterwards.run();
                connection.commit();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            if (!OUTSIDE_TRANSACTION.contains(String.valueOf(e.getSQLState()))) {
                throw failure(current, true, e);
            }
            leaveTransaction();
            runOneByOne(statements, afterwards); // nothing of it was kept, so it can start again
        }
    }

    /** If that fails too, the connection is gone, and the first failure is still the one to tell. */
    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void leaveTransaction() throws ScriptFailure {
        try {
            watcher.leavesTransaction();
        } catch (SQLException e) {
            throw failure(null, true, e);
        }
    }

    private void runAsIs(String script, SqlStatement first, SqlAction afterwards) throws ScriptFailure {
        try (Statement jdbc = connection.createStatement()) {
            prepare(jdbc);
            watcher.starts(first, 1, 1); // the server does not say how far it is
            jdbc.execute(script);
            refuseOpenTransaction(jdbc);
            afterwards.run();
        } catch (SQLException e) {
            leaveFailedTransaction(e);
            throw failure(null, false, e);
        }
    }

    private void leaveFailedTransaction(SQLException cause) {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void runOneByOne(List<SqlStatement> statements, SqlAction afterwards) throws ScriptFailure {
        SqlStatement current = null;
        try (Statement jdbc = connection.createStatement()) {
            prepare(jdbc);
            int number = 0;
            for (SqlStatement statement : statements) {
                current = statement;
                watcher.starts(statement, ++number, statements.size());
                jdbc.execute(statement.text());
            }
            current = null;
            refuseOpenTransaction(jdbc);
            afterwards.run();
        } catch (SQLException e) {
            leaveFailedTransaction(e);
            throw failure(current, false, e);
        }
    }

    /** Only within a transaction a savepoint can be made. */
    private static void refuseOpenTransaction(Statement jdbc) throws SQLException {
        try {
            jdbc.execute("SAVEPOINT prisma4j_end");
        } catch (SQLException e) {
            if (NO_TRANSACTION.equals(e.getSQLState())) {
                return;
            }
            throw e;
        }
        throw new SQLException(ScriptFailure.ENDS_WITHIN_TRANSACTION, "25001"); // a transaction is active
    }

    /** Scripts do not inherit where an earlier one left names to be looked up and JDBC's escapes are not theirs. */
    private static void prepare(Statement jdbc) throws SQLException {
        jdbc.setEscapeProcessing(false);
        jdbc.execute("RESET search_path");
    }

    private static ScriptFailure failure(@Nullable SqlStatement statement, boolean rolledBack, SQLException e) {
        String place =
                statement == null ? "" : "\n\nin the statement on line " + statement.line() + ":\n" + statement.text();
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return new ScriptFailure(state, e.getMessage() + place, rolledBack, e);
    }
}
