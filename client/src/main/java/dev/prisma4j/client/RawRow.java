package dev.prisma4j.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a raw query: its values by the labels of the columns. */
public final class RawRow {
    private final Map<String, @Nullable Object> values;

    RawRow(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * The value of a column as the database gives it.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public @Nullable Object get(String column) {
        Object value = values.get(column);
        if (value == null && !values.containsKey(column)) {
            throw new IllegalArgumentException(
                    "The result has no column " + column + ", but " + String.join(", ", values.keySet()) + ".");
        }
        return value;
    }

    /**
     * The value of a column in a type of the caller's choice. Numbers are converted as long as nothing is lost.
     *
     * @throws IllegalArgumentException if there is no such column, or its value is of another type
     */
    public <T> @Nullable T get(String column, Class<T> type) {
        return RawConversion.convert(get(column), type, column);
    }

    /** All values, in the order of the columns. */
    public Map<String, @Nullable Object> asMap() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawRow row && row.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return new LinkedHashMap<>(values).toString();
    }
}
