package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition.Compare;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Order.ByRelationCount;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.SortOrder;

/**
 * The number of related rows: to be selected, compared and ordered by.
 *
 * @param <M> the model at the root of the query
 */
public final class RelatedCount<M> implements Selection<M, Long> {
    private final Path path;
    private final RelationCount count;

    RelatedCount(Path path, RelationCount count) {
        this.path = path;
        this.count = count;
    }

    public Condition<M> eq(long value) {
        return compare(Comparator.EQ, value);
    }

    public Condition<M> ne(long value) {
        return compare(Comparator.NE, value);
    }

    public Condition<M> lt(long value) {
        return compare(Comparator.LT, value);
    }

    public Condition<M> lte(long value) {
        return compare(Comparator.LTE, value);
    }

    public Condition<M> gt(long value) {
        return compare(Comparator.GT, value);
    }

    public Condition<M> gte(long value) {
        return compare(Comparator.GTE, value);
    }

    /** Fewest first. */
    public Order<M> asc() {
        return order(SortOrder.ASC);
    }

    /** Most first. */
    public Order<M> desc() {
        return order(SortOrder.DESC);
    }

    @Override
    @SuppressWarnings("unchecked")
    public RowReader<Long> readWith(SelectionBuilder builder) {
        return (RowReader<Long>) (RowReader<?>) builder.count(path, count);
    }

    private Condition<M> compare(Comparator comparator, long value) {
        return Condition.of(path.fromRoot(
                new Compare(new Operand.RelationCounted(count.relation(), count.where()), comparator, value, false)));
    }

    private Order<M> order(SortOrder direction) {
        return Order.of(new ByRelationCount(path.steps(), count.relation(), count.where(), direction));
    }
}
