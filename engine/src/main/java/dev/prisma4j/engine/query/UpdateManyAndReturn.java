package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes many rows and reads them back.
 *
 * @param where which rows, or null for all
 * @param data changes of their own fields
 * @param limit at most how many rows, or null
 * @param selection what to read back of the changed rows
 */
public record UpdateManyAndReturn<T extends @Nullable Object>(
        Model model,
        @Nullable Condition where,
        UpdateData data,
        @Nullable Integer limit,
        Selection<T> selection) implements Query<List<T>> {
    @Override
    public String operation() {
        return "updateManyAndReturn";
    }
}
