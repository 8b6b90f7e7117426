package dev.prisma4j.benchmarks;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Results of any library as maps and lists that can be compared: properties are read from records, getters or fields.
 *
 * @param properties the properties to read
 * @param related the properties that hold related rows, and what to read of those
 */
record Plain(List<String> properties, Map<String, Plain> related) {
    static Plain of(String... properties) {
        return new Plain(List.of(properties), Map.of());
    }

    Plain with(String property, Plain rows) {
        return new Plain(properties, Map.of(property, rows));
    }

    @Nullable
    Object read(@Nullable Object value) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional) {
            return read(optional.orElse(null));
        }
        if (value instanceof Collection<?> rows) {
            List<@Nullable Object> list = new ArrayList<>();
            for (Object row : rows) {
                list.add(read(row));
            }
            return list;
        }
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return scalar(value);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String property : properties) {
            map.put(property, scalar(get(value, property)));
        }
        for (Map.Entry<String, Plain> each : related.entrySet()) {
            map.put(each.getKey(), each.getValue().read(get(value, each.getKey())));
        }
        return map;
    }

    private static @Nullable Object scalar(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float || value instanceof java.math.BigDecimal) {
            return ((Number) value).doubleValue();
        }
        return value instanceof Number number ? (Object) number.longValue() : value;
    }

    private static @Nullable Object get(Object row, String property) throws ReflectiveOperationException {
        if (row instanceof Map<?, ?> map) {
            return map.get(property);
        }
        String capital = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        for (Class<?> type = row.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (String name : List.of(property, "get" + capital, "is" + capital)) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getName().equals(name) && method.getParameterCount() == 0 && !method.isBridge()) {
                        open(method);
                        return method.invoke(row);
                    }
                }
            }
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(property)) {
                    open(field);
                    return field.get(row);
                }
            }
        }
        throw new NoSuchFieldException(row.getClass() + " has no " + property);
    }

    private static void open(AccessibleObject member) {
        member.setAccessible(true);
    }
}
