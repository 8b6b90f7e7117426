package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Reads the row that a unique criterion names, or gives null.
 *
 * @param model the model
 * @param where the criterion
 * @param selection what to read
 * @param options how to read
 */
public record FindUnique<T extends @Nullable Object>(
        Model model, Unique where, Selection<T> selection, ReadOptions options) implements Query<@Nullable T> {
    @Override
    public boolean isRead() {
        return options.lock() == null;
    }

    @Override
    public String operation() {
        return "findUnique";
    }
}
