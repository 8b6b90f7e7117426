package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes many rows and reads them back.
 *
 * @param rows the data, without relations
 * @param skipDuplicates whether rows that would break a unique constraint are left out
 * @param selection what to read back of the new rows
 */
public record CreateManyAndReturn<T extends @Nullable Object>(
        Model model, List<CreateData> rows, boolean skipDuplicates, Selection<T> selection) implements Query<List<T>> {
    public CreateManyAndReturn {
        rows = List.copyOf(rows);
    }

    @Override
    public String operation() {
        return "createManyAndReturn";
    }
}
