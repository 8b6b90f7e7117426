package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.ScalarField;
import org.jspecify.annotations.Nullable;

/**
 * A change of one field.
 *
 * @param field the field
 * @param operation what happens to it
 * @param value the operand; null (set to NULL) or a {@link Formula} of the row only with {@link Operation#SET}
 */
public record FieldUpdate(
        ScalarField field, Operation operation, @Nullable Object value) {
    /** What can happen to a field. */
    public enum Operation {
        /** A new value. */
        SET,
        /** A number plus the value. */
        INCREMENT,
        /** A number minus the value. */
        DECREMENT,
        /** A number times the value. */
        MULTIPLY,
        /** A number divided by the value. */
        DIVIDE,
        /** The value (one element, or a List of them) at the end of a scalar list. */
        PUSH
    }

    /** A new value; null is NULL. */
    public static FieldUpdate set(ScalarField field, @Nullable Object value) {
        return new FieldUpdate(field, Operation.SET, value);
    }
}
