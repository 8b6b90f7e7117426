package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a new row. Fields that are left out get their default.
 *
 * @param fields the fields that are given, each once
 * @param values their values in the same order; null is NULL
 * @param relations what to do with related rows
 */
public record CreateData(List<ScalarField> fields, List<@Nullable Object> values, List<NestedWrite> relations) {
    public CreateData {
        fields = List.copyOf(fields);
        values = Collections.unmodifiableList(new ArrayList<>(values));
        relations = List.copyOf(relations);
        if (fields.size() != values.size()) {
            throw new IllegalArgumentException("each field needs a value");
        }
    }

    /** For gathering data. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers the data of one row; a field set twice keeps the last value. */
    public static final class Builder {
        private final List<ScalarField> fields = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();
        private final List<NestedWrite> relations = new ArrayList<>();

        private Builder() {}

        public Builder set(ScalarField field, @Nullable Object value) {
            int known = fields.indexOf(field);
            if (known >= 0) {
                values.set(known, value);
            } else {
                fields.add(field);
                values.add(value);
            }
            return this;
        }

        public Builder relation(NestedWrite write) {
            relations.add(write);
            return this;
        }

        public CreateData build() {
            return new CreateData(fields, values, relations);
        }
    }
}
