package dev.prisma4j.client;

import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a client offers besides its models, in and outside of transactions. Generated clients extend it.
 *
 * @param <T> the client in a transaction
 */
public abstract class ClientOperations<T> {
    private final ClientSession session;

    /** For generated code. */
    protected ClientOperations(ClientSession session) {
        this.session = session;
    }

    /** For generated code: the client in a transaction. */
    protected abstract T inTransaction(ClientSession inside);

    /**
     * The models with their soft-deleted rows: reads, counts and filters see them like all others, updates change them, and
     * deletes really delete. Within a transaction it stays in that transaction.
     */
    public final T withDeleted() {
        return inTransaction(session.withDeleted());
    }

    /**
     * Runs work in a transaction: committed when it returns, rolled back when it throws; what it throws is thrown on.
     * Within a transaction it becomes a savepoint, so that only its own effects are rolled back.
     *
     * @return what the work returns
     * @throws dev.prisma4j.engine.error.TransactionException P2028 if no connection is free in time or the time is up
     */
    public final <R extends @Nullable Object, E extends Exception> R transaction(TransactionWork<T, R, E> work)
            throws E {
        return transaction(TransactionOptions.DEFAULT, work);
    }

    /**
     * Runs work in a transaction with options. Within a transaction, whose options are taken already, they are ignored but
     * for being checked.
     *
     * @return what the work returns
     */
    public final <R extends @Nullable Object, E extends Exception> R transaction(
            TransactionOptions options, TransactionWork<T, R, E> work) throws E {
        try {
            return session.<R>inTransaction(options, inside -> {
                try {
                    return work.run(inTransaction(inside));
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new Checked(e);
                }
            });
        } catch (Checked e) {
            @SuppressWarnings("unchecked")
            E own = (E) e.getCause();
            throw own;
        }
    }

    /** Runs an action in a transaction: as {@link #transaction(TransactionWork)}, with nothing to give back. */
    public final <E extends Exception> void inTransaction(TransactionAction<T, E> action) throws E {
        inTransaction(TransactionOptions.DEFAULT, action);
    }

    /** Runs an action in a transaction with options. */
    @SuppressWarnings("NullAway") // a work of nothing gives null
    public final <E extends Exception> void inTransaction(TransactionOptions options, TransactionAction<T, E> action)
            throws E {
        this.<@Nullable Object, E>transaction(options, inside -> {
            action.run(inside);
            return null;
        });
    }

    /**
     * Runs operations in one transaction, one after the other: all succeed, or none has an effect.
     *
     * @return their results in the same order
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <R extends @Nullable Object> List<R> batch(Function<? super T, ? extends R>... operations) {
        List<Function<? super T, ? extends R>> steps = Arrays.asList(operations);
        return transaction(inside -> {
            List<R> results = new ArrayList<>(steps.size());
            for (Function<? super T, ? extends R> step : steps) {
                results.add(step.apply(inside));
            }
            return results;
        });
    }

    /** The rows of the user's own SQL, by column labels. */
    public final List<RawRow> queryRaw(Sql sql) {
        return session.execute(new RawQuery<>(sql.engine(), RawRecords.rows()));
    }

    /**
     * The rows of the user's own SQL as records, whose components are found by column label ({@code created_at} fits
     * {@code createdAt}), or as single values of one column.
     *
     * @param type a record, or the type of the one column
     */
    public final <R> List<R> queryRaw(Sql sql, Class<R> type) {
        return session.execute(new RawQuery<>(sql.engine(), RawRecords.of(type)));
    }

    /** For generated code: the rows of a query whose columns were looked up when the client was generated. */
    public final <R> List<R> queryTyped(Sql sql, Function<TypedRow, R> reader) {
        return session.execute(
                new RawQuery<>(sql.engine(), columns -> row -> reader.apply(new TypedRow(columns, row))));
    }

    /** Runs the user's own SQL and tells how many rows it changed. */
    public final long executeRaw(Sql sql) {
        return session.execute(new RawExecute(sql.engine()));
    }

    /**
     * The rows of SQL text with the database's own placeholders ({@code $1} on PostgreSQL, {@code ?} elsewhere). The text
     * must not contain anything from outside; prefer {@link #queryRaw(Sql)}.
     */
    public final List<RawRow> queryRawUnsafe(String sql, @Nullable Object... values) {
        return session.execute(new RawQuery<>(new RawSql.Text(sql, Values.allToSql(values)), RawRecords.rows()));
    }

    /**
     * Runs SQL text with the database's own placeholders and tells how many rows it changed. The text must not contain
     * anything from outside; prefer {@link #executeRaw(Sql)}.
     */
    public final long executeRawUnsafe(String sql, @Nullable Object... values) {
        return session.execute(new RawExecute(new RawSql.Text(sql, Values.allToSql(values))));
    }

    /** Carries a checked exception of the user's through the engine. */
    private static final class Checked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Checked(Exception cause) {
            super(cause);
        }
    }
}
