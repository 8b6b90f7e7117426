package dev.prisma4j.engine.read;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys by which rows find the rows related to them, as things that can be compared in Java. */
final class Keys {
    private Keys() {}

    /** The key in some columns of a row; null if one of them is NULL. */
    static @Nullable Object of(@Nullable Object[] row, int[] columns, boolean folds) {
        if (columns.length == 1) {
            Object value = row[columns[0]];
            return value == null ? null : comparable(value, folds);
        }
        List<Object> key = new ArrayList<>(columns.length);
        for (int column : columns) {
            Object value = row[column];
            if (value == null) {
                return null;
            }
            key.add(comparable(value, folds));
        }
        return key;
    }

    /** A value whose {@code equals} is the database's: numbers without trailing zeros, bytes by content. */
    private static Object comparable(Object value, boolean folds) {
        if (value instanceof Integer || value instanceof Long) {
            return value;
        }
        if (value instanceof String text) {
            return folds ? text.stripTrailing().toLowerCase(Locale.ROOT) : text;
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }
}
