package dev.prisma4j.migrate.database;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryDialect;
import dev.prisma4j.migrate.history.HistoryTable;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.ScriptWatcher;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.table.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of database that can be connected to: how it is described, how scripts are run, how it is emptied. */
public interface DatabaseKind extends DatabaseDialect {
    /** The namespace that names without one are looked up in, or null where there are no namespaces. */
    default @Nullable String ownNamespace(DatabaseAddress address) {
        return null;
    }

    /** Whether the database is there. */
    boolean exists(DatabaseAddress address);

    /** Makes the database. */
    void create(DatabaseAddress address);

    /** Opens a connection for migrations. */
    Connection open(DatabaseAddress address);

    /** Describes the database. */
    DatabaseSchema describe(Connection connection, DescribeOptions options) throws SQLException;

    /** How the history table is kept. */
    HistoryDialect history(DatabaseAddress address);

    /** Waits until no other migration runs on the database; the lock lasts as long as the connection. */
    void lock(Connection connection) throws SQLException;

    /**
     * Runs a script, in one transaction where the database and the script allow it.
     *
     * @param afterwards what is done when it went through, in the same transaction
     */
    default void run(Connection connection, String script, SqlAction afterwards) throws ScriptFailure {
        run(connection, script, ScriptWatcher.NONE, afterwards);
    }

    /**
     * The same, telling which statement runs.
     *
     * @param watcher told before each statement
     */
    void run(Connection connection, String script, ScriptWatcher watcher, SqlAction afterwards) throws ScriptFailure;

    /** Whether {@link #run} does all of the script and what follows it, or nothing. */
    boolean runsInTransaction(String script);

    /** The statements of a script. */
    List<SqlStatement> statements(String script);

    /** A statement of the script that would change that database or another one, whatever it is run on; mostly none. */
    default Optional<SqlStatement> leavingShadow(String script, DatabaseAddress main) {
        return Optional.empty();
    }

    /** Empties the database: those namespaces, or the connection's own. */
    void reset(Connection connection, DatabaseAddress address, DescribeOptions options) throws SQLException;

    /** Opens an empty database to try migrations on, which is gone when it is closed. */
    ShadowDatabase openShadow(DatabaseAddress main, DescribeOptions options);

    /**
     * The same kind with a server of its own for shadow databases, started when one is needed from the programs that this
     * machine has.
     */
    default DatabaseKind withOwnShadowServer() {
        throw MigrateErrors.usage("Only PostgreSQL can be started for a shadow database; name one for "
                + provider().text() + " by its address.");
    }

    /**
     * Opens a database that the user gave for the purpose, and empties it. One with a history of migrations is somebody's
     * database: those that migrations are tried on never get one.
     */
    default ShadowDatabase openShadowAt(DatabaseAddress shadow, DescribeOptions options) {
        if (!exists(shadow)) {
            create(shadow);
        }
        Connection connection = open(shadow);
        try {
            if (new HistoryTable(connection, history(shadow), Clock.systemUTC()).exists()) {
                throw MigrateErrors.shadowHasHistory(shadow.toString());
            }
            reset(connection, shadow, options);
        } catch (SQLException | MigrateException e) {
            closeAfter(e, connection);
            throw e instanceof MigrateException known ? known : MigrateErrors.noShadowDatabase(e);
        }
        return new GivenShadowDatabase(connection);
    }

    private static void closeAfter(Exception failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
