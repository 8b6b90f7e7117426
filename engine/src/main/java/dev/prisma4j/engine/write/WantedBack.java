// What an INSERT need not give back, since it is stored as it was given.
package dev.prisma4j.engine.write;

import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that are wanted of new rows, of which those that were given need no place in RETURNING: SQLite first writes
 * what it gives back into a table of its own, and each value is a call of the driver. Only for a database in which no
 * trigger can change a row before it is given back.
 */
final class WantedBack {
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final long EXACT = 1L << 53;

    /** For each wanted field its column in the data, or -1 - its place in what is given back. */
    private final int[] sources;

    private final List<ScalarField> returned;

    private WantedBack(int[] sources, List<ScalarField> returned) {
        this.sources = sources;
        this.returned = returned;
    }

    /** Where the wanted fields come from. */
    static WantedBack of(List<ScalarField> wanted, List<ScalarField> columns, List<@Nullable Object[]> rows) {
        int[] sources = new int[wanted.size()];
        List<ScalarField> returned = new ArrayList<>(2);
        for (int i = 0; i < sources.length; i++) {
            ScalarField field = wanted.get(i);
            int column = columns.indexOf(field);
            if (column >= 0 && areSettled(field, column, rows)) {
                sources[i] = column;
            } else {
                sources[i] = -1 - returned.size();
                returned.add(field);
            }
        }
        return new WantedBack(sources, returned);
    }

    /** The fields that must be given back. */
    List<ScalarField> returned() {
        return returned;
    }

    /** The wanted values of a row. */
    @Nullable
    Object[] row(@Nullable Object[] given, @Nullable Object[] back) {
        @Nullable Object[] row = new @Nullable Object[sources.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = sources[i] >= 0 ? given[sources[i]] : back[-1 - sources[i]];
        }
        return row;
    }

    private static boolean areSettled(ScalarField field, int column, List<@Nullable Object[]> rows) {
        for (@Nullable Object[] row : rows) {
            if (!isSettled(field, row[column])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the column will hold just this value, in the type in which it is read. */
    private static boolean isSettled(ScalarField field, @Nullable Object value) {
        if (value == null) {
            return field.isOptional();
        }
        FieldType type = field.type();
        if (!(type instanceof ScalarType scalar)) {
            return false;
        }
        return switch (scalar) {
            case INT -> value instanceof Integer;
            case BIG_INT -> value instanceof Long number && number <= EXACT && number >= -EXACT;
            case FLOAT -> value instanceof Double number && isPlain(number);
            case BOOLEAN -> value instanceof Boolean;
            case STRING -> value instanceof String text && isPlain(text);
            case DATE_TIME -> value instanceof Instant instant && isPlain(instant);
            case DECIMAL, JSON, BYTES -> false;
        };
    }

    /** There is no NaN, and a zero has no sign. */
    private static boolean isPlain(double number) {
        return Double.isFinite(number) && (number != 0 || 1 / number > 0);
    }

    /** What looks like a number may become one, where the column was not made for texts; half characters are replaced. */
    private static boolean isPlain(String text) {
        if (text.isEmpty()) {
            return true;
        }
        if (text.charAt(0) <= '9') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Times are stored in milliseconds. */
    private static boolean isPlain(Instant instant) {
        return instant.getNano() % 1_000_000 == 0
                && instant.getEpochSecond() >= 0
                && instant.getEpochSecond() < YEAR_10000;
    }
}
