package dev.prisma4j.client.result;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.prisma4j.client.model.ModelType;
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
    private final ModelType<?> type;
    private final @Nullable Object[] values;

    /**
     * @param type the model
     * @param values by position: scalars, relations, the relation counts where the model has list relations;
     *     {@link NotSelected} or {@link NotIncluded} where not loaded. The array is not copied.
     */
    protected Loaded(ModelType<?> type, @Nullable Object[] values) {
        this.type = type;
        this.values = values;
    }

    /** The value at a position, in the type that the caller promises. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected final <T extends @Nullable Object> T value(int index) {
        return (T) values[index];
    }

    /**
     * The value of a scalar of a wide model, whose results do not tell by their type what was selected.
     *
     * @throws IllegalStateException if it was not selected
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected final <T extends @Nullable Object> T selected(int scalar) {
        if (values[scalar] == NotSelected.VALUE) {
            throw new IllegalStateException("The field " + type.fieldName(scalar) + " of " + type
                    + " was not selected by the query that read this row.");
        }
        return (T) values[scalar];
    }

    /** Everything that was loaded, by the fields' names in the schema, in the schema's order; relation counts as {@code _count}. */
    @JsonValue
    public final Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        int fields = type.scalars().size() + type.relations().size();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != NotIncluded.VALUE && value != NotSelected.VALUE) {
                map.put(i < fields ? type.fieldName(i) : "_count", value);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Loaded loaded
                && loaded.getClass() == getClass()
                && Arrays.deepEquals(values, loaded.values);
    }

    @Override
    public final int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public final String toString() {
        StringBuilder text = new StringBuilder(type.toString()).append('[');
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
