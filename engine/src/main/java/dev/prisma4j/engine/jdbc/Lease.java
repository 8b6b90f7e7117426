package dev.prisma4j.engine.jdbc;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.sql.dialect.Dialect.TransactionStyle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection while somebody has it, and the transaction on it. Everything that is sent to a database goes through here.
 * For one thread at a time. Closing gives the connection back.
 */
public final class Lease extends ConnectionStatements implements AutoCloseable {
    private boolean inTransaction;
    /** Whether the transaction belongs to the work that runs, which may say which statement is its last. */
    private boolean mayEndItself;

    private boolean last;
    /** Whether the last statement has run, but the work has not returned. */
    private boolean over;

    private int savepoints;
    private List<OpenStream> streams = List.of();

    Lease(Database database, Connection connection, Physical physical) {
        super(database, connection, physical);
    }

    // ---- results that stay open

    /** A result that is read row by row. */
    public interface OpenStream {
        /** Reads the rest into memory, so that another statement can run. */
        void readRest();

        /** Ends it: the transaction is over. */
        void stop();
    }

    /** A result stays open on this connection until it has {@link #ended}. */
    public void opened(OpenStream stream) {
        if (streams.isEmpty()) {
            streams = new ArrayList<>(1);
        }
        streams.add(stream);
    }

    /** A result that stayed open is closed. */
    public void ended(OpenStream stream) {
        streams.remove(stream);
    }

    /** A transaction is, when its time is up. */
    @Override
    boolean mayBeStopped() {
        return inTransaction;
    }

    @Override
    void giveWay() {
        if (over) {
            throw new IllegalStateException("a statement after the last one of a transaction");
        }
        if (!streams.isEmpty() && !dialect().facts().streamsBesideOthers()) {
            List.copyOf(streams).forEach(OpenStream::readRest);
        }
    }

    private void stopStreams() {
        if (!streams.isEmpty()) {
            List.copyOf(streams).forEach(OpenStream::stop);
        }
    }

    // ---- transactions

    /** Whether a transaction is open. */
    public boolean inTransaction() {
        return inTransaction;
    }

    /**
     * Begins a transaction.
     *
     * @param isolation Prisma's spelling of the level, or null for the default
     */
    public void begin(@Nullable String isolation) {
        TransactionStyle style = dialect().transactions();
        if (style.isPlainSql()) {
            style.shownBegin(isolation).forEach(this::command);
        } else {
            watched(String.join("; ", style.shownBegin(isolation)), c -> style.begin(c, isolation));
        }
        inTransaction = true;
    }

    /** Ends the transaction. */
    public void commit() {
        stopStreams();
        inTransaction = false;
        boolean done = false;
        try {
            if (dialect().transactions().isPlainSql()) {
                command("COMMIT");
            } else {
                watched("COMMIT", dialect().transactions()::commit);
            }
            done = true;
        } finally {
            if (!done) {
                rollbackQuietly();
            }
        }
    }

    /** Takes the transaction back. A failure breaks the connection, which is as good. */
    public void rollback() {
        stopStreams();
        inTransaction = false;
        try {
            control("ROLLBACK", dialect().transactions()::rollback);
        } catch (PrismaException e) {
            lose();
        }
    }

    private void rollbackQuietly() {
        try {
            dialect().transactions().rollback(connection());
        } catch (SQLException e) {
            lose();
        }
    }

    /**
     * Runs work in a transaction of its own, or in the one that is open.
     *
     * @return what the work returns
     */
    public <R extends @Nullable Object> R atomically(Supplier<R> work) {
        if (inTransaction) {
            boolean outer = mayEndItself;
            mayEndItself = false;
            try {
                return work.get();
            } finally {
                mayEndItself = outer;
            }
        }
        begin(null);
        mayEndItself = true;
        try {
            R result = work.get();
            if (inTransaction) {
                last = false;
                commit();
            }
            return result;
        } catch (RuntimeException | Error e) {
            if (inTransaction) {
                rollback();
            }
            throw e;
        } finally {
            mayEndItself = false;
            last = false;
            over = false;
        }
    }

    /**
     * The next statement is the last one of the work that runs {@link #atomically}. Where that work has a transaction of its
     * own and the driver can send COMMIT along, this saves a round trip.
     */
    public void endWithNext() {
        last = mayEndItself;
    }

    @Override
    boolean isLast() {
        return last;
    }

    @Override
    void ended(Connection connection) throws SQLException {
        inTransaction = false;
        last = false;
        over = true;
        dialect().transactions().commit(connection);
    }

    /** Back to a savepoint; some failures, such as a deadlock on MySQL, have ended the whole transaction by then. */
    private void takeBack(int savepoint, Throwable failure) {
        if (isLost() || !inTransaction) {
            return;
        }
        try {
            run(dialect().transactions().rollbackTo(savepoint));
        } catch (PrismaException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Runs work that is taken back by itself if it throws. A transaction must be open; if the work ends it, its savepoints
     * have ended with it, and the connection may be somebody else's by then.
     */
    public <R extends @Nullable Object> R inSavepoint(Supplier<R> work) {
        int number = ++savepoints;
        run(dialect().transactions().savepoint(number));
        R result;
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            takeBack(number, e);
            throw e;
        }
        if (inTransaction) {
            run(dialect().transactions().release(number));
        }
        return result;
    }

    private void run(String sql) {
        giveWay();
        control(sql, c -> {
            try (Statement statement = c.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    @Override
    public void close() {
        stopStreams();
        if (inTransaction) {
            rollback();
        }
        giveBack(this);
    }
}
