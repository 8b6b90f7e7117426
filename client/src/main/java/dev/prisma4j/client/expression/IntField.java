package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.AggregateFunction;

/**
 * An Int.
 *
 * @param <M> the model at the root of the query
 */
public final class IntField<M> extends ComparableField<M, Integer> implements WholeExpression<M, Integer> {
    /** For generated code. */
    public IntField(ModelFields<M> fields, int index) {
        super(fields, index);
    }

    /** The sum, in aggregates and groups; null over no values. */
    public Aggregate<M, Long> sum() {
        return aggregate(AggregateFunction.SUM);
    }

    /** The mean, in aggregates and groups; null over no values. */
    public Aggregate<M, Double> avg() {
        return aggregate(AggregateFunction.AVG);
    }
}
