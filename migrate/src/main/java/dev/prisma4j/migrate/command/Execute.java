package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.SqlAction;
import java.sql.Connection;
import java.sql.SQLException;

/** {@code db execute}: runs a script on a database and shows nothing of its results. */
public final class Execute {
    private final DatabaseKind kind;
    private final DatabaseAddress address;

    /** Executes on that database. */
    public Execute(DatabaseKind kind, DatabaseAddress address) {
        this.kind = kind;
        this.address = address;
    }

    /**
     * Runs a script.
     *
     * @throws MigrateException P1003 if there is no such database, or with the database's own message
     */
    public void run(String script) {
        if (!kind.exists(address)) {
            throw MigrateErrors.databaseMissing(address.url().database());
        }
        try (Connection connection = kind.open(address)) {
            kind.run(connection, script, SqlAction.NONE);
        } catch (ScriptFailure e) {
            throw MigrateErrors.databaseError(e.getMessage() == null ? "The script failed." : e.getMessage(), e);
        } catch (SQLException e) {
            throw MigrateErrors.databaseError(e.getMessage() == null ? "The database failed." : e.getMessage(), e);
        }
    }
}
