package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.script.StatementSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

    private final Connection connection;

    PostgresScriptRunner(Connection connection) {
        this.connection = connection;
    }

    void run(String script, SqlAction afterwards) throws ScriptFailure {
        List<SqlStatement> statements = StatementSplitter.split(script, StatementSplitter.Syntax.POSTGRESQL);
        if (statements.stream().anyMatch(PostgresScriptRunner::refusesTransaction)) {
            runOneByOne(statements, afterwards);
        } else if (statements.stream().anyMatch(PostgresScriptRunner::controlsTransaction)) {
            runAsIs(script, afterwards);
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
                || statement.startsWith("DROP TABLESPACE");
    }

    private void runInTransaction(List<SqlStatement> statements, SqlAction afterwards) throws ScriptFailure {
        SqlStatement current = null;
        try (Statement jdbc = connection.createStatement()) {
            prepare(jdbc);
            connection.setAutoCommit(false);
            try {
                for (SqlStatement statement : statements) {
                    current = statement;
                    jdbc.execute(statement.text());
                }
                current = null;
                afterwards.run();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(current, true, e);
        }
    }

    private void runAsIs(String script, SqlAction afterwards) throws ScriptFailure {
        try (Statement jdbc = connection.createStatement()) {
            prepare(jdbc);
            jdbc.execute(script);
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
            for (SqlStatement statement : statements) {
                current = statement;
                jdbc.execute(statement.text());
            }
            current = null;
            afterwards.run();
        } catch (SQLException e) {
            leaveFailedTransaction(e);
            throw failure(current, false, e);
        }
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
