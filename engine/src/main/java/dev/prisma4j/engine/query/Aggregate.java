package dev.prisma4j.engine.query;

import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes over all rows that the arguments name.
 *
 * @param aggregates what to compute, in the order of the row's positions
 * @param reader makes an object of the one row
 */
public record Aggregate<T extends @Nullable Object>(
        Model model, ReadArguments arguments, List<AggregateField> aggregates, RowReader<? extends T> reader)
        implements Query<T> {
    public Aggregate {
        aggregates = List.copyOf(aggregates);
    }

    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public String operation() {
        return "aggregate";
    }
}
