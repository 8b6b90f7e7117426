package dev.prisma4j.client.async;

import dev.prisma4j.client.delegate.ModelDelegate;
import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.client.query.Reading;
import dev.prisma4j.client.write.CreateRows;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All operations of a model, without waiting: what {@code prisma.async().user()} offers.
 *
 * @param <M> the model's record
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <Q> an empty read
 * @param <P> the changes of one row
 * @param <PM> the changes of many rows
 * @param <C> the data of a new row, empty
 * @param <D> the data of a new row, complete
 */
public class AsyncModelDelegate<M, F, U, Q, P, PM, C, D> extends AsyncChangeDelegate<M, F, U, Q, P, PM> {
    private final Function<Session, ? extends ModelDelegate<M, F, U, Q, P, PM, C, D>> waiting;

    /** For generated code. */
    public AsyncModelDelegate(
            AsyncRunner runner, Function<Session, ? extends ModelDelegate<M, F, U, Q, P, PM, C, D>> waiting) {
        super(runner, waiting);
        this.waiting = waiting;
    }

    private <R extends @Nullable Object> CompletableFuture<R> run(
            Function<ModelDelegate<M, F, U, Q, P, PM, C, D>, R> call) {
        return runner.run(session -> call.apply(waiting.apply(session)));
    }

    /** Makes a row and gives it. */
    public final CompletableFuture<M> create(Function<C, D> row) {
        return run(all -> all.create(row));
    }

    /** Makes a row and gives it in the shape of the query. */
    public final <R> CompletableFuture<R> create(Function<C, D> row, Function<Q, Reading<M, R>> shape) {
        return run(all -> all.create(row, shape));
    }

    /** Changes the row that the key names, or makes it where there is none, and gives it. */
    public final CompletableFuture<M> upsert(Function<U, Key<M, F>> key, Function<C, D> row, Consumer<P> changes) {
        return run(all -> all.upsert(key, row, changes));
    }

    /** Changes the row that the key names, or makes it where there is none, and gives it in the shape of the query. */
    public final <R> CompletableFuture<R> upsert(
            Function<U, Key<M, F>> key, Function<C, D> row, Consumer<P> changes, Function<Q, Reading<M, R>> shape) {
        return run(all -> all.upsert(key, row, changes, shape));
    }

    /** Makes many rows and tells how many. */
    public final CompletableFuture<Long> createMany(Consumer<CreateRows<C, D>> rows) {
        return run(all -> all.createMany(rows));
    }

    /** Makes a row for each item and tells how many. */
    public final <T> CompletableFuture<Long> createMany(Iterable<? extends T> items, BiFunction<C, ? super T, D> row) {
        return run(all -> all.<T>createMany(items, row));
    }

    /** Makes many rows and gives them. */
    public final CompletableFuture<List<M>> createManyAndReturn(Consumer<CreateRows<C, D>> rows) {
        return run(all -> all.createManyAndReturn(rows));
    }

    /** Makes many rows and gives them in the shape of the query. */
    public final <R> CompletableFuture<List<R>> createManyAndReturn(
            Consumer<CreateRows<C, D>> rows, Function<Q, Reading<M, R>> shape) {
        return run(all -> all.createManyAndReturn(rows, shape));
    }

    /** Makes a row for each item, or changes the one that its key names, and tells how many items there were. */
    public final <T> CompletableFuture<Long> upsertMany(
            Iterable<? extends T> items,
            BiFunction<U, ? super T, Key<M, F>> key,
            BiFunction<C, ? super T, D> row,
            BiConsumer<P, ? super T> changes) {
        return run(all -> all.<T>upsertMany(items, key, row, changes));
    }

    /** Makes a row for each item, or gives the one that its key names the same data. */
    public final <T> CompletableFuture<Long> upsertMany(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiFunction<C, ? super T, D> row) {
        return run(all -> all.<T>upsertMany(items, key, row));
    }

    /** Makes a row for each item, or changes the one that its key names, and gives the rows. */
    public final <T> CompletableFuture<List<M>> upsertManyAndReturn(
            Iterable<? extends T> items,
            BiFunction<U, ? super T, Key<M, F>> key,
            BiFunction<C, ? super T, D> row,
            BiConsumer<P, ? super T> changes) {
        return run(all -> all.<T>upsertManyAndReturn(items, key, row, changes));
    }

    /** Makes a row for each item, or gives the one that its key names the same data, and gives the rows. */
    public final <T> CompletableFuture<List<M>> upsertManyAndReturn(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiFunction<C, ? super T, D> row) {
        return run(all -> all.<T>upsertManyAndReturn(items, key, row));
    }
}
