package dev.prisma4j.client.async;

import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.client.delegate.UniqueReadDelegate;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.client.query.Reading;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.FindUnique;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a model that only read, without waiting. Reads by key that are asked for at about the same time go to
 * the database as one statement.
 *
 * @param <M> the model's record
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <Q> an empty read
 */
public class AsyncUniqueReadDelegate<M, F, U, Q> extends AsyncReadDelegate<M, F, U, Q> {
    private final Function<Session, ? extends UniqueReadDelegate<M, F, U, Q>> waiting;

    /** For generated code. */
    public AsyncUniqueReadDelegate(
            AsyncRunner runner, Function<Session, ? extends UniqueReadDelegate<M, F, U, Q>> waiting) {
        super(runner, waiting);
        this.waiting = waiting;
    }

    /** The read that a call makes; null if it cannot go together with others. */
    private <R> @Nullable FindUnique<R> asked(Function<UniqueReadDelegate<M, F, U, Q>, Optional<R>> call) {
        return AskedQuery.<R>of(asked -> call.apply(waiting.apply(asked)));
    }

    private <R> CompletableFuture<Optional<R>> unique(Function<UniqueReadDelegate<M, F, U, Q>, Optional<R>> call) {
        try {
            FindUnique<R> query = asked(call);
            return query == null
                    ? runner.run(session -> call.apply(waiting.apply(session)))
                    : runner.unique(query).into(Optional::ofNullable);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <R> CompletableFuture<R> required(
            Function<UniqueReadDelegate<M, F, U, Q>, Optional<R>> call,
            Function<UniqueReadDelegate<M, F, U, Q>, R> orThrow) {
        try {
            FindUnique<R> query = asked(call);
            return query == null
                    ? runner.run(session -> orThrow.apply(waiting.apply(session)))
                    : runner.unique(query).into(row -> {
                        if (row == null) {
                            throw Errors.recordNotFound(query.model(), "findUniqueOrThrow");
                        }
                        return row;
                    });
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The row that the key names, if there is one. */
    public final CompletableFuture<Optional<M>> findUnique(Function<U, Key<M, F>> key) {
        return unique(all -> all.findUnique(key));
    }

    /** The row that the key names, in the shape of the query, if there is one. */
    public final <R> CompletableFuture<Optional<R>> findUnique(
            Function<U, Key<M, F>> key, Function<Q, Reading<M, R>> shape) {
        return unique(all -> all.findUnique(key, shape));
    }

    /** The rows that the keys name, read with one statement; keys without a row are not in it. */
    public final <K> CompletableFuture<Map<K, M>> findUniqueAll(
            Collection<? extends K> keys, BiFunction<U, ? super K, Key<M, F>> key) {
        return runner.run(session -> waiting.apply(session).<K>findUniqueAll(keys, key));
    }

    /** The rows that the keys name, in the shape of the query; keys without a row are not in it. */
    public final <K, R> CompletableFuture<Map<K, R>> findUniqueAll(
            Collection<? extends K> keys, BiFunction<U, ? super K, Key<M, F>> key, Function<Q, Reading<M, R>> shape) {
        return runner.run(session -> waiting.apply(session).<K, R>findUniqueAll(keys, key, shape));
    }

    /** The row that the key names; the future fails with P2025 if there is none. */
    public final CompletableFuture<M> findUniqueOrThrow(Function<U, Key<M, F>> key) {
        return required(all -> all.findUnique(key), all -> all.findUniqueOrThrow(key));
    }

    /** The row that the key names, in the shape of the query; the future fails with P2025 if there is none. */
    public final <R> CompletableFuture<R> findUniqueOrThrow(
            Function<U, Key<M, F>> key, Function<Q, Reading<M, R>> shape) {
        return required(all -> all.findUnique(key, shape), all -> all.findUniqueOrThrow(key, shape));
    }
}
