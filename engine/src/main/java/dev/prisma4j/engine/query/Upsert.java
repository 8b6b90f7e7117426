package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Changes a row, or makes it where it does not exist.
 *
 * @param selection what to read back of the row
 */
public record Upsert<T extends @Nullable Object>(
        Model model, Unique where, CreateData create, UpdateData update, Selection<T> selection) implements Query<T> {
    @Override
    public String operation() {
        return "upsert";
    }
}
