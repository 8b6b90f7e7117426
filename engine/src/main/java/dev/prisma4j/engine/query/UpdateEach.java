package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import java.util.List;

/**
 * Changes many rows, each in its own way, and tells how many there were. Rows that do not exist are left out. Changes of
 * the rows' own fields go together in one statement for as many as fit into one; rows whose changes speak of related rows
 * or of their own key, and rows with further conditions of their own, are changed one by one in a transaction.
 *
 * @param changes the rows and their changes, in order
 */
public record UpdateEach(Model model, List<Change> changes) implements Query<Long> {
    public UpdateEach {
        changes = List.copyOf(changes);
    }

    /** A row and its changes. */
    public record Change(Unique where, UpdateData data) {}

    @Override
    public String operation() {
        return "updateEach";
    }
}
