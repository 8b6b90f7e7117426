package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.ScalarField;
import org.jspecify.annotations.Nullable;

/**
 * One value computed over many rows.
 *
 * @param function what to compute
 * @param field over which field; null only for the count of all rows
 */
public record AggregateField(
        AggregateFunction function, @Nullable ScalarField field) {
    /** The count of all rows. */
    public static final AggregateField COUNT_ALL = new AggregateField(AggregateFunction.COUNT, null);
}
