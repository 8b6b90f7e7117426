package dev.prisma4j.engine.protocol;

import dev.prisma4j.schema.queryschema.InputObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checked fields of an input object, in the order in which the client gave them. Values are plain Java objects as in
 * {@link dev.prisma4j.engine.query.Query}, {@link Choice} for enums, {@link Reference} for field references, {@code
 * Values} for objects, and lists of these.
 */
final class Values {
    private final @Nullable InputObject type;
    private final Map<String, @Nullable Object> fields;

    Values(@Nullable InputObject type, Map<String, @Nullable Object> fields) {
        this.type = type;
        this.fields = fields;
    }

    static Values none() {
        return new Values(null, new LinkedHashMap<>());
    }

    /** The type that the object matched; null for the arguments of an operation. */
    @Nullable
    InputObject type() {
        return type;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    @Nullable
    Object get(String name) {
        return fields.get(name);
    }

    Set<Map.Entry<String, @Nullable Object>> entries() {
        return fields.entrySet();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The object under that name, or null where there is none. */
    @Nullable
    Values object(String name) {
        return (Values) fields.get(name);
    }

    /** The objects under that name: one, several or none. */
    List<Values> objects(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(Values.class::cast).toList()
                : List.of((Values) value);
    }

    /** A value of an enum, by its name in queries. */
    record Choice(String name) {}

    /** A field in place of a value. */
    record Reference(String container, String field) {}
}
