package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/** Reads the first row, or gives null. A {@code take} in the arguments only tells the direction. */
public record FindFirst<T extends @Nullable Object>(
        Model model, ReadArguments arguments, Selection<T> selection, ReadOptions options)
        implements Query<@Nullable T> {
    @Override
    public boolean isRead() {
        return options.lock() == null;
    }

    @Override
    public String operation() {
        return "findFirst";
    }
}
