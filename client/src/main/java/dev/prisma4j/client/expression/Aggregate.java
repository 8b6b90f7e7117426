package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition.Compare;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Order.ByAggregate;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.SortOrder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value computed over many rows: to be selected by {@code aggregate} and {@code groupBy}, and by the latter compared in
 * {@code having} and ordered by. But for counts it is null over no values.
 *
 * @param <M> the model
 * @param <T> the type of the value
 */
public final class Aggregate<M, T> implements Selection<M, T> {
    private final AggregateField field;
    private final @Nullable UnaryOperator<@Nullable Object> convert;

    Aggregate(AggregateField field, @Nullable UnaryOperator<@Nullable Object> convert) {
        this.field = field;
        this.convert = convert;
    }

    public Condition<M> eq(T value) {
        return compare(Comparator.EQ, value);
    }

    public Condition<M> ne(T value) {
        return compare(Comparator.NE, value);
    }

    public Condition<M> lt(T value) {
        return compare(Comparator.LT, value);
    }

    public Condition<M> lte(T value) {
        return compare(Comparator.LTE, value);
    }

    public Condition<M> gt(T value) {
        return compare(Comparator.GT, value);
    }

    public Condition<M> gte(T value) {
        return compare(Comparator.GTE, value);
    }

    /** There was no value to compute over. */
    public Condition<M> isNull() {
        return Condition.of(new dev.prisma4j.engine.query.Condition.IsNull(operand(), false));
    }

    /** There was a value to compute over. */
    public Condition<M> isNotNull() {
        return Condition.of(new dev.prisma4j.engine.query.Condition.IsNull(operand(), true));
    }

    /** Smallest first. */
    public Order<M> asc() {
        return Order.of(new ByAggregate(field.function(), field.field(), SortOrder.ASC));
    }

    /** Greatest first. */
    public Order<M> desc() {
        return Order.of(new ByAggregate(field.function(), field.field(), SortOrder.DESC));
    }

    @Override
    @SuppressWarnings("unchecked")
    public RowReader<T> readWith(SelectionBuilder builder) {
        RowReader<@Nullable Object> raw = builder.aggregate(field);
        UnaryOperator<@Nullable Object> converter = convert;
        RowReader<@Nullable Object> reader = converter == null ? raw : row -> converter.apply(raw.read(row));
        return (RowReader<T>) (RowReader<?>) reader;
    }

    private Condition<M> compare(Comparator comparator, T value) {
        return Condition.of(new Compare(
                operand(), comparator, Values.compared(value, field.function().name()), false));
    }

    private Operand operand() {
        return new Operand.Aggregated(field.function(), field.field());
    }
}
