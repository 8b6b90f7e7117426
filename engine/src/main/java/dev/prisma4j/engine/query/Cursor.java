package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.ScalarField;
import java.util.List;

/**
 * The row at which a page starts, that row included.
 *
 * @param fields fields that identify a row
 * @param values their values in the same order
 */
public record Cursor(List<ScalarField> fields, List<Object> values) {
    public Cursor {
        fields = List.copyOf(fields);
        values = List.copyOf(values);
        if (fields.isEmpty() || fields.size() != values.size()) {
            throw new IllegalArgumentException("a cursor needs a value for each of its fields");
        }
    }
}
