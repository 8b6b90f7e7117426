package dev.prisma4j.engine.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE.
 *
 * @param where which rows, or null for all
 * @param limit at most how many rows, where the database knows that; or null
 * @param returning what to give back of the deleted rows
 */
public record Delete(
        Source.Table table,
        @Nullable Expression where,
        @Nullable Expression limit,
        List<Expression.Column> returning) {
    public Delete {
        returning = List.copyOf(returning);
    }
}
