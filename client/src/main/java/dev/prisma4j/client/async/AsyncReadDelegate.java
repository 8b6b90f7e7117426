package dev.prisma4j.client.async;

import dev.prisma4j.client.delegate.ReadDelegate;
import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.query.AggregateBuilder;
import dev.prisma4j.client.query.Aggregated;
import dev.prisma4j.client.query.GroupBuilder;
import dev.prisma4j.client.query.Grouped;
import dev.prisma4j.client.query.Reading;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a model that only read, and name no row by a key, without waiting.
 *
 * @param <M> the model's record
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <Q> an empty read
 */
public class AsyncReadDelegate<M, F, U, Q> {
    final AsyncRunner runner;
    private final Function<Session, ? extends ReadDelegate<M, F, U, Q>> waiting;

    /** For generated code. */
    public AsyncReadDelegate(AsyncRunner runner, Function<Session, ? extends ReadDelegate<M, F, U, Q>> waiting) {
        this.runner = runner;
        this.waiting = waiting;
    }

    private <R extends @Nullable Object> CompletableFuture<R> run(Function<ReadDelegate<M, F, U, Q>, R> call) {
        return runner.run(session -> call.apply(waiting.apply(session)));
    }

    /** All rows. */
    public final CompletableFuture<List<M>> findMany() {
        return run(ReadDelegate::findMany);
    }

    /** The rows that the query names, in its shape. */
    public final <R> CompletableFuture<List<R>> findMany(Function<Q, Reading<M, R>> query) {
        return run(all -> all.findMany(query));
    }

    /**
     * Hands the rows that the query names to an action, one after the other and never all at once. After a cancel no more
     * are handed over.
     *
     * @return how many there were
     */
    public final <R> CompletableFuture<Long> forEach(Function<Q, Reading<M, R>> query, Consumer<? super R> action) {
        return runner.run(session -> {
            long handed = 0;
            try (Stream<R> rows = waiting.apply(session).stream(query)) {
                for (Iterator<R> each = rows.iterator(); each.hasNext() && !session.isCancelled(); handed++) {
                    action.accept(each.next());
                }
            }
            return handed;
        });
    }

    /** The first row, if there is one. */
    public final CompletableFuture<Optional<M>> findFirst() {
        return run(ReadDelegate::findFirst);
    }

    /** The first row that the query names, if there is one. */
    public final <R> CompletableFuture<Optional<R>> findFirst(Function<Q, Reading<M, R>> query) {
        return run(all -> all.findFirst(query));
    }

    /** The first row; the future fails with P2025 if there is none. */
    public final CompletableFuture<M> findFirstOrThrow() {
        return run(ReadDelegate::findFirstOrThrow);
    }

    /** The first row that the query names; the future fails with P2025 if there is none. */
    public final <R> CompletableFuture<R> findFirstOrThrow(Function<Q, Reading<M, R>> query) {
        return run(all -> all.findFirstOrThrow(query));
    }

    /** How many rows there are. */
    public final CompletableFuture<Long> count() {
        return run(ReadDelegate::count);
    }

    /** How many rows the query names. */
    public final CompletableFuture<Long> count(Function<Q, ? extends Reading<M, ?>> query) {
        return run(all -> all.count(query));
    }

    /** Whether a row meets the condition. */
    public final CompletableFuture<Boolean> exists(Function<F, Condition<M>> where) {
        return run(all -> all.exists(where));
    }

    /** What the aggregate computes over all its rows. */
    public final <R extends @Nullable Object> CompletableFuture<R> aggregate(
            Function<AggregateBuilder<M, F, U>, Aggregated<M, R>> aggregate) {
        return this.<R>run(all -> all.<R>aggregate(aggregate));
    }

    /** What the grouping reads of each of its groups. */
    public final <R extends @Nullable Object> CompletableFuture<List<R>> groupBy(
            Function<GroupBuilder<M, F>, Grouped<M, R>> grouping) {
        return run(all -> all.groupBy(grouping));
    }
}
