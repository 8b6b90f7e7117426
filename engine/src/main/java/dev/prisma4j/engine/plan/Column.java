package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Getter;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import org.jspecify.annotations.Nullable;

/**
 * A column of a result.
 *
 * @param codec reads it
 * @param name the field's name, for errors
 * @param type the field's type, for errors
 * @param model the field's model, for errors; null for computed columns
 * @param getter the driver's method that reads it as it is
 */
public record Column(
        Codec codec, String name, String type, @Nullable Model model, Getter getter) {
    public Column(Codec codec, String name, String type, @Nullable Model model) {
        this(codec, name, type, model, codec.getter());
    }

    /** A field's column. */
    public static Column of(ScalarField field, Codec codec) {
        return new Column(codec, field.name(), field.type().text(), field.model());
    }

    /** Whether the driver reads all of the columns as they are. */
    static boolean areDirect(Column[] columns) {
        for (Column column : columns) {
            if (column.getter == Getter.NONE || column.getter == Getter.WIDE_INT) {
                return false;
            }
        }
        return true;
    }

    /** A computed column. */
    static Column computed(String name, Codec codec) {
        return new Column(codec, name, "number", null);
    }

    /**
     * A number as an Int.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2023 if it has more than 32 bits, which SQLite's columns can hold
     */
    public int narrow(long value) {
        if (value != (int) value) {
            throw Errors.inconsistentColumnData(
                    model,
                    "Field " + name + " is an Int, and " + value + " takes more than 32 bits: make it a BigInt.",
                    null);
        }
        return (int) value;
    }

    private static final String GATHERED = "rows";

    /** The rows of a relation, gathered as JSON. */
    static Column gathered(String name, Codec codec) {
        return new Column(codec, name, GATHERED, null);
    }

    /** Whether it holds the gathered rows of a relation. */
    public boolean isGathered() {
        return model == null && type.equals(GATHERED);
    }
}
