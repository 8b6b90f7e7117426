package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.schema.model.ScalarField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row on its way into the database: what is known of it so far. */
final class NewRow implements RowValues {
    final CreateData data;
    private final Map<ScalarField, @Nullable Object> values = new HashMap<>();

    NewRow(CreateData data) {
        this.data = data;
        for (int i = 0; i < data.fields().size(); i++) {
            values.put(data.fields().get(i), stored(data.values().get(i)));
        }
    }

    /**
     * A value of the data as columns take it: of the nulls of a Json field, one is NULL and the other a value.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2009 for the null that only filters know
     */
    static @Nullable Object stored(@Nullable Object value) {
        if (!(value instanceof JsonNull jsonNull)) {
            return value;
        }
        return switch (jsonNull) {
            case DB_NULL -> null;
            case JSON_NULL -> Json.NULL;
            case ANY_NULL -> throw Errors.invalidQuery(null, "AnyNull is for filters; data has DbNull and JsonNull.");
        };
    }

    /** A row with a foreign key that its parent determines. */
    NewRow(CreateData data, List<ScalarField> key, @Nullable Object[] tie) {
        this(data);
        set(key, tie);
    }

    void set(ScalarField field, @Nullable Object value) {
        values.put(field, value);
    }

    void set(List<ScalarField> fields, @Nullable Object[] all) {
        for (int i = 0; i < all.length; i++) {
            values.put(fields.get(i), all[i]);
        }
    }

    boolean knows(ScalarField field) {
        return values.containsKey(field);
    }

    @Override
    public @Nullable Object get(ScalarField field) {
        return values.get(field);
    }
}
