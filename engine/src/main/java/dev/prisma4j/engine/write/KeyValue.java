package dev.prisma4j.engine.write;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values made comparable in memory, whatever Java type they came in. */
final class KeyValue {
    private KeyValue() {}

    /** A list that equals another where all values are the same to a database. */
    static List<Object> of(List<?> values) {
        List<Object> key = new ArrayList<>(values.size());
        values.forEach(value -> key.add(normal(value)));
        return key;
    }

    private static Object normal(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        } else if (value instanceof Double number && Double.isFinite(number)) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        } else if (value instanceof BigDecimal number) {
            return number.signum() == 0
                    ? BigDecimal.ZERO
                    : number.stripTrailingZeros()
                            .setScale(Math.max(0, number.stripTrailingZeros().scale()));
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (value instanceof UUID uuid) {
            return uuid.toString();
        }
        return value == null ? KeyValue.class : value;
    }
}
