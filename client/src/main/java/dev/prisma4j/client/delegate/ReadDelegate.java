package dev.prisma4j.client.delegate;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.query.AggregateBuilder;
import dev.prisma4j.client.query.Aggregated;
import dev.prisma4j.client.query.GroupBuilder;
import dev.prisma4j.client.query.Grouped;
import dev.prisma4j.client.query.ReadState;
import dev.prisma4j.client.query.Reading;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a model that only read, and name no row by a key.
 *
 * @param <M> the model's record
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <Q> an empty read
 */
public abstract class ReadDelegate<M, F, U, Q> {
    final Session session;
    final ModelType<M> type;

    /** For generated code. */
    protected ReadDelegate(Session session, ModelType<M> type) {
        this.session = session;
        this.type = type;
    }

    /** All rows. */
    public final List<M> findMany() {
        return session.execute(new FindMany<>(type.model(), ReadArguments.ALL, type.all(), ReadOptions.DEFAULT));
    }

    /** The rows that the query names, in its shape. */
    public final <R> List<R> findMany(Function<Q, Reading<M, R>> query) {
        ReadState<M> state = state(query);
        return session.execute(many(state), state.cache());
    }

    /**
     * The rows that the query names, one after the other and never all at once. The stream holds a connection: use it in
     * a try block.
     */
    public final <R> Stream<R> stream(Function<Q, Reading<M, R>> query) {
        ReadState<M> state = state(query);
        if (state.cache() != null) {
            throw new IllegalArgumentException("A stream of " + type + " is not kept: leave out cache(..).");
        }
        return session.stream(many(state));
    }

    /** The first row, if there is one. */
    public final Optional<M> findFirst() {
        return Optional.ofNullable(
                session.execute(new FindFirst<>(type.model(), ReadArguments.ALL, type.all(), ReadOptions.DEFAULT)));
    }

    /** The first row that the query names, if there is one. */
    public final <R> Optional<R> findFirst(Function<Q, Reading<M, R>> query) {
        ReadState<M> state = state(query);
        return Optional.ofNullable(session.execute(
                new FindFirst<>(
                        type.model(), state.arguments(), ReadDelegate.<R>typed(state.selection()), state.options()),
                state.cache()));
    }

    /**
     * The first row.
     *
     * @throws dev.prisma4j.engine.error.RecordNotFoundException P2025 if there is none
     */
    public final M findFirstOrThrow() {
        return findFirst().orElseThrow(() -> Errors.recordNotFound(type.model(), "findFirstOrThrow"));
    }

    /**
     * The first row that the query names.
     *
     * @throws dev.prisma4j.engine.error.RecordNotFoundException P2025 if there is none
     */
    public final <R> R findFirstOrThrow(Function<Q, Reading<M, R>> query) {
        return findFirst(query).orElseThrow(() -> Errors.recordNotFound(type.model(), "findFirstOrThrow"));
    }

    /** How many rows there are. */
    public final long count() {
        return session.execute(new Count(type.model(), ReadArguments.ALL));
    }

    /** How many rows the query names. */
    public final long count(Function<Q, ? extends Reading<M, ?>> query) {
        ReadState<M> state = state(query);
        return session.execute(new Count(type.model(), state.counted()), state.cache());
    }

    /** Whether a row meets the condition. */
    public final boolean exists(Function<F, Condition<M>> where) {
        ReadArguments arguments = ReadArguments.where(condition(where));
        Selection<Boolean> found = Selection.of(type.model(), List.of(type.scalar(0)), row -> Boolean.TRUE);
        return session.execute(new FindFirst<>(type.model(), arguments, found, ReadOptions.DEFAULT)) != null;
    }

    /** What the aggregate computes over all its rows. */
    public final <R extends @Nullable Object> R aggregate(
            Function<AggregateBuilder<M, F, U>, Aggregated<M, R>> aggregate) {
        Aggregated<M, R> built = aggregate.apply(new AggregateBuilder<>(type));
        return session.execute(built.engine(), built.cache());
    }

    /** What the grouping reads of each of its groups. */
    public final <R extends @Nullable Object> List<R> groupBy(Function<GroupBuilder<M, F>, Grouped<M, R>> grouping) {
        Grouped<M, R> built = grouping.apply(new GroupBuilder<>(type));
        return session.execute(built.engine(), built.cache());
    }

    private <R> FindMany<R> many(ReadState<M> state) {
        return new FindMany<>(
                type.model(), state.arguments(), ReadDelegate.<R>typed(state.selection()), state.options());
    }

    @SuppressWarnings("unchecked")
    final ReadState<M> state(Function<Q, ? extends Reading<M, ?>> query) {
        return query.apply((Q) type.find()).state();
    }

    @SuppressWarnings("unchecked")
    final dev.prisma4j.engine.query.Condition condition(Function<F, Condition<M>> where) {
        return where.apply((F) type.fields(Path.ROOT)).engine();
    }

    @SuppressWarnings("unchecked")
    static <R> Selection<R> typed(Selection<?> selection) {
        return (Selection<R>) selection;
    }
}
