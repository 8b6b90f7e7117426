package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.schema.model.EnumType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The Java values that each type accepts, as one type to bind; anything else is P2009. */
final class Values {
    private Values() {}

    static PrismaException wrongType(Object value, String expected) {
        return Errors.invalidQuery(
                null,
                "A value of type " + value.getClass().getSimpleName() + " was given where " + expected
                        + " is expected.");
    }

    static int toInt(Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Long || value instanceof Short || value instanceof Byte) {
            long number = ((Number) value).longValue();
            if (number == (int) number) {
                return (int) number;
            }
            throw Errors.valueOutOfRange(null, "Int has no " + number, null);
        }
        throw wrongType(value, "Int");
    }

    static long toLong(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger number) {
            if (number.bitLength() < 64) {
                return number.longValue();
            }
            throw Errors.valueOutOfRange(null, "BigInt has no " + number, null);
        }
        throw wrongType(value, "BigInt");
    }

    static double toDouble(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrongType(value, "Float");
    }

    static BigDecimal toDecimal(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Double || value instanceof Float) {
            return BigDecimal.valueOf(((Number) value).doubleValue());
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue());
        }
        throw wrongType(value, "Decimal");
    }

    static boolean toBoolean(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw wrongType(value, "Boolean");
    }

    static String toText(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof UUID || value instanceof Character) {
            return value.toString();
        }
        throw wrongType(value, "String");
    }

    static UUID toUuid(Object value) {
        if (value instanceof UUID uuid) {
            return uuid;
        }
        if (value instanceof String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw Errors.invalidInput(null, "invalid input syntax for type uuid: \"" + text + "\"", e);
            }
        }
        throw wrongType(value, "a UUID");
    }

    static byte[] toBytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw wrongType(value, "Bytes");
    }

    /** The JSON text. */
    static String toJson(Object value) {
        if (value instanceof Json json) {
            return json.text();
        }
        if (value == JsonNull.JSON_NULL) {
            return "null";
        }
        throw wrongType(value, "Json");
    }

    /** JSON text without the white space between its tokens. */
    static String withoutSpaces(String json) {
        StringBuilder text = null;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (!quoted && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
                text = text == null ? new StringBuilder(json.length()).append(json, 0, i) : text;
                continue;
            }
            if (text != null) {
                text.append(c);
            }
            if (quoted && c == '\\' && i + 1 < json.length()) {
                i++;
                if (text != null) {
                    text.append(json.charAt(i));
                }
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return text == null ? json : text.toString();
    }

    /** The text that the database stores for an enum value. */
    static String toEnum(EnumType type, Object value) {
        if (value instanceof String name) {
            return type.value(name)
                    .orElseThrow(() ->
                            Errors.invalidQuery(null, "The enum " + type.name() + " has no value `" + name + "`."))
                    .databaseName();
        }
        throw wrongType(value, "a value of the enum " + type.name());
    }

    static Instant toInstant(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (value instanceof LocalTime time) {
            return time.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC);
        }
        if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        throw wrongType(value, "DateTime");
    }

    /** Without fractions of a microsecond, which no database here keeps. */
    static LocalDateTime toLocalDateTime(Object value) {
        Instant instant = toInstant(value);
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano() / 1000 * 1000, ZoneOffset.UTC);
    }

    static LocalDate toLocalDate(Object value) {
        return value instanceof LocalDate date
                ? date
                : toInstant(value).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    static LocalTime toLocalTime(Object value) {
        LocalTime time = value instanceof LocalTime local
                ? local
                : toInstant(value).atOffset(ZoneOffset.UTC).toLocalTime();
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
