package dev.prisma4j.client.query;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names one row by a unique criterion, perhaps with further conditions.
 *
 * @param <M> the model
 * @param <F> the model's fields
 */
public sealed class Key<M, F> permits VersionedKey {
    final ModelType<M> type;
    final Unique unique;

    Key(ModelType<M> type, Unique unique) {
        this.type = type;
        this.unique = unique;
    }

    /** For generated code: a key by its position among the unique criteria of the model, and its values. */
    public static <M, F> Key<M, F> of(ModelType<M> type, int key, @Nullable Object... values) {
        return new Key<>(type, unique(type, key, values));
    }

    static Unique unique(ModelType<?> type, int key, @Nullable Object... values) {
        List<ScalarField> fields = type.key(key);
        if (values.length == 1) {
            return new Unique(fields, List.of(checked(fields.get(0), values[0])), null);
        }
        List<Object> checked = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            checked.add(checked(fields.get(i), values[i]));
        }
        return new Unique(fields, checked, null);
    }

    /** Only if the row also meets a condition. */
    @SuppressWarnings("unchecked")
    public Key<M, F> and(Function<F, Condition<M>> condition) {
        return new Key<>(
                type, unique.and(condition.apply((F) type.fields(Path.ROOT)).engine()));
    }

    /** The key as the engine takes it. For the library, not for users. */
    public final Unique engine() {
        return unique;
    }

    @Override
    public final String toString() {
        return unique.toString();
    }

    private static Object checked(ScalarField field, @Nullable Object value) {
        Object converted = Values.toEngine(value);
        if (converted == null) {
            throw new IllegalArgumentException("The unique key " + field + " was given null: null names no row.");
        }
        return converted;
    }
}
