package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** A row on its way into the database: what is known of it so far. */
final class NewRow implements RowValues {
    final CreateData data;
    private final Map<ScalarField, @Nullable Object> values = new HashMap<>();

    NewRow(CreateData data) {
        this.data = data;
        for (int i = 0; i < data.fields().size(); i++) {
            values.put(data.fields().get(i), data.values().get(i));
        }
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
