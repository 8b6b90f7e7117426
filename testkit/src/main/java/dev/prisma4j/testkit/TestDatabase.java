// One empty database for one test; where tests ask for the databases of the matrix.
package dev.prisma4j.testkit;

import dev.prisma4j.testkit.server.ServerUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An empty database that belongs to one test and is dropped when closed.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.postgres().fresh()) {
 *     prismaClient(database.url());
 *     plainJdbc(database.jdbcUrl());
 * }
 * }</pre>
 *
 * Servers start on first use, once per JVM, and stop when it exits.
 */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseKind kind;
    private final String url;
    private final String jdbcUrl;
    private final Runnable drop;

    TestDatabase(DatabaseKind kind, String url, String jdbcUrl, Runnable drop) {
        this.kind = kind;
        this.url = url;
        this.jdbcUrl = jdbcUrl;
        this.drop = drop;
    }

    /** SQLite, with each database a file in the temporary folder. */
    public static TestServer sqlite() {
        return server(DatabaseKind.SQLITE);
    }

    /**
     * PostgreSQL.
     *
     * @throws ServerUnavailable when it cannot be started here
     */
    public static TestServer postgres() {
        return server(DatabaseKind.POSTGRESQL);
    }

    /**
     * MySQL 8.
     *
     * @throws ServerUnavailable when it cannot be started here
     */
    public static TestServer mysql() {
        return server(DatabaseKind.MYSQL);
    }

    /**
     * MariaDB.
     *
     * @throws ServerUnavailable when it cannot be started here
     */
    public static TestServer mariadb() {
        return server(DatabaseKind.MARIADB);
    }

    /**
     * The server of that kind.
     *
     * @throws ServerUnavailable when it cannot be started here
     */
    public static TestServer server(DatabaseKind kind) {
        return TestServers.of(kind);
    }

    public DatabaseKind kind() {
        return kind;
    }

    /** The address as a Prisma schema spells it, with user and password where the database has them. */
    public String url() {
        return url;
    }

    /** The address for {@link DriverManager}, with user and password where the database has them. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** A new plain connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }

    /** Runs statements one after the other on one connection. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Drops the database, also when connections to it are still open. */
    @Override
    public void close() {
        drop.run();
    }

    @Override
    public String toString() {
        return kind.title();
    }
}
