package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Changes one row, which must exist (P2025), and what the data says about related rows, in one transaction. If a
 * nested write deletes the row itself (by a cascade), the result is null.
 *
 * @param selection what to read back of the changed row
 */
public record Update<T extends @Nullable Object>(Model model, Unique where, UpdateData data, Selection<T> selection)
        implements Query<T> {
    @Override
    public String operation() {
        return "update";
    }
}
