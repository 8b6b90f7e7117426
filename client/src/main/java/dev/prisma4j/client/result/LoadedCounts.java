package dev.prisma4j.client.result;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.prisma4j.client.model.ModelType;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of related rows that a query asked for; generated subclasses give it typed accessors. */
public abstract class LoadedCounts {
    private final ModelType<?> type;
    private final Object[] values;

    /**
     * @param type the model
     * @param values one per relation of the model; {@link NotSelected} where not counted. The array is not copied.
     */
    protected LoadedCounts(ModelType<?> type, Object[] values) {
        this.type = type;
        this.values = values;
    }

    /** The count of a relation, in the type that the caller promises. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected final <T> T value(int relation) {
        return (T) values[relation];
    }

    /** The counts by the relations' names in the schema. */
    @JsonValue
    public final Map<String, Long> asMap() {
        Map<String, Long> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long count) {
                map.put(type.relation(i).name(), count);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof LoadedCounts counts
                && counts.getClass() == getClass()
                && Arrays.equals(values, counts.values);
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public final String toString() {
        return asMap().toString();
    }
}
