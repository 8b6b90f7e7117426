package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes many rows and gives what they were.
 *
 * @param where which rows, or null for all
 * @param limit at most how many rows, or null
 * @param selection what to read of the rows before they go
 */
public record DeleteManyAndReturn<T extends @Nullable Object>(
        Model model, @Nullable Condition where, @Nullable Integer limit, Selection<T> selection)
        implements Query<List<T>> {
    @Override
    public String operation() {
        return "deleteManyAndReturn";
    }
}
