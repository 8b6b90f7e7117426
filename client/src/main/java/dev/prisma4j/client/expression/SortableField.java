package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Order.ByField;
import dev.prisma4j.schema.model.SortOrder;

/**
 * A field whose values have an order that the database knows.
 *
 * @param <M> the model at the root of the query
 * @param <T> the type of the value
 */
public sealed class SortableField<M, T> extends Field<M, T> permits ComparableField {
    /** For generated code. */
    public SortableField(ModelFields<M> fields, int index) {
        super(fields, index);
    }

    SortableField(ModelType<?> type, Path path, int index, boolean ignoreCase) {
        super(type, path, index, ignoreCase);
    }

    /** Smallest first. */
    public final Order<M> asc() {
        return order(SortOrder.ASC);
    }

    /** Greatest first. */
    public final Order<M> desc() {
        return order(SortOrder.DESC);
    }

    /** The smallest value, in aggregates and groups. */
    public final Aggregate<M, T> min() {
        return extreme(AggregateFunction.MIN);
    }

    /** The greatest value, in aggregates and groups. */
    public final Aggregate<M, T> max() {
        return extreme(AggregateFunction.MAX);
    }

    private Order<M> order(SortOrder direction) {
        return Order.of(new ByField(path.steps(), field(), direction, null));
    }
}
