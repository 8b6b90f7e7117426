package dev.prisma4j.engine.jdbc;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.engine.sql.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A database: where connections come from, and what is known about each. Prepared statements are kept by physical
 * connection, beneath the pool's wrappers.
 */
public final class Database implements AutoCloseable {
    private final Pool pool;
    private final Dialect dialect;
    private final Observer observer;
    private final Watchdog watchdog;
    private final int statementLimit;
    private final Map<Connection, Physical> known = new ConcurrentHashMap<>();
    /** Connections that the pool has given out, the one that is kept among them. */
    private final AtomicInteger taken = new AtomicInteger();

    private final Kept kept = new Kept(taken);
    private final Interrupts interrupts;
    private final @Nullable Semaphore writer;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder opened = new LongAdder();

    /** @param statementLimit how many prepared statements a connection keeps */
    public Database(Pool pool, Dialect dialect, Observer observer, Watchdog watchdog, int statementLimit) {
        this.pool = pool;
        this.dialect = dialect;
        this.observer = observer;
        this.watchdog = watchdog;
        this.statementLimit = statementLimit;
        this.interrupts = new Interrupts(watchdog, known.values(), kept);
        this.writer = dialect.transactions().oneWriter() ? new Semaphore(1, true) : null;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** For things that happen when time is up. */
    public Watchdog watchdog() {
        return watchdog;
    }

    Interrupts interrupts() {
        return interrupts;
    }

    Observer observer() {
        return observer;
    }

    /**
     * A connection, as soon as one is free.
     *
     * @param wait how long to wait, or null for the pool's own time
     * @throws dev.prisma4j.engine.error.PrismaException P2024 if none is free in time, P1xxx if there is no way to the
     *     database
     */
    public Lease lease(@Nullable Duration wait) {
        long start = observer.isListening() ? System.nanoTime() : 0;
        Lease last = kept.take(this);
        if (last != null) {
            if (observer.isListening()) {
                observer.connected(start, null);
            }
            return last;
        }
        return fromPool(wait, start);
    }

    private Lease fromPool(@Nullable Duration wait, long start) {
        waiting.incrementAndGet();
        Throwable failure = null;
        try {
            // Whoever gives a connection back from now on sees that somebody waits; who did just before may have kept
            // it.
            Lease last = kept.take(this);
            return last != null ? last : lease(pool.connection(wait));
        } catch (SQLException e) {
            PrismaException translated = dialect.translate(e, null);
            failure = translated;
            throw translated;
        } catch (PrismaException e) {
            failure = e;
            throw e;
        } finally {
            waiting.decrementAndGet();
            if (observer.isListening()) {
                observer.connected(start, failure);
            }
        }
    }

    /** How busy the connections are. */
    public PoolStatus status() {
        int open = pool.open();
        int used = Math.max(0, taken.get() - kept.count());
        return new PoolStatus(open, used, open < 0 ? -1 : Math.max(0, open - used), waiting.get(), opened.sum());
    }

    private Lease lease(Connection connection) throws SQLException {
        Connection raw = pool.showsPhysical() ? connection.unwrap(Connection.class) : connection;
        Physical physical = known.get(raw);
        if (physical == null) {
            physical = new Physical(
                    raw,
                    pool.showsPhysical() ? statementLimit : 0,
                    dialect.transactions().commitsAlong(raw));
            try (Statement statement = raw.createStatement()) {
                for (String sql : dialect.onConnect()) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                pool.giveBack(connection);
                throw e;
            }
            if (pool.showsPhysical()) {
                dialect.own(raw);
            }
            forgetClosed();
            known.put(raw, physical);
            opened.increment();
        }
        taken.incrementAndGet();
        return new Lease(this, connection, physical);
    }

    /** Pools close connections without a word; a new one is the time to notice. */
    private void forgetClosed() {
        known.keySet().removeIf(raw -> {
            try {
                return raw.isClosed();
            } catch (SQLException e) {
                return true;
            }
        });
    }

    /**
     * The right to write, where only one can at a time: waiting here is fair and costs nothing, waiting for the
     * database's lock is neither. Give it back with {@link #endWriting}.
     *
     * @param wait how long to wait, or null for as long as for a connection
     * @return false if the time was up
     * @throws dev.prisma4j.engine.error.PrismaException P1008 if the thread is interrupted
     */
    public boolean beginWriting(@Nullable Duration wait) {
        if (writer == null) {
            return true;
        }
        try {
            Duration time = wait == null ? pool.timeout() : wait;
            return writer.tryAcquire(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Errors.operationTimeout("The call was interrupted while it waited for its turn to write.", e);
        }
    }

    /** Gives the right to write back. */
    public void endWriting() {
        if (writer != null) {
            writer.release();
        }
    }

    void giveBack(Lease lease, Connection connection, Physical physical) {
        try {
            if (lease.isLost()) {
                taken.decrementAndGet();
                known.remove(physical.raw);
                pool.evict(connection);
            } else if (lease.isPlain()
                    && pool.showsPhysical()
                    && waiting.get() == 0
                    && kept.put(connection, physical)) {
                // Whoever came to the pool meanwhile has either seen the connection here, or is seen now.
                if (waiting.get() > 0 || !kept.isOpen()) {
                    kept.release();
                }
            } else {
                taken.decrementAndGet();
                pool.giveBack(connection);
            }
        } catch (SQLException e) {
            // The pool has dealt with it.
        }
    }

    @Override
    public void close() {
        interrupts.close();
        pool.close();
    }
}
