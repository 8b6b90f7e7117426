package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition.Compare;
import dev.prisma4j.engine.query.Condition.In;
import dev.prisma4j.engine.query.Condition.IsNull;
import dev.prisma4j.engine.query.FieldReference;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.ScalarField;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A field with one value. Compared with a missing value every comparison is unknown, as in SQL: such rows meet neither
 * it nor its negation; ask for them with {@link #isNull()}.
 *
 * @param <M> the model at the root of the query
 * @param <T> the type of the value
 */
public sealed class Field<M, T> implements Expression<M, T> permits SortableField {
    final ModelType<?> type;
    final Path path;
    final int index;
    final boolean ignoreCase;

    /** For generated code: a field by its position among the scalars of its model. */
    public Field(ModelFields<M> fields, int index) {
        this(fields.type, fields.path, index, false);
    }

    Field(ModelType<?> type, Path path, int index, boolean ignoreCase) {
        this.type = type;
        this.path = path;
        this.index = index;
        this.ignoreCase = ignoreCase;
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

    /** One of several values; never, if there are none. */
    public final Condition<M> in(Collection<? extends T> values) {
        return among(values, false);
    }

    /** One of several values. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> in(T... values) {
        return among(Arrays.asList(values), false);
    }

    /** None of several values, and not missing. */
    public final Condition<M> notIn(Collection<? extends T> values) {
        return among(values, true);
    }

    /** None of several values, and not missing. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> notIn(T... values) {
        return among(Arrays.asList(values), true);
    }

    /** Missing: NULL in the database. */
    public final Condition<M> isNull() {
        return condition(new IsNull(operand(), false));
    }

    /** Not missing. */
    public final Condition<M> isNotNull() {
        return condition(new IsNull(operand(), true));
    }

    /** How many rows have a value, in aggregates and groups. */
    public final Aggregate<M, Long> count() {
        return aggregate(AggregateFunction.COUNT);
    }

    @Override
    public final Path path() {
        return path;
    }

    @Override
    public final Formula formula() {
        return new Formula.Column(field());
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // T of a missing value is null
    public final RowReader<T> readWith(SelectionBuilder builder) {
        RowReader<?> raw = builder.scalar(path, field());
        return (RowReader<T>) (RowReader<?>) row -> type.convert(index, raw.read(row));
    }

    /** The field in the datamodel. For the library, not for users. */
    public final ScalarField field() {
        return type.scalar(index);
    }

    /**
     * The field, when it must belong to the model at the root of the query.
     *
     * @throws IllegalArgumentException if it belongs to a related model
     */
    public final ScalarField ownField() {
        if (!path.isRoot()) {
            throw new IllegalArgumentException(
                    field() + " belongs to a related model; here only fields of the model itself count.");
        }
        return field();
    }

    final Condition<M> compare(Comparator comparator, Object value) {
        return condition(new Compare(operand(), comparator, right(value), ignoreCase));
    }

    final Object right(Object value) {
        if (value instanceof Field<?, ?> other) {
            if (!other.path.equals(path)) {
                throw new IllegalArgumentException(
                        field() + " cannot be compared with " + other.field() + ": only fields of one row can.");
            }
            return new FieldReference(other.field());
        }
        if (value instanceof Expression<?, ?> other) {
            return Formulas.besides(path, other);
        }
        return Values.compared(value, field().toString());
    }

    final Operand operand() {
        return new Operand.Column(field());
    }

    final Condition<M> condition(dev.prisma4j.engine.query.Condition condition) {
        return Condition.of(path.fromRoot(condition));
    }

    final <A> Aggregate<M, A> aggregate(AggregateFunction function) {
        return new Aggregate<>(new AggregateField(function, ownField()), null);
    }

    final Aggregate<M, T> extreme(AggregateFunction function) {
        return new Aggregate<>(new AggregateField(function, ownField()), value -> type.convert(index, value));
    }

    private Condition<M> among(Collection<?> values, boolean negated) {
        List<Object> converted = Values.all(values, field().toString());
        return condition(new In(operand(), converted, negated, ignoreCase));
    }

    @Override
    public String toString() {
        return field().toString();
    }
}
