package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.ScalarField;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
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
        values = values instanceof FixedValues ? values : new FixedValues(values.toArray());
        relations = List.copyOf(relations);
        if (fields.size() != values.size()) {
            throw new IllegalArgumentException("each field needs a value");
        }
    }

    /** Values that nobody changes any more, with nothing around their array: there are as many of these as rows. */
    private static final class FixedValues extends AbstractList<@Nullable Object> implements RandomAccess {
        private final @Nullable Object[] values;

        /** @param values not copied */
        FixedValues(@Nullable Object[] values) {
            this.values = values;
        }

        @Override
        public @Nullable Object get(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public @Nullable Object[] toArray() {
            return Arrays.copyOf(values, values.length, Object[].class);
        }
    }

    /** For gathering data. */
    public static Builder builder() {
        return builder(8);
    }

    /** For gathering data of so many fields, or more. */
    public static Builder builder(int room) {
        return new Builder(room);
    }

    /** Gathers the data of one row; a field set twice keeps the last value. */
    public static final class Builder {
        private ScalarField[] fields;
        private @Nullable Object[] values;
        private int size;
        private List<NestedWrite> relations = List.of();

        private Builder(int room) {
            fields = new ScalarField[room];
            values = new @Nullable Object[room];
        }

        public Builder set(ScalarField field, @Nullable Object value) {
            int index = 0;
            while (index < size && fields[index] != field) {
                index++;
            }
            if (index == size) {
                if (size == fields.length) {
                    fields = Arrays.copyOf(fields, size * 2 + 1);
                    values = Arrays.copyOf(values, size * 2 + 1);
                }
                fields[size++] = field;
            }
            values[index] = value;
            return this;
        }

        public Builder relation(NestedWrite write) {
            if (relations.isEmpty()) {
                relations = new ArrayList<>(2);
            }
            relations.add(write);
            return this;
        }

        public CreateData build() {
            return build(null);
        }

        /**
         * The data.
         *
         * @param last the row that was made before, if there is one: rows of the same fields share the list of them
         */
        public CreateData build(@Nullable CreateData last) {
            List<ScalarField> given = last != null && isLike(last.fields)
                    ? last.fields
                    : Arrays.asList(fields).subList(0, size);
            return new CreateData(given, new FixedValues(Arrays.copyOf(values, size)), relations);
        }

        private boolean isLike(List<ScalarField> others) {
            if (others.size() != size) {
                return false;
            }
            for (int i = 0; i < size; i++) {
                if (others.get(i) != fields[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
