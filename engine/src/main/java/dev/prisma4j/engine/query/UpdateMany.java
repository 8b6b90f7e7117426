package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Changes many rows and tells how many.
 *
 * @param where which rows, or null for all
 * @param data changes of their own fields
 * @param limit at most how many rows, or null
 */
public record UpdateMany(
        Model model,
        @Nullable Condition where,
        UpdateData data,
        @Nullable Integer limit) implements Query<Long> {
    @Override
    public String operation() {
        return "updateMany";
    }
}
