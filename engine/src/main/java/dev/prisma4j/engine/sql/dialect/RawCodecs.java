package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The codec for a value in the user's own SQL: by its Java type, since nobody knows the column.
 *
 * @param lists for Lists, or null where the database has no arrays
 */
record RawCodecs(
        Codec ints,
        Codec longs,
        Codec doubles,
        Codec decimals,
        Codec booleans,
        Codec strings,
        Codec instants,
        Codec dates,
        Codec times,
        Codec json,
        Codec bytes,
        Codec uuids,
        @Nullable Codec lists) {
    static final RawCodecs SQLITE = new RawCodecs(
            SqliteCodecs.INT,
            SqliteCodecs.BIG_INT,
            SqliteCodecs.FLOAT,
            SqliteCodecs.DECIMAL,
            SqliteCodecs.BOOLEAN,
            SqliteCodecs.STRING,
            SqliteCodecs.DATE_TIME,
            SqliteCodecs.DATE_TIME,
            SqliteCodecs.DATE_TIME,
            SqliteCodecs.JSON,
            SqliteCodecs.BYTES,
            SqliteCodecs.STRING,
            null);

    /** The codec of a type. */
    Codec of(ScalarType type) {
        return switch (type) {
            case STRING -> strings;
            case BOOLEAN -> booleans;
            case INT -> ints;
            case BIG_INT -> longs;
            case FLOAT -> doubles;
            case DECIMAL -> decimals;
            case DATE_TIME -> instants;
            case JSON -> json;
            case BYTES -> bytes;
        };
    }

    Codec of(Object value) {
        if (value instanceof String || value instanceof Character) {
            return strings;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ints;
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return longs;
        }
        if (value instanceof Double || value instanceof Float) {
            return doubles;
        }
        if (value instanceof BigDecimal) {
            return decimals;
        }
        if (value instanceof Boolean) {
            return booleans;
        }
        if (value instanceof Instant || value instanceof OffsetDateTime || value instanceof LocalDateTime) {
            return instants;
        }
        if (value instanceof LocalDate) {
            return dates;
        }
        if (value instanceof LocalTime) {
            return times;
        }
        if (value instanceof Json) {
            return json;
        }
        if (value instanceof byte[]) {
            return bytes;
        }
        if (value instanceof UUID) {
            return uuids;
        }
        if (value instanceof List<?> && lists != null) {
            return lists;
        }
        throw Values.wrongType(value, "a value that SQL knows");
    }
}
