package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Formula;

/**
 * A Float that the database computes.
 *
 * @param <M> the model at the root of the query
 */
public final class DoubleValue<M> extends Value<M, Double> implements DoubleExpression<M> {
    DoubleValue(Path path, Formula formula) {
        super(path, formula);
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

    /** Between two values, both included. */
    public Condition<M> between(double low, double high) {
        return gte(low).and(lte(high));
    }
}
