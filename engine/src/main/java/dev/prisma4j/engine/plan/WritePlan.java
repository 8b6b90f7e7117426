package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * One statement that writes.
 *
 * @param model whose rows, for errors; null for a join table
 * @param sql the statement
 * @param columns of the rows that it gives back; none where it tells a number
 * @param slots how many values it takes
 */
public record WritePlan(@Nullable Model model, SqlText sql, Column[] columns, int slots) {
    /** The same for more values. */
    public WritePlan withSlots(int count) {
        return new WritePlan(model, sql, columns, count);
    }
}
