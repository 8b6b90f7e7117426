package dev.prisma4j.engine.jdbc;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.jdbc.RunningStatement.End;
import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.Model;
import java.lang.invoke.VarHandle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on one connection: prepared once and kept, watched, limited in time, their failures told as Prisma's.
 * For one thread at a time.
 */
public abstract class ConnectionStatements {
    private final Database database;
    private final Dialect dialect;
    private final Connection connection;
    private final Physical physical;
    private Limits limits = Limits.NONE;
    private boolean lost;
    private boolean plain = true;
    private volatile boolean stopped;

    ConnectionStatements(Database database, Connection connection, Physical physical) {
        this.database = database;
        this.dialect = database.dialect();
        this.connection = connection;
        this.physical = physical;
    }

    /** Reads a result. */
    @FunctionalInterface
    public interface ResultReader<R extends @Nullable Object> {
        /** Reads all that is wanted; the result is closed afterwards. */
        R read(ResultSet rows) throws SQLException;
    }

    /** The rules of the database. */
    public Dialect dialect() {
        return dialect;
    }

    /** What may end statements early from now on. */
    public void limit(Limits value) {
        limits = value;
    }

    /** Cancels what runs, and from now on whatever is about to run. For any thread, as long as nobody gives this back. */
    public void stop() {
        stopped = true;
        physical.watch.stop(End.CANCELLED);
    }

    /** Whether somebody may {@link #stop} this. */
    abstract boolean mayBeStopped();

    /** The connection itself; for what has no statement. */
    public Connection connection() {
        plain = false;
        return connection;
    }

    /** Whether the connection broke. */
    public boolean isLost() {
        return lost;
    }

    /** Whether nothing but statements ran, so that the connection is as it was. */
    final boolean isPlain() {
        return plain;
    }

    /** Takes note that the connection cannot be used any more. */
    final void lose() {
        lost = true;
    }

    /** What must happen before another statement can run. */
    abstract void giveWay();

    /** Whether the transaction ends with the statement that is about to run. */
    abstract boolean isLast();

    /** The transaction has ended with its last statement, as far as the database is concerned. */
    abstract void ended(Connection connection) throws SQLException;

    private void begin() {
        giveWay();
        physical.watch.forget();
    }

    /**
     * Runs a statement that gives rows.
     *
     * @param model the model of the operation, for errors
     */
    public <R extends @Nullable Object> R query(
            SqlText sql, @Nullable Object[] values, @Nullable Model model, ResultReader<R> reader) {
        begin();
        String text = sql.text(values);
        boolean watching = database.observer().isWatching();
        long start = watching ? System.nanoTime() : 0;
        StatementCache ending = isLast() ? physical.endings : null;
        StatementCache statements = ending == null ? physical.statements : ending;
        StatementCache.Entry entry = null;
        boolean whole = false;
        boolean told = false;
        try {
            entry = statements.take(text, sql.isReusable(values));
            PreparedStatement statement = entry.statement;
            sql.bind(statement, values);
            R result;
            Guard guard = guard(statement);
            try (ResultSet rows = ending == null ? result(entry) : firstResult(statement)) {
                if (watching) {
                    told = true;
                    tell(text, () -> sql.shown(values), start, -1, null);
                }
                if (ending != null) {
                    committed();
                }
                result = reader.read(rows);
            } finally {
                guard.close();
            }
            whole = true;
            return result;
        } catch (SQLException e) {
            if (watching && !told) {
                tell(text, () -> sql.shown(values), start, -1, e);
            }
            throw failed(e, model, text);
        } finally {
            if (entry != null) {
                statements.give(text, entry, whole);
            }
        }
    }

    private void committed() throws SQLException {
        ended(connection);
        if (database.observer().isWatching()) {
            tell("COMMIT", List::of, System.nanoTime(), -1, null);
        }
    }

    private static ResultSet firstResult(PreparedStatement statement) throws SQLException {
        statement.execute();
        return statement.getResultSet();
    }

    /** The rows of a SELECT, or of a statement with RETURNING, which some drivers refuse to run as a query. */
    private ResultSet result(StatementCache.Entry entry) throws SQLException {
        if (dialect.writes().returningIsQuery()) {
            return entry.query();
        }
        return firstResult(entry.statement);
    }

    /**
     * Runs a statement that changes rows.
     *
     * @return how many it changed
     */
    public long update(SqlText sql, @Nullable Object[] values, @Nullable Model model) {
        begin();
        String text = sql.text(values);
        boolean watching = database.observer().isWatching();
        long start = watching ? System.nanoTime() : 0;
        StatementCache ending = isLast() ? physical.endings : null;
        StatementCache statements = ending == null ? physical.statements : ending;
        StatementCache.Entry entry = null;
        boolean whole = false;
        try {
            entry = statements.take(text, sql.isReusable(values));
            PreparedStatement statement = entry.statement;
            sql.bind(statement, values);
            long changed;
            Guard guard = guard(statement);
            try {
                changed = statement.executeUpdate();
            } finally {
                guard.close();
            }
            whole = true;
            if (watching) {
                tell(text, () -> sql.shown(values), start, changed, null);
            }
            if (ending != null) {
                committed();
            }
            return changed;
        } catch (SQLException e) {
            if (watching) {
                tell(text, () -> sql.shown(values), start, -1, e);
            }
            throw failed(e, model, text);
        } finally {
            if (entry != null) {
                statements.give(text, entry, whole);
            }
        }
    }

