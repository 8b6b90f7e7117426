package dev.prisma4j.engine.jdbc;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.dialect.SearchPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The user's own source, which pools and waits as it likes; its connections go back as they came. */
final class UserPool implements Pool {
    private final DataSource dataSource;
    private final Duration timeout;
    /** What the path is while a connection is here, or null if nobody wants another than it has. */
    private final @Nullable String path;
    /** Connections that commit by themselves only as long as they are here. */
    private final Set<Connection> switched = ConcurrentHashMap.newKeySet();
    /** The paths of connections that had another one before they came here. */
    private final Map<Connection, String> paths = new ConcurrentHashMap<>();

    UserPool(DataSource dataSource, Duration timeout, @Nullable String schemaName) {
        this.dataSource = dataSource;
        this.timeout = timeout;
        this.path = schemaName == null ? null : SearchPath.of(schemaName);
    }

    @Override
    public Connection connection(@Nullable Duration wait) throws SQLException {
        long start = System.nanoTime();
        try {
            Connection connection = dataSource.getConnection();
            boolean ready = false;
            try {
                prepare(connection);
                if (wait != null && System.nanoTime() - start > TimeUnit.NANOSECONDS.convert(wait)) {
                    throw Errors.poolTimeout(wait, 0, null);
                }
                ready = true;
                return connection;
            } finally {
                if (!ready) {
                    giveBack(connection);
                }
            }
        } catch (SQLTransientConnectionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw Errors.poolTimeout(Duration.ofNanos(System.nanoTime() - start), 0, e);
        }
    }

    private void prepare(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
            switched.add(connection);
        }
        if (path != null) {
            String before = ask(connection, SearchPath.SWAP, path);
            if (!path.equals(before)) {
                paths.put(connection, before);
            }
        }
    }

    private static String ask(Connection connection, String sql, String path) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, path);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        try (connection) {
            String before = paths.remove(connection);
            if (before != null) {
                ask(connection, SearchPath.SET, before);
            }
            if (switched.remove(connection)) {
                connection.setAutoCommit(false);
            }
        }
    }

    @Override
    public void evict(Connection connection) throws SQLException {
        switched.remove(connection);
        paths.remove(connection);
        connection.close();
    }

    @Override
    public boolean showsPhysical() {
        return false;
    }

    @Override
    public int open() {
        return -1;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public void close() {
        // It is the user's.
    }
}
