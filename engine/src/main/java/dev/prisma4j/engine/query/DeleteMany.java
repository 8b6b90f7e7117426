package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Deletes many rows and tells how many.
 *
 * @param where which rows, or null for all
 * @param limit at most how many rows, or null
 */
public record DeleteMany(
        Model model, @Nullable Condition where, @Nullable Integer limit) implements Query<Long> {
    @Override
    public String operation() {
        return "deleteMany";
    }
}
