package dev.prisma4j.engine;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.jdbc.Database;
import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.jdbc.Limits;
import dev.prisma4j.engine.jdbc.Watchdog;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Query;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on its connection. The lock makes calls come one after the other; the watchdog ends it when its time is
 * up, cancelling what runs.
 */
final class JdbcTransaction implements Transaction {
    private final JdbcEngine engine;
    private final Backend backend;
    private final Lease lease;
    private volatile @Nullable String id;
    private final ReentrantLock lock = new ReentrantLock();
    private final Duration timeout;
    private final long startedAt = System.nanoTime();
    private volatile State state = State.OPEN;
    /** How many nested parts of it run within each other; guarded by the lock. */
    private int nested;

    private Watchdog.@Nullable Alarm timer;

    private enum State {
        OPEN("an open transaction"),
        COMMITTED("a committed transaction"),
        ROLLED_BACK("a transaction that was rolled back"),
        EXPIRED("an expired transaction");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    private JdbcTransaction(JdbcEngine engine, Backend backend, Lease lease, Duration timeout) {
        this.engine = engine;
        this.backend = backend;
        this.lease = lease;
        this.timeout = timeout;
    }

    static JdbcTransaction begin(
            JdbcEngine engine, Connecting connecting, EngineOptions defaults, TransactionOptions how) {
        Duration maxWait = how.maxWait() != null ? how.maxWait() : defaults.transactionMaxWait();
        long start = System.nanoTime();
        Backend backend = backend(connecting, maxWait);
        Database database = backend.database();
        Duration timeout = how.timeout() != null ? how.timeout() : defaults.transactionTimeout();
        IsolationLevel isolation = how.isolation() != null ? how.isolation() : defaults.isolation();
        if (isolation != null && !database.dialect().facts().isolationLevels().contains(isolation.text())) {
            throw Errors.invalidIsolation(isolation.text());
        }
        if (!database.beginWriting(maxWait)) {
            throw Errors.transaction("Unable to start a transaction in the given time.");
        }
        Lease lease = null;
        boolean begun = false;
        try {
            lease = database.lease(maxWait.minusNanos(System.nanoTime() - start));
            begun = begin(lease, isolation);
            if (!begun) {
                lease.close();
                lease = null;
                lease = database.lease(maxWait.minusNanos(System.nanoTime() - start));
                lease.begin(isolation == null ? null : isolation.text());
                begun = true;
            }
        } catch (PrismaException e) {
            throw notBegun(e);
        } finally {
            if (!begun) {
                if (lease != null) {
                    lease.close();
                }
                database.endWriting();
            }
        }
        JdbcTransaction transaction = new JdbcTransaction(engine, backend, lease, timeout);
        boolean watched = false;
        try {
            transaction.timer = database.watchdog().after(timeout, transaction::expire);
            watched = true;
        } finally {
            if (!watched) {
                transaction.close();
            }
        }
        return transaction;
    }

    private static Backend backend(Connecting connecting, Duration maxWait) {
        try {
            return connecting.backend(maxWait);
        } catch (PrismaException e) {
            throw notBegun(e);
        }
    }

    private static PrismaException notBegun(PrismaException failure) {
        return failure.code().equals("P2024")
                ? Errors.transaction("Unable to start a transaction in the given time.", failure)
                : failure;
    }

    /** False if the connection had broken while nobody used it; nothing has happened then, so another can be tried. */
    private static boolean begin(Lease lease, @Nullable IsolationLevel isolation) {
        try {
            lease.begin(isolation == null ? null : isolation.text());
            return true;
        } catch (PrismaException e) {
            if (lease.isLost()) {
                return false;
            }
            throw e;
        }
    }

    /** Made when it is first asked for, which few do. */
    @Override
    public String id() {
        String known = id;
        if (known == null) {
            lock.lock();
            try {
                known = id;
                if (known == null) {
                    known = UUID.randomUUID().toString();
                    id = known;
                }
            } finally {
                release();
            }
        }
        return known;
    }

    @Override
    public boolean isOpen() {
        return state == State.OPEN;
    }

    @Override
    public <R extends @Nullable Object> R execute(Query<R> query, CallOptions call) {
        return run("query", () -> {
            lease.limit(engine.limits(call));
            return new Operations(lease, backend).execute(query, call);
        });
    }

