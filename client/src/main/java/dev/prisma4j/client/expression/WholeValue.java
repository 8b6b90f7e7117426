package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Formula;

/**
 * A whole number that the database computes.
 *
 * @param <M> the model at the root of the query
 * @param <N> the type of the value
 */
public final class WholeValue<M, N extends Number> extends Value<M, N> implements WholeExpression<M, N> {
    WholeValue(Path path, Formula formula) {
        super(path, formula);
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

    /** Between two values, both included. */
    public Condition<M> between(long low, long high) {
        return gte(low).and(lte(high));
    }
}