    /**
     * Runs the user's own SQL that gives rows.
     *
     * @param none what is given back for a statement without a result
     */
    public <R extends @Nullable Object> R rawQuery(
            String sql, List<@Nullable Object> values, ResultReader<R> reader, R none) {
        return raw(sql, values, true, statement -> {
            if (!statement.execute()) {
                return none;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return reader.read(rows);
            }
        });
    }

    /**
     * Runs the user's own SQL that changes rows, and tells how many. The statement is not kept: SQLite's driver leaves one
     * that was run this way unfinished, and then an interrupt never wears off.
     */
    public long rawUpdate(String sql, List<@Nullable Object> values) {
        return raw(sql, values, false, statement -> {
            boolean rows = statement.execute();
            return rows ? dialect.rawRowsChanged(statement, sql) : Math.max(0L, statement.getUpdateCount());
        });
    }

    private interface RawRun<R extends @Nullable Object> {
        R run(PreparedStatement statement) throws SQLException;
    }

    private <R extends @Nullable Object> R raw(String sql, List<@Nullable Object> values, boolean keep, RawRun<R> run) {
        begin();
        boolean watching = database.observer().isWatching();
        long start = System.nanoTime();
        StatementCache.Entry entry = null;
        boolean whole = false;
        SQLException failure = null;
        try {
            entry = physical.statements.take(sql, keep);
            PreparedStatement statement = entry.statement;
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                if (value == null) {
                    statement.setObject(i + 1, null);
                } else {
                    dialect.rawCodec(value).bind(statement, i + 1, value);
                }
            }
            Guard guard = guard(statement);
            try {
                R result = run.run(statement);
                whole = true;
                return result;
            } finally {
                guard.close();
            }
        } catch (SQLException e) {
            failure = e;
            throw failedRaw(e);
        } finally {
            if (entry != null) {
                physical.statements.give(sql, entry, whole);
            }
            if (watching) {
                tell(sql, () -> values, start, -1, failure);
            }
        }
    }

    /**
     * Runs an INSERT and gives the numbers that the database gave to the new rows.
     *
     * @return one number per row, in the order of the rows
     */
    public List<Long> insert(SqlText sql, @Nullable Object[] values, @Nullable Model model) {
        begin();
        String text = sql.text(values);
        boolean watching = database.observer().isWatching();
        long start = watching ? System.nanoTime() : 0;
        boolean told = false;
        try (PreparedStatement statement = physical.raw.prepareStatement(text, Statement.RETURN_GENERATED_KEYS)) {
            sql.bind(statement, values);
            Guard guard = guard(statement);
            try {
                long changed = statement.executeUpdate();
                if (watching) {
                    told = true;
                    tell(text, () -> sql.shown(values), start, changed, null);
                }
            } finally {
                guard.close();
            }
            List<Long> keys = new ArrayList<>();
            try (ResultSet rows = statement.getGeneratedKeys()) {
                while (rows.next()) {
                    keys.add(rows.getLong(1));
                }
            }
            return keys;
        } catch (SQLException e) {
            if (watching && !told) {
                tell(text, () -> sql.shown(values), start, -1, e);
            }
            throw failed(e, model, text);
        }
    }

    /**
     * Runs an INSERT and asks for the number that the database gave to the first of the new rows; the others follow it.
     * What is asked for is what the connection itself remembers, of which no table is read and on which nobody waits: so
     * it is no statement that is told to listeners or watched, as little as what a driver asks for generated keys.
     *
     * @param count how many rows it makes
     * @param lastNumber the statement that tells the number of the last row, and how many rows were written so far
     * @return the number, or null if not all rows were made, or others with them, or triggers wrote more
     */
    public @Nullable Long insertNumbered(
            SqlText sql, @Nullable Object[] values, @Nullable Model model, int count, String lastNumber) {
        try {
            long before = count == 1 ? 0 : numbers(lastNumber)[1];
            if (update(sql, values, model) != count) {
                return null;
            }
            long[] after = numbers(lastNumber);
            return count == 1 || after[1] - before == count ? after[0] - count + 1 : null;
        } catch (SQLException e) {
            throw failed(e, model);
        }
    }

    private long[] numbers(String sql) throws SQLException {
        StatementCache.Entry entry = physical.statements.take(sql, true);
        boolean whole = false;
        try (ResultSet rows = entry.query()) {
            rows.next();
            long[] numbers = {rows.getLong(1), rows.getLong(2)};
            whole = true;
            return numbers;
        } finally {
            physical.statements.give(sql, entry, whole);
        }
    }

    /**
     * Keeps a statement open that gives rows one by one.
     *
     * @param fetchSize how many rows the driver should hold
     */
    public OpenRows open(SqlText sql, @Nullable Object[] values, @Nullable Model model, int fetchSize) {
        begin();
        String text = sql.text(values);
        long start = System.nanoTime();
        PreparedStatement statement = null;
        try {
            statement = physical.raw.prepareStatement(text, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            statement.setFetchSize(fetchSize);
            sql.bind(statement, values);
            ResultSet rows;
            Guard guard = guard(statement);
            try {
                rows = statement.executeQuery();
            } finally {
                guard.close();
            }
            if (database.observer().isWatching()) {
                tell(text, () -> sql.shown(values), start, -1, null);
            }
            return new OpenRows(statement, rows, limits);
        } catch (SQLException e) {
            StatementCache.close(statement);
            throw failed(e, model, text);
        }
    }

    /** Reads some of the rows of a statement that was kept open, under the limits that it was opened with. */
    public void read(OpenRows open, @Nullable Model model, Reading reading) {
        physical.watch.forget();
        under(open.limits(), () -> {
            Guard guard = guard(open.statement());
            try {
                reading.read(open.result());
            } catch (SQLException e) {
                throw failed(e, model);
            } finally {
                guard.close();
            }
        });
    }

    /** Does something while other limits hold. */
    public void under(Limits other, Runnable work) {
        Limits before = limits;
        limits = other;
        try {
            work.run();
        } finally {
            limits = before;
        }
    }

    /** Reads some rows. */
    @FunctionalInterface
    public interface Reading {
        void read(ResultSet rows) throws SQLException;
    }

    /** Does something on the connection itself that counts as a statement, such as COMMIT. */
    public void control(String shown, Control action) {
        plain = false;
        watched(shown, action);
    }

    /** The same where the connection is as it was before, at the latest when the transaction has ended. */
    final void watched(String shown, Control action) {
        physical.watch.forget();
        long start = System.nanoTime();
        SQLException failure = null;
        try {
            action.run(connection);
        } catch (SQLException e) {
            failure = e;
            throw failed(e, null);
        } finally {
            if (database.observer().isWatching()) {
                tell(shown, List::of, start, -1, failure);
            }
        }
    }

    /**
     * Runs a statement of no model, BEGIN or COMMIT, that is prepared once and kept. After both of them the connection is
     * as it was before.
     */
    final void command(String sql) {
        watched(sql, unused -> {
            StatementCache.Entry entry = physical.statements.take(sql, true);
            boolean whole = false;
            try {
                entry.statement.executeUpdate();
                whole = true;
            } finally {
                physical.statements.give(sql, entry, whole);
            }
        });
    }

    /** Something to do on a connection. */
    @FunctionalInterface
    public interface Control {
        void run(Connection connection) throws SQLException;
    }

    private void tell(
            String sql,
            Supplier<List<@Nullable Object>> parameters,
            long start,
            long rows,
            @Nullable Throwable failure) {
        database.observer().tell(sql, parameters, start, rows, failure);
    }

    /** The failure in Prisma's terms; takes note if the connection broke. */
    public PrismaException failed(SQLException failure, @Nullable Model model) {
        return failed(failure, model, null);
    }

    private PrismaException failed(SQLException failure, @Nullable Model model, @Nullable String sql) {
        if (dialect.isConnectionLost(failure)) {
            lost = true;
        }
        End reason = physical.watch.reason();
        if (reason != null) {
            return Errors.operationTimeout(reason.words, failure);
        }
        return dialect.translate(failure, model, sql);
    }

    /** The failure of the user's own SQL. */
    public PrismaException failedRaw(SQLException failure) {
        boolean stopped = physical.watch.reason() != null;
        return stopped || dialect.isConnectionLost(failure) ? failed(failure, null) : dialect.translateRaw(failure);
    }

    // ---- limits

    /** Ends a statement early if need be, as long as it is open; also when the thread that waits for it is interrupted. */
    private Guard guard(PreparedStatement statement) {
        int run = physical.watch.start(statement);
        database.interrupts().wake();
        if (mayBeStopped()) {
            // Either this sees that it is stopped, or whoever stops it sees that this runs.
            VarHandle.fullFence();
            if (stopped) {
                physical.watch.stop(run, End.CANCELLED);
            }
        }
        if (limits == Limits.NONE) {
            return physical.unlimited;
        }
        Watchdog.Alarm timer = null;
        if (limits.timeout() != null) {
            timer = database.watchdog().after(limits.timeout(), () -> physical.watch.stop(run, End.TIMED_OUT));
        }
        Runnable unregister = limits.onCancel() == null
                ? null
                : limits.onCancel().apply(() -> physical.watch.stop(run, End.CANCELLED));
        return new Guard(physical.watch, timer, unregister);
    }

    final void giveBack(Lease lease) {
        database.giveBack(lease, connection, physical);
    }
}
