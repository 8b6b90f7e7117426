package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that several unique criteria name, with one statement as long as the criteria are of the same fields and
 * fit into one. The result has one element per criterion, in their order: null where there is no such row.
 *
 * @param keys the criteria
 * @param selection what to read of each row
 */
public record FindUniqueAll<T extends @Nullable Object>(
        Model model, List<Unique> keys, Selection<T> selection, ReadOptions options)
        implements Query<List<@Nullable T>> {
    public FindUniqueAll {
        keys = List.copyOf(keys);
    }

    @Override
    public boolean isRead() {
        return options.lock() == null;
    }

    @Override
    public String operation() {
        return "findUniqueAll";
    }
}
