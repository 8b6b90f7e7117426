package dev.prisma4j.client.async;

import dev.prisma4j.client.delegate.ChangeDelegate;
import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.client.query.Reading;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All operations of a model but for those that make rows, without waiting.
 *
 * @param <M> the model's record
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <Q> an empty read
 * @param <P> the changes of one row
 * @param <PM> the changes of many rows
 */
public class AsyncChangeDelegate<M, F, U, Q, P, PM> extends AsyncUniqueReadDelegate<M, F, U, Q> {
    private final Function<Session, ? extends ChangeDelegate<M, F, U, Q, P, PM>> waiting;

    /** For generated code. */
    public AsyncChangeDelegate(
            AsyncRunner runner, Function<Session, ? extends ChangeDelegate<M, F, U, Q, P, PM>> waiting) {
        super(runner, waiting);
        this.waiting = waiting;
    }

    private <R extends @Nullable Object> CompletableFuture<R> run(Function<ChangeDelegate<M, F, U, Q, P, PM>, R> call) {
        return runner.run(session -> call.apply(waiting.apply(session)));
    }

    /** Changes the row that the key names and gives it; the future fails with P2025 if there is none. */
    public final CompletableFuture<M> update(Function<U, Key<M, F>> key, Consumer<P> changes) {
        return run(all -> all.update(key, changes));
    }

    /** Changes the row that the key names and gives it in the shape of the query. */
    public final <R> CompletableFuture<R> update(
            Function<U, Key<M, F>> key, Consumer<P> changes, Function<Q, Reading<M, R>> shape) {
        return run(all -> all.update(key, changes, shape));
    }

    /** Deletes the row that the key names and gives it as it was; the future fails with P2025 if there is none. */
    public final CompletableFuture<M> delete(Function<U, Key<M, F>> key) {
        return run(all -> all.delete(key));
    }

    /** Deletes the row that the key names and gives it as it was, in the shape of the query. */
    public final <R> CompletableFuture<R> delete(Function<U, Key<M, F>> key, Function<Q, Reading<M, R>> shape) {
        return run(all -> all.delete(key, shape));
    }

    /** Changes all rows that meet the condition and tells how many. */
    public final CompletableFuture<Long> updateMany(Function<F, Condition<M>> where, Consumer<PM> changes) {
        return run(all -> all.updateMany(where, changes));
    }

    /** Changes rows that meet the condition, at most so many, and tells how many. */
    public final CompletableFuture<Long> updateMany(Function<F, Condition<M>> where, Consumer<PM> changes, int limit) {
        return run(all -> all.updateMany(where, changes, limit));
    }

    /** Changes all rows there are and tells how many. */
    public final CompletableFuture<Long> updateAll(Consumer<PM> changes) {
        return run(all -> all.updateAll(changes));
    }

    /** Changes all rows that meet the condition and gives them. */
    public final CompletableFuture<List<M>> updateManyAndReturn(Function<F, Condition<M>> where, Consumer<PM> changes) {
        return run(all -> all.updateManyAndReturn(where, changes));
    }

    /** Changes all rows that meet the condition and gives them in the shape of the query. */
    public final <R> CompletableFuture<List<R>> updateManyAndReturn(
            Function<F, Condition<M>> where, Consumer<PM> changes, Function<Q, Reading<M, R>> shape) {
        return run(all -> all.updateManyAndReturn(where, changes, shape));
    }

    /** Deletes all rows that meet the condition and tells how many. */
    public final CompletableFuture<Long> deleteMany(Function<F, Condition<M>> where) {
        return run(all -> all.deleteMany(where));
    }

    /** Deletes rows that meet the condition, at most so many, and tells how many. */
    public final CompletableFuture<Long> deleteMany(Function<F, Condition<M>> where, int limit) {
        return run(all -> all.deleteMany(where, limit));
    }

    /** Deletes all rows there are and tells how many. */
    public final CompletableFuture<Long> deleteAll() {
        return run(ChangeDelegate::deleteAll);
    }

    /** Deletes all rows that meet the condition and gives them as they were. */
    public final CompletableFuture<List<M>> deleteManyAndReturn(Function<F, Condition<M>> where) {
        return run(all -> all.deleteManyAndReturn(where));
    }

    /** Deletes all rows that meet the condition and gives them as they were, in the shape of the query. */
    public final <R> CompletableFuture<List<R>> deleteManyAndReturn(
            Function<F, Condition<M>> where, Function<Q, Reading<M, R>> shape) {
        return run(all -> all.deleteManyAndReturn(where, shape));
    }

    /** Changes a row for each item, each in its own way, and tells how many there were. */
    public final <T> CompletableFuture<Long> updateEach(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiConsumer<P, ? super T> changes) {
        return run(all -> all.<T>updateEach(items, key, changes));
    }

    /** Changes a row for each item, each in its own way, and gives them. */
    public final <T> CompletableFuture<List<M>> updateEachAndReturn(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiConsumer<P, ? super T> changes) {
        return run(all -> all.<T>updateEachAndReturn(items, key, changes));
    }
}
