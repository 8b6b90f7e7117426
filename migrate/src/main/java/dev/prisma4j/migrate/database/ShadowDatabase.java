package dev.prisma4j.migrate.database;

import java.sql.Connection;

/** An empty database to try migrations on. */
public interface ShadowDatabase extends AutoCloseable {
    /** The connection to it. */
    Connection connection();

    /** Leaves it; a database made for the purpose is dropped. */
    @Override
    void close();
}