    private <R extends @Nullable Object> R run(String what, Supplier<R> work) {
        lock.lock();
        try {
            checkOpen(what);
            try {
                return work.get();
            } catch (PrismaException e) {
                if (state == State.EXPIRED) {
                    throw expired(what);
                }
                throw e;
            }
        } finally {
            release();
        }
    }

    /** Leaves the lock. If the time was up meanwhile, whoever gets the lock cleans up; all ways out lead through here. */
    private void release() {
        lock.unlock();
        if (state == State.EXPIRED && !lock.isHeldByCurrentThread() && lock.tryLock()) {
            try {
                end();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The first that ends an open transaction decides how. */
    private synchronized boolean leaveOpen(State next) {
        boolean first = state == State.OPEN;
        if (first) {
            state = next;
        }
        return first;
    }

    /** Whatever runs is cancelled before anybody can give the connection back, so that nobody else is hit. */
    private synchronized boolean stop() {
        boolean first = leaveOpen(State.EXPIRED);
        if (first) {
            lease.stop();
        }
        return first;
    }

    private void checkOpen(String what) {
        if (state == State.EXPIRED) {
            throw expired(what);
        }
        if (state != State.OPEN) {
            throw Errors.transactionClosed(what, state.words);
        }
    }

    /** A part cannot decide how the whole ends, which goes on after it. */
    private void checkWhole(String what) {
        if (nested > 0 && state == State.OPEN) {
            throw Errors.transaction("A " + what + " is not possible in a nested part of a transaction. Return from the"
                    + " part to keep its effects, or throw to take them back.");
        }
    }

    private PrismaException expired(String what) {
        long passed = (System.nanoTime() - startedAt) / 1_000_000;
        return Errors.transactionExpired(what, timeout.toMillis(), passed);
    }

    /** Time is up: whatever runs is cancelled, and whoever has the lock cleans up. */
    private void expire() {
        if (stop() && lock.tryLock()) {
            release();
        }
    }

    private boolean ended;

    /** False if somebody was here before. Who cancels a statement holds the monitor, so that this waits for him. */
    private synchronized boolean beginEnd() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /** Rolls back what is open and gives the connection back, once. */
    private void end() {
        if (!beginEnd()) {
            return;
        }
        Watchdog.Alarm running = timer;
        if (running != null) {
            running.cancel();
        }
        try {
            lease.close();
        } finally {
            backend.database().endWriting();
        }
    }

    @Override
    public void commit() {
        lock.lock();
        try {
            checkWhole("commit");
            if (!leaveOpen(State.COMMITTED)) {
                checkOpen("commit");
            }
            lease.limit(Limits.NONE);
            try {
                lease.commit();
            } finally {
                end();
            }
        } finally {
            release();
        }
    }

    @Override
    public void rollback() {
        lock.lock();
        try {
            checkWhole("rollback");
            if (!leaveOpen(State.ROLLED_BACK)) {
                checkOpen("rollback");
            }
            end();
        } finally {
            release();
        }
    }

    @Override
    public <R extends @Nullable Object> R nested(Function<? super Transaction, ? extends R> work) {
        lock.lock();
        try {
            checkOpen("query");
            nested++;
            try {
                return lease.inSavepoint(() -> work.apply(this));
            } finally {
                nested--;
            }
        } finally {
            release();
        }
    }

    @Override
    public <T extends @Nullable Object> Stream<T> stream(FindMany<T> query, CallOptions call) {
        return run("query", () -> {
            lease.limit(engine.limits(call));
            return new Streaming(lease, backend.plans(), null, this::inTurn)
                    .stream(backend.hide(call.deleted() ? query.withDeleted() : query));
        });
    }

    /** The rows of a stream come between the calls; what has been read may still be taken after the end. */
    private boolean inTurn(BooleanSupplier reading) {
        lock.lock();
        try {
            return reading.getAsBoolean();
        } catch (PrismaException e) {
            throw state == State.EXPIRED ? expired("query") : e;
        } finally {
            release();
        }
    }

    @Override
    public List<@Nullable Object> batch(List<? extends Query<?>> queries, TransactionOptions how) {
        return JdbcEngine.inOrder(queries, this::execute);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            leaveOpen(State.ROLLED_BACK);
            end();
        } finally {
            release();
        }
    }
}
