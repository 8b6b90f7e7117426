package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows. */
public record FindMany<T extends @Nullable Object>(
        Model model, ReadArguments arguments, Selection<T> selection, ReadOptions options) implements Query<List<T>> {
    @Override
    public boolean isRead() {
        return options.lock() == null;
    }

    @Override
    public String operation() {
        return "findMany";
    }
}
