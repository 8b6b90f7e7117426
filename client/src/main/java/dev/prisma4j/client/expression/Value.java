package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition.Compare;
import dev.prisma4j.engine.query.Condition.In;
import dev.prisma4j.engine.query.Condition.IsNull;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Order.ByFormula;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.SortOrder;
import java.util.Arrays;
import java.util.Collection;

/**
 * A value that the database computes of fields of one row.
 *
 * @param <M> the model at the root of the query
 * @param <T> the type of the value
 */
public sealed class Value<M, T> implements Expression<M, T> permits WholeValue, DoubleValue, DecimalValue, TextValue {
    private final Path path;
    private final Formula formula;

    Value(Path path, Formula formula) {
        this.path = path;
        this.formula = formula;
    }

    @Override
    public final Path path() {
        return path;
    }

    @Override
    public final Formula formula() {
        return formula;
    }

    /** Equal to a value. */
    public final Condition<M> eq(T value) {
        return compare(Comparator.EQ, value);
    }

    /** Equal to another value of the same row. */
    public final Condition<M> eq(Expression<M, T> other) {
        return compare(Comparator.EQ, other);
    }

    /** Not equal to a value, and not missing. */
    public final Condition<M> ne(T value) {
        return compare(Comparator.NE, value);
    }

    /** Not equal to another value of the same row, and neither missing. */
    public final Condition<M> ne(Expression<M, T> other) {
        return compare(Comparator.NE, other);
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

    /** One of several values; never, if there are none. */
    public final Condition<M> in(Collection<? extends T> values) {
        return condition(new In(operand(), Values.all(values, "an expression"), false, false));
    }

    /** One of several values. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> in(T... values) {
        return in(Arrays.asList(values));
    }

    /** Missing. */
    public final Condition<M> isNull() {
        return condition(new IsNull(operand(), false));
    }

    /** Not missing. */
    public final Condition<M> isNotNull() {
        return condition(new IsNull(operand(), true));
    }

    /** Smallest first. */
    public final Order<M> asc() {
        return Order.of(new ByFormula(path.steps(), formula, SortOrder.ASC, null));
    }

    /** Greatest first. */
    public final Order<M> desc() {
        return Order.of(new ByFormula(path.steps(), formula, SortOrder.DESC, null));
    }

    @Override
    @SuppressWarnings("unchecked")
    public final RowReader<T> readWith(SelectionBuilder builder) {
        return (RowReader<T>) (RowReader<?>) builder.computed(path, formula);
    }

    final Operand operand() {
        return new Operand.Computed(formula);
    }

    final Condition<M> condition(dev.prisma4j.engine.query.Condition condition) {
        return Condition.of(path.fromRoot(condition));
    }

    final Condition<M> compare(Comparator comparator, Object value) {
        Object right = value instanceof Expression<?, ?> other
                ? Formulas.besides(path, other)
                : Values.compared(value, "an expression");
        return condition(new Compare(operand(), comparator, right, false));
    }

    @Override
    public final String toString() {
        return formula.toString();
    }
}
