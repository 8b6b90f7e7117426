package dev.prisma4j.client;

import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.Row;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a typed query, whose columns generated code reads by position. For generated code only. */
public final class TypedRow {
    private final List<RawColumn> columns;
    private final Row row;

    TypedRow(List<RawColumn> columns, Row row) {
        this.columns = columns;
        this.row = row;
    }

    /**
     * A value that is never missing.
     *
     * @throws IllegalArgumentException if it is, or is of another type
     */
    public <T> T get(int column, Class<T> type) {
        T value = getOrNull(column, type);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The column " + columns.get(column).name()
                            + " is NULL, which it was not expected to be when the query was generated.");
        }
        return value;
    }

    /** A value that may be missing. */
    public <T> @Nullable T getOrNull(int column, Class<T> type) {
        return RawConversion.convert(
                row.getObject(column), type, columns.get(column).name());
    }

    /** A list that is never missing. */
    public <T> List<T> list(int column, Class<T> type) {
        List<T> values = listOrNull(column, type);
        if (values == null) {
            throw new IllegalArgumentException(
                    "The column " + columns.get(column).name()
                            + " is NULL, which it was not expected to be when the query was generated.");
        }
        return values;
    }

    /** A list that may be missing. */
    @SuppressWarnings("NullAway") // elements of arrays in raw results may be null
    public <T> @Nullable List<T> listOrNull(int column, Class<T> type) {
        String name = columns.get(column).name();
        Object value = row.getObject(column);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Collection<?> elements)) {
            throw new IllegalArgumentException("The column " + name + " holds no list.");
        }
        return elements.stream()
                .map(element -> RawConversion.convert(element, type, name))
                .toList();
    }

    /** A value of a type that nobody knew when the query was generated. */
    public @Nullable Object any(int column) {
        return row.getObject(column);
    }
}
