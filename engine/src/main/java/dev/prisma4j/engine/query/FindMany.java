package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows. */
public record FindMany<T extends @Nullable Object>(
        Model model, ReadArguments arguments, Selection<T> selection, ReadOptions options) implements Query<List<T>> {
    /** The same with soft-deleted rows. */
    public FindMany<T> withDeleted() {
        ReadArguments all = new ReadArguments(
                arguments.where(),
                arguments.orderBy(),
                arguments.cursor(),
                arguments.take(),
                arguments.skip(),
                arguments.distinct(),
                true);
        return new FindMany<>(model, all, selection, options);
    }

    @Override
    public boolean isRead() {
        return options.lock() == null;
    }

    @Override
    public String operation() {
        return "findMany";
    }
}
