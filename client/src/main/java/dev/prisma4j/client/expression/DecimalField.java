package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.AggregateFunction;
import java.math.BigDecimal;

/**
 * A Decimal.
 *
 * @param <M> the model at the root of the query
 */
public final class DecimalField<M> extends ComparableField<M, BigDecimal> implements DecimalExpression<M> {
    /** For generated code. */
    public DecimalField(ModelFields<M> fields, int index) {
        super(fields, index);
    }

    /** The sum, in aggregates and groups; null over no values. */
    public Aggregate<M, BigDecimal> sum() {
        return aggregate(AggregateFunction.SUM);
    }

    /** The mean, in aggregates and groups; null over no values. */
    public Aggregate<M, BigDecimal> avg() {
        return aggregate(AggregateFunction.AVG);
    }
}
