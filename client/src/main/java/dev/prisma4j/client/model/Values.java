package dev.prisma4j.client.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values on their way from generated code to the engine: Java enums become their names in the schema. */
public final class Values {
    private Values() {}

    /** The value as the engine takes it. */
    public static @Nullable Object toEngine(@Nullable Object value) {
        if (value instanceof PrismaEnum constant) {
            return constant.schemaName();
        }
        return value instanceof Collection<?> elements ? all(elements, "a list") : value;
    }

    /** The value as the user's own SQL takes it, which knows of no schema: enums by their names in the database. */
    public static @Nullable Object toSql(@Nullable Object value) {
        if (value instanceof PrismaEnum constant) {
            return constant.databaseName();
        }
        if (!(value instanceof Collection<?> elements)) {
            return value;
        }
        List<@Nullable Object> converted = new ArrayList<>(elements.size());
        elements.forEach(element -> converted.add(toSql(element)));
        return converted;
    }

    /** The values of a statement of the user's own. */
    public static List<@Nullable Object> allToSql(@Nullable Object... values) {
        List<@Nullable Object> converted = new ArrayList<>(values.length);
        for (Object value : values) {
            converted.add(toSql(value));
        }
        return converted;
    }

    /**
     * A value that a filter compares with.
     *
     * @throws IllegalArgumentException if it is null, which no filter means by accident
     */
    public static Object compared(@Nullable Object value, String field) {
        Object converted = toEngine(value);
        if (converted == null) {
            throw new IllegalArgumentException(
                    "The filter on " + field
                            + " was given null. Use isNull() or isNotNull() to ask for missing values, or leave the filter out.");
        }
        return converted;
    }

    /** The elements of a list in another type: the names of enum values become the values. */
    public static <T> List<T> each(List<String> values, Function<String, T> conversion) {
        return values.stream().map(conversion).toList();
    }

    /** As {@link #each}, of what is known to be a list of texts. */
    @SuppressWarnings("unchecked")
    public static <T> @Nullable List<T> eachOf(@Nullable Object values, Function<String, T> conversion) {
        return values == null ? null : each((List<String>) values, conversion);
    }

    /** Whether two values are equal, arrays and lists of arrays by content. */
    public static boolean equal(@Nullable Object one, @Nullable Object other) {
        return Arrays.deepEquals(new Object[] {comparable(one)}, new Object[] {comparable(other)});
    }

    /** The hash of values, arrays and lists of arrays by content. */
    public static int hash(@Nullable Object... values) {
        Object[] contents = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            contents[i] = comparable(values[i]);
        }
        return Arrays.deepHashCode(contents);
    }

    /** A value as {@code toString} of a row shows it. */
    public static String show(@Nullable Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof byte[]
                ? list.toArray()
                : value;
    }

    /**
     * The values of a list.
     *
     * @param of what they are of, for messages
     * @throws IllegalArgumentException if one of them is null
     */
    public static List<Object> all(Collection<?> values, String of) {
        List<Object> converted = new ArrayList<>(values.size());
        for (Object value : values) {
            Object element = toEngine(value);
            if (element == null) {
                throw new IllegalArgumentException(
                        "A null is among the values for " + of + ". Leave it out; isNull() asks for missing values.");
            }
            converted.add(element);
        }
        return converted;
    }
}
