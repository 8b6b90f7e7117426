package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.schema.model.ScalarField;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row on its way into the database: what is known of it so far. */
final class NewRow implements RowValues {
    /** For defaults, the id and a foreign key. */
    private static final int ROOM = 3;

    final CreateData data;
    private ScalarField[] fields;
    private @Nullable Object[] values;
    private int size;

    NewRow(CreateData data) {
        this.data = data;
        size = data.fields().size();
        fields = data.fields().toArray(new ScalarField[size + ROOM]);
        values = new @Nullable Object[size + ROOM];
        for (int i = 0; i < size; i++) {
            values[i] = stored(data.values().get(i));
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

    /** A row has few fields, so that looking through them is faster than any map. */
    private int indexOf(ScalarField field) {
        for (int i = 0; i < size; i++) {
            if (fields[i] == field) {
                return i;
            }
        }
        return -1;
    }

    void set(ScalarField field, @Nullable Object value) {
        int index = indexOf(field);
        if (index < 0) {
            if (size == fields.length) {
                fields = Arrays.copyOf(fields, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            index = size++;
            fields[index] = field;
        }
        values[index] = value;
    }

    void set(List<ScalarField> some, @Nullable Object[] all) {
        for (int i = 0; i < all.length; i++) {
            set(some.get(i), all[i]);
        }
    }

    boolean knows(ScalarField field) {
        return indexOf(field) >= 0;
    }

    /** Whether the other row knows values of the same fields, in the same order. */
    boolean isLike(NewRow other) {
        if (size != other.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (fields[i] != other.fields[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Object get(ScalarField field) {
        int index = indexOf(field);
        return index < 0 ? null : values[index];
    }
}
