package dev.prisma4j.client.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a query that selected or included: a plain value that holds what was loaded and nothing else. Generated
 * subclasses give it typed accessors; {@code toString}, {@code equals}, {@code hashCode} and JSON show just what was
 * loaded.
 */
public abstract class Loaded {
    private final LoadedFields fields;
    private final @Nullable Object[] values;

    /**
     * @param fields says what was loaded
     * @param values what was loaded, in the places that the fields name. The array is not copied.
     */
    protected Loaded(LoadedFields fields, @Nullable Object[] values) {
        this.fields = fields;
        this.values = values;
    }

    /** The value at a position, in the type that the caller promises. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // T is nullable where the field is
    protected final <T extends @Nullable Object> T value(int index) {
        return (T) fields.in(values, index);
    }

    /**
     * The value of a scalar of a wide model, whose results do not tell by their type what was selected.
     *
     * @throws IllegalStateException if it was not selected
     */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    protected final <T extends @Nullable Object> T selected(int scalar) {
        if (!fields.holds(scalar)) {
            throw new IllegalStateException("The field " + fields.name(scalar) + " of " + fields.type()
                    + " was not selected by the query that read this row.");
        }
        return value(scalar);
    }

    /** Everything that was loaded, by the fields' names in the schema, in the schema's order; relation counts as {@code _count}. */
    @JsonValue
    public final Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.count(); i++) {
            if (fields.holds(i)) {
                map.put(fields.name(i), fields.in(values, i));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Loaded loaded
                && loaded.getClass() == getClass()
                && loaded.fields.equals(fields)
                && Arrays.deepEquals(values, loaded.values);
    }

    @Override
    public final int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public final String toString() {
        StringBuilder text = new StringBuilder(fields.type().toString()).append('[');
        String separator = "";
        for (Map.Entry<String, @Nullable Object> entry : asMap().entrySet()) {
            text.append(separator).append(entry.getKey()).append('=').append(show(entry.getValue()));
            separator = ", ";
        }
        return text.append(']').toString();
    }

    private static String show(@Nullable Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }
}
