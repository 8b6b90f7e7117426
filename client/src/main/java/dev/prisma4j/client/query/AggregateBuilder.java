package dev.prisma4j.client.query;

import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.expression.Order;
import dev.prisma4j.client.expression.Selection;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.query.Aggregate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate over rows under construction: {@code a -> a.where(..).map(u -> u.age().avg())}.
 *
 * @param <M> the model
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 */
public final class AggregateBuilder<M, F, U> {
    private final ReadState<M> state;

    private @Nullable CacheStrategy cache;

    /** For the library. */
    public AggregateBuilder(ModelType<M> type) {
        state = new ReadState<>(type);
    }

    /** Only over rows that meet the condition; several calls must all hold. */
    public AggregateBuilder<M, F, U> where(Function<F, Condition<M>> condition) {
        state.where(condition.apply(fields()).engine());
        return this;
    }

    /** The order that cursor, skip and take count in. */
    public AggregateBuilder<M, F, U> orderBy(Function<F, Order<M>> order) {
        state.orderBy(order.apply(fields()).engine());
        return this;
    }

    /** Also over rows that were soft-deleted. */
    public AggregateBuilder<M, F, U> withDeleted() {
        state.deleted = true;
        return this;
    }

    /** Leaves out the first rows. */
    public AggregateBuilder<M, F, U> skip(int rows) {
        state.skip = rows;
        return this;
    }

    /** Over at most that many rows; a negative number takes them from the end. */
    public AggregateBuilder<M, F, U> take(int rows) {
        state.take = rows;
        return this;
    }

    /** Starts at that row, which is included. */
    @SuppressWarnings("unchecked")
    public AggregateBuilder<M, F, U> cursor(Function<U, Key<M, F>> row) {
        state.cursor(row.apply((U) state.type.unique()).engine());
        return this;
    }

    /** Keeps the answer as the strategy says; not in transactions. */
    public AggregateBuilder<M, F, U> cache(CacheStrategy strategy) {
        cache = strategy;
        return this;
    }

    /** What to compute, and what to make of it. */
    public <R extends @Nullable Object> Aggregated<M, R> map(Function<F, ? extends Selection<M, R>> projection) {
        SelectionBuilder builder = SelectionBuilder.ofAggregates(state.type.model());
        var reader = projection.apply(fields()).readWith(builder);
        return new Aggregated<>(
                new Aggregate<>(state.type.model(), state.arguments(), builder.aggregates(), reader), cache);
    }

    @SuppressWarnings("unchecked")
    private F fields() {
        return (F) state.type.fields(Path.ROOT);
    }
}
