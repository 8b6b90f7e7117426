package dev.prisma4j.client;

import dev.prisma4j.client.async.AsyncRunner;
import dev.prisma4j.client.async.TransactionQueue;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a client offers besides its models without waiting, in and outside of transactions. Generated code extends it.
 *
 * @param <T> the generated type
 */
public abstract class AsyncOperations<T> {
    private final AsyncRunner runner;

    /** For generated code. */
    protected AsyncOperations(AsyncRunner runner) {
        this.runner = runner;
    }

    /** For generated code: the runner of a session. */
    protected static AsyncRunner runner(ClientSession session) {
        return session.async();
    }

    /** For generated code: the same on another runner. */
    protected abstract T on(AsyncRunner inside);

    /**
     * Runs work in a transaction: committed when the work's future is complete, rolled back when it fails. Operations of
     * the transaction run in the order in which they were asked for. Within a transaction it becomes a savepoint.
     *
     * @return the value of the work's future
     */
    public final <R extends @Nullable Object> CompletableFuture<R> transaction(Function<T, CompletableFuture<R>> work) {
        return transaction(TransactionOptions.DEFAULT, work);
    }

    /** Runs work in a transaction with options; with retries the work may run several times. */
    public final <R extends @Nullable Object> CompletableFuture<R> transaction(
            TransactionOptions options, Function<T, CompletableFuture<R>> work) {
        return runner.<R>run(session -> session.<R>transaction(
                options, inside -> TransactionQueue.<R>run(inside, runner, queue -> work.apply(on(queue)))));
    }

    /** Runs operations in one transaction, one after the other: all succeed, or none has an effect. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <R extends @Nullable Object> CompletableFuture<List<R>> batch(
            Function<? super T, ? extends CompletableFuture<? extends R>>... operations) {
        List<Function<? super T, ? extends CompletableFuture<? extends R>>> steps = Arrays.asList(operations);
        return transaction(inside -> {
            List<CompletableFuture<? extends R>> running = new ArrayList<>();
            steps.forEach(step -> running.add(step.apply(inside)));
            return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                    .thenApply(done -> {
                        List<R> results = new ArrayList<>();
                        running.forEach(future -> results.add(future.join()));
                        return results;
                    });
        });
    }

    /** The rows of the user's own SQL, by column labels. */
    public final CompletableFuture<List<RawRow>> queryRaw(Sql sql) {
        return runner.run(session -> session.execute(new RawQuery<>(sql.engine(), RawRecords.rows())));
    }

    /** The rows of the user's own SQL as records, or as single values of one column. */
    public final <R> CompletableFuture<List<R>> queryRaw(Sql sql, Class<R> type) {
        return runner.run(session -> session.execute(new RawQuery<>(sql.engine(), RawRecords.of(type))));
    }

    /** Runs the user's own SQL and tells how many rows it changed. */
    public final CompletableFuture<Long> executeRaw(Sql sql) {
        return runner.run(session -> session.execute(new RawExecute(sql.engine())));
    }
}
