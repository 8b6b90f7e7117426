package dev.prisma4j.engine.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import dev.prisma4j.engine.error.Errors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Our own pool, which connects when it is first needed.
 *
 * <p>The pool beneath tries again and again until the caller's time is up, which is right when a server restarts and
 * wrong when the password never was right. So as long as there never was a connection, callers look in between at what
 * the last attempt failed with, and go at once if it is something that time does not mend.
 */
final class OwnPool implements Pool {
    /** How often callers look, in milliseconds. */
    private static final long GLANCE = 20;

    private final Attempts attempts;
    private final HikariPool pool;
    private final Predicate<SQLException> refusal;
    private final Duration timeout;
    private final int size;
    private volatile boolean connected;

    OwnPool(HikariConfig config, Predicate<SQLException> refusal) {
        this.attempts = Attempts.of(config);
        this.refusal = refusal;
        this.timeout = Duration.ofMillis(config.getConnectionTimeout());
        this.size = config.getMaximumPoolSize();
        config.setDataSource(attempts);
        config.setInitializationFailTimeout(-1);
        config.validate();
        this.pool = new HikariPool(config);
    }

    @Override
    public Connection connection(@Nullable Duration wait) throws SQLException {
        Duration time = wait == null ? timeout : wait;
        long millis = Math.max(1, TimeUnit.MILLISECONDS.convert(time));
        try {
            return connected ? pool.getConnection(millis) : first(millis);
        } catch (SQLTransientConnectionException e) {
            SQLException failure = unready(e);
            SQLException cause = failure == null ? attempts.failure() : failure;
            if (cause != null && pool.getTotalConnections() == 0) {
                throw cause;
            }
            throw Errors.poolTimeout(time, size, e);
        }
    }

    private Connection first(long millis) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long before = attempts.failed();
        while (true) {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            try {
                Connection connection = pool.getConnection(connected ? left : Math.min(left, GLANCE));
                connected = true;
                return connection;
            } catch (SQLTransientConnectionException e) {
                boolean failed = attempts.failed() > before; // what failed earlier may have been mended since
                SQLException failure = failed ? attempts.failure() : unready(e);
                if (failure != null && !connected && refusal.test(failure)) {
                    throw failure;
                }
                if (end - System.nanoTime() <= 0) {
                    throw e;
                }
            }
        }
    }

    /** What went wrong between the driver, which connected, and the pool, or null; the pool wraps it. */
    private static @Nullable SQLException unready(SQLTransientConnectionException failure) {
        Throwable cause = failure.getCause();
        return cause != null && !(cause instanceof SQLException) && cause.getCause() instanceof SQLException last
                ? last
                : null;
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
}
