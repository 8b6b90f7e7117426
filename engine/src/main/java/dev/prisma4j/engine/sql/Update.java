package dev.prisma4j.engine.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE.
 *
 * @param where which rows, or null for all
 * @param limit at most how many rows, where the database knows that; or null
 * @param returning what to give back of the changed rows
 */
public record Update(
        Source.Table table,
        List<Assignment> assignments,
        @Nullable Expression where,
        @Nullable Expression limit,
        List<Expression.Column> returning) {
    public Update {
        assignments = List.copyOf(assignments);
        returning = List.copyOf(returning);
    }

    /** A column's new value. */
    public record Assignment(String column, Expression value) {}
}
