package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import java.util.Arrays;

/**
 * A BigInt.
 *
 * @param <M> the model at the root of the query
 */
public final class LongField<M> extends ComparableField<M, Long> implements WholeExpression<M, Long> {
    /** For generated code. */
    public LongField(ModelFields<M> fields, int index) {
        super(fields, index);
    }

    /** Equal to a value. */
    public Condition<M> eq(long value) {
        return compare(Comparator.EQ, value);
    }

    /** Not equal to a value, and not missing. */
    public Condition<M> ne(long value) {
        return compare(Comparator.NE, value);
    }

    /** Less than a value. */
    public Condition<M> lt(long value) {
        return compare(Comparator.LT, value);
    }

    /** At most a value. */
    public Condition<M> lte(long value) {
        return compare(Comparator.LTE, value);
    }

    /** More than a value. */
    public Condition<M> gt(long value) {
        return compare(Comparator.GT, value);
    }

    /** At least a value. */
    public Condition<M> gte(long value) {
        return compare(Comparator.GTE, value);
    }

    /** One of several values. */
    public Condition<M> in(long... values) {
        return in(Arrays.stream(values).boxed().toList());
    }

    /** Between two values, both included. */
    public Condition<M> between(long low, long high) {
        return gte(low).and(lte(high));
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
