package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Makes one row, and what the data says about related rows, in one transaction.
 *
 * @param selection what to read back of the new row
 */
public record Create<T extends @Nullable Object>(Model model, CreateData data, Selection<T> selection)
        implements Query<T> {
    @Override
    public String operation() {
        return "create";
    }
}
