package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.Comparator;

/**
 * A field whose values can be compared: numbers, texts and times.
 *
 * @param <M> the model at the root of the query
 * @param <T> the type of the value
 */
public sealed class ComparableField<M, T> extends SortableField<M, T>
        permits IntField, LongField, DoubleField, DecimalField, StringField {
    /** For generated code. */
    public ComparableField(ModelFields<M> fields, int index) {
        super(fields, index);
    }

    ComparableField(ModelType<?> type, Path path, int index, boolean ignoreCase) {
        super(type, path, index, ignoreCase);
    }

    /** Less than a value. */
    public final Condition<M> lt(T value) {
        return compare(Comparator.LT, value);
    }

    /** Less than another value of the same row. */
    public final Condition<M> lt(Expression<M, T> other) {
        return compare(Comparator.LT, other);
    }

    /** At most a value. */
    public final Condition<M> lte(T value) {
        return compare(Comparator.LTE, value);
    }

    /** At most another value of the same row. */
    public final Condition<M> lte(Expression<M, T> other) {
        return compare(Comparator.LTE, other);
    }

    /** More than a value. */
    public final Condition<M> gt(T value) {
        return compare(Comparator.GT, value);
    }

    /** More than another value of the same row. */
    public final Condition<M> gt(Expression<M, T> other) {
        return compare(Comparator.GT, other);
    }

    /** At least a value. */
    public final Condition<M> gte(T value) {
        return compare(Comparator.GTE, value);
    }

    /** At least another value of the same row. */
    public final Condition<M> gte(Expression<M, T> other) {
        return compare(Comparator.GTE, other);
    }

    /** Between two values, both included. */
    public final Condition<M> between(T low, T high) {
        return gte(low).and(lte(high));
    }
}
