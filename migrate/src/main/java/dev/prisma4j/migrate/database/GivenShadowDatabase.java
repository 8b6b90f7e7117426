package dev.prisma4j.migrate.database;

import dev.prisma4j.migrate.error.MigrateErrors;
import java.sql.Connection;
import java.sql.SQLException;

/** A shadow database that the user made, which stays when it is left. */
record GivenShadowDatabase(Connection connection) implements ShadowDatabase {
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw MigrateErrors.databaseError("The shadow database could not be left: " + e.getMessage(), e);
        }
    }
}
