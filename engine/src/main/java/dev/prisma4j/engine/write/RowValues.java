package dev.prisma4j.engine.write;

import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some values of one row. */
@FunctionalInterface
interface RowValues {
    /** The value of a field that was read or written; null is NULL. */
    @Nullable
    Object get(ScalarField field);

    /** The values of these fields, as read. */
    static RowValues of(List<ScalarField> fields, @Nullable Object[] values) {
        return field -> {
            int index = fields.indexOf(field);
            if (index < 0) {
                throw new IllegalStateException("The value of " + field + " is not known.");
            }
            return values[index];
        };
    }
}
