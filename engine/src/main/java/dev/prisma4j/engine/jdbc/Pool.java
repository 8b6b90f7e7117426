package dev.prisma4j.engine.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import dev.prisma4j.engine.error.Errors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where connections come from: a pool of ours, or the user's own {@code DataSource}. */
public interface Pool extends AutoCloseable {
    /**
     * A connection.
     *
     * @param wait how long to wait for one, or null for the pool's own time
     * @throws dev.prisma4j.engine.error.PrismaException P2024 if none is free in time
     */
    Connection connection(@Nullable Duration wait) throws SQLException;

    /** Takes a connection back that is as it was given out. */
    void giveBack(Connection connection) throws SQLException;

    /** Removes a broken connection. */
    void evict(Connection connection) throws SQLException;

    /** Whether {@code unwrap} gives the driver's connection, always the same one. */
    boolean showsPhysical();

    /** How many connections are open, or -1 where nobody knows. */
    int open();

    /** How long callers wait where they do not say. */
    Duration timeout();

    @Override
    void close();

    /** Our own pool, which connects when it is first needed. */
    static Pool of(HikariConfig config) {
        config.setInitializationFailTimeout(-1);
        config.validate();
        HikariPool pool = new HikariPool(config);
        Duration timeout = Duration.ofMillis(config.getConnectionTimeout());
        return new Pool() {
            @Override
            public Connection connection(@Nullable Duration wait) throws SQLException {
                Duration time = wait == null ? timeout : wait;
                try {
                    return pool.getConnection(Math.max(1, TimeUnit.MILLISECONDS.convert(time)));
                } catch (SQLTransientConnectionException e) {
                    if (e.getCause() instanceof SQLException cause && pool.getTotalConnections() == 0) {
                        throw cause;
                    }
                    throw Errors.poolTimeout(time, config.getMaximumPoolSize(), e);
                }
            }

            @Override
            public void giveBack(Connection connection) throws SQLException {
                connection.close();
            }

            @Override
            public void evict(Connection connection) {
                pool.evictConnection(connection);
            }

            @Override
            public boolean showsPhysical() {
                return true;
            }

            @Override
            public int open() {
                return pool.getTotalConnections();
            }

            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public void close() {
                try {
                    pool.shutdown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    /**
     * The user's own source, which pools and waits as it likes.
     *
     * @param schemaName the schema that its connections are set to, or null to leave them as they are
     */
    static Pool of(DataSource dataSource, Duration timeout, @Nullable String schemaName) {
        return new Pool() {
            /** Connections that commit by themselves only as long as they are here. */
            private final Set<Connection> switched = ConcurrentHashMap.newKeySet();

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
                if (schemaName != null) {
                    connection.setSchema(schemaName);
                }
            }

            @Override
            public void giveBack(Connection connection) throws SQLException {
                try (connection) {
                    if (switched.remove(connection)) {
                        connection.setAutoCommit(false);
                    }
                }
            }

            @Override
            public void evict(Connection connection) throws SQLException {
                switched.remove(connection);
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
        };
    }
}
