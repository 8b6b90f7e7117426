package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that at most one row meets: all fields of a unique criterion, and perhaps more.
 *
 * @param fields the fields of the criterion
 * @param values their values in the same order, none of them null
 * @param and further conditions, or null
 */
public record Unique(
        List<ScalarField> fields,
        List<Object> values,
        @Nullable Condition and) {
    public Unique {
        fields = List.copyOf(fields);
        values = List.copyOf(values);
        if (fields.isEmpty() || fields.size() != values.size()) {
            throw new IllegalArgumentException("a unique criterion needs a value for each of its fields");
        }
    }

    /** One field that is unique by itself. */
    public static Unique of(ScalarField field, Object value) {
        return new Unique(List.of(field), List.of(value), null);
    }

    /** The same with a further condition. */
    public Unique and(Condition condition) {
        return new Unique(fields, values, and == null ? condition : Condition.and(and, condition));
    }
}
