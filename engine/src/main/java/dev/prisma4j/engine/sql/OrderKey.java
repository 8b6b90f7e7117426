package dev.prisma4j.engine.sql;

import dev.prisma4j.engine.query.Order;
import org.jspecify.annotations.Nullable;

/**
 * A key of ORDER BY.
 *
 * @param nulls where NULLs go, or null for where the database puts them
 */
public record OrderKey(Expression expression, boolean descending, Order.@Nullable Nulls nulls) {
    /** The opposite ordering. */
    public OrderKey reversed() {
        return new OrderKey(
                expression,
                !descending,
                nulls == null ? null : nulls == Order.Nulls.FIRST ? Order.Nulls.LAST : Order.Nulls.FIRST);
    }
}
