package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Deletes one row, which must exist (P2025).
 *
 * @param selection what to read of the row before it goes
 */
public record Delete<T extends @Nullable Object>(Model model, Unique where, Selection<T> selection)
        implements Query<T> {
    @Override
    public String operation() {
        return "delete";
    }
}
