package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import java.util.Arrays;

/**
 * A Float.
 *
 * @param <M> the model at the root of the query
 */
public final class DoubleField<M> extends ComparableField<M, Double> implements DoubleExpression<M> {
    /** For generated code. */
    public DoubleField(ModelFields<M> fields, int index) {
        super(fields, index);
    }

    /** Equal to a value. */
    public Condition<M> eq(double value) {
        return compare(Comparator.EQ, value);
    }

    /** Not equal to a value, and not missing. */
    public Condition<M> ne(double value) {
        return compare(Comparator.NE, value);
    }

    /** Less than a value. */
    public Condition<M> lt(double value) {
        return compare(Comparator.LT, value);
    }

    /** At most a value. */
    public Condition<M> lte(double value) {
        return compare(Comparator.LTE, value);
    }

    /** More than a value. */
    public Condition<M> gt(double value) {
        return compare(Comparator.GT, value);
    }

    /** At least a value. */
    public Condition<M> gte(double value) {
        return compare(Comparator.GTE, value);
    }

    /** One of several values. */
    public Condition<M> in(double... values) {
        return in(Arrays.stream(values).boxed().toList());
    }

    /** Between two values, both included. */
    public Condition<M> between(double low, double high) {
        return gte(low).and(lte(high));
    }

    /** The sum, in aggregates and groups; null over no values. */
    public Aggregate<M, Double> sum() {
        return aggregate(AggregateFunction.SUM);
    }

    /** The mean, in aggregates and groups; null over no values. */
    public Aggregate<M, Double> avg() {
        return aggregate(AggregateFunction.AVG);
    }
}
