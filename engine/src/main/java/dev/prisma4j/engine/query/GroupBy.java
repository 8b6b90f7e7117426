package dev.prisma4j.engine.query;

import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes per group of rows. A row of the result has the {@code by} fields first, then the aggregates.
 *
 * @param where which rows are grouped, or null for all
 * @param by the fields that make a group; at least one
 * @param aggregates what to compute per group
 * @param having what groups must meet: fields of {@code by} and {@link Operand.Aggregated}, or null for all
 * @param orderBy {@link Order.ByField} of {@code by} fields and {@link Order.ByAggregate}
 * @param take how many groups, negative from the end; null for all
 * @param skip how many groups to leave out first; null for none
 */
public record GroupBy<T extends @Nullable Object>(
        Model model,
        @Nullable Condition where,
        List<ScalarField> by,
        List<AggregateField> aggregates,
        @Nullable Condition having,
        List<Order> orderBy,
        @Nullable Integer take,
        @Nullable Integer skip,
        RowReader<? extends T> reader)
        implements Query<List<T>> {
    public GroupBy {
        by = List.copyOf(by);
        aggregates = List.copyOf(aggregates);
        orderBy = List.copyOf(orderBy);
    }

    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public String operation() {
        return "groupBy";
    }
}
