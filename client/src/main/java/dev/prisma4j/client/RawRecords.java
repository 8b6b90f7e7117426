package dev.prisma4j.client;

import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.RawReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Readers for raw queries, whose columns nobody knows before they ran: rows as maps, or as records of the user's, found
 * by column label once per result. Here alone the client looks at a class at run time.
 */
final class RawRecords {
    private RawRecords() {}

    /** Rows as they are. */
    static RawReader<RawRow> rows() {
        return columns -> row -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(columns.size() * 2);
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i).name(), row.getObject(i));
            }
            return new RawRow(values);
        };
    }

    /** Rows as records, or as single values where the type is not a record. */
    static <T> RawReader<T> of(Class<T> type) {
        return columns -> {
            if (!type.isRecord()) {
                if (columns.size() != 1) {
                    throw new IllegalArgumentException("The result has " + columns.size() + " columns: "
                            + type.getSimpleName() + " can take one. Use a record for more.");
                }
                return row -> required(
                        RawConversion.convert(
                                row.getObject(0), type, columns.get(0).name()),
                        columns.get(0));
            }
            RecordComponent[] components = type.getRecordComponents();
            int[] positions = positions(type, components, columns);
            Constructor<T> constructor = constructor(type, components);
            return row -> {
                @Nullable Object[] values = new Object[components.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = RawConversion.convert(
                            row.getObject(positions[i]), components[i].getType(), components[i].getName());
                    if (values[i] == null && components[i].getType().isPrimitive()) {
                        throw new IllegalArgumentException("The column " + components[i].getName()
                                + " is NULL, which a " + components[i].getType() + " cannot be.");
                    }
                }
                return construct(constructor, values);
            };
        };
    }

    private static <T> T required(@Nullable T value, RawColumn column) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The column " + column.name() + " is NULL. Use a record to read values that may be missing.");
        }
        return value;
    }

    private static int[] positions(Class<?> type, RecordComponent[] components, List<RawColumn> columns) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            byName.putIfAbsent(plain(columns.get(i).name()), i);
        }
        List<String> missing = new ArrayList<>();
        int[] positions = new int[components.length];
        for (int i = 0; i < components.length; i++) {
            Integer position = byName.get(plain(components[i].getName()));
            if (position == null) {
                missing.add(components[i].getName());
            } else {
                positions[i] = position;
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The result has no column for " + String.join(", ", missing) + " of "
                    + type.getSimpleName() + "; it has "
                    + String.join(", ", columns.stream().map(RawColumn::name).toList()) + ".");
        }
        return positions;
    }

    /** {@code created_at} and {@code createdAt} are the same. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static <T> Constructor<T> constructor(Class<T> type, RecordComponent[] components) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record " + type.getName() + " cannot be made.", e);
        }
    }

    private static <T> T construct(Constructor<T> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record " + constructor.getDeclaringClass() + " cannot be made.", e);
        }
    }
}
