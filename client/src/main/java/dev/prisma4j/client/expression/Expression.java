package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.Formula;

/**
 * A value of a row: a field, or something that the database computes of fields. It can be compared with fields, ordered
 * by, read by projections and given to fields by {@code set(field, expression)} of an update. Computed of a missing value
 * it is missing, unless {@code coalesce} says otherwise.
 *
 * @param <M> the model at the root of the query
 * @param <T> the type of the value
 */
public sealed interface Expression<M, T> extends Selection<M, T>
        permits Field, Value, WholeExpression, DoubleExpression, DecimalExpression, TextExpression {
    /** The way to the row that it is computed of. For the library, not for users. */
    Path path();

    /** The value as the engine takes it. For the library, not for users. */
    Formula formula();
}
