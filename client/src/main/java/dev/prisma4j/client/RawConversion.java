package dev.prisma4j.client;

import dev.prisma4j.client.model.PrismaEnum;
import dev.prisma4j.engine.value.Json;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of raw queries in the type that the caller wants: raw results have the database's types, not the schema's. */
final class RawConversion {
    private RawConversion() {}

    /** The value in that type; null stays null. */
    static <T> @Nullable T convert(@Nullable Object value, Class<T> type, String column) {
        if (value == null) {
            return null;
        }
        Class<?> boxed = boxed(type);
        try {
            Object converted = boxed.isInstance(value) ? value : to(boxed, value);
            if (converted != null) {
                @SuppressWarnings("unchecked")
                T result = (T) converted;
                return result;
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(refusal(value, type, column), e);
        }
        throw new IllegalArgumentException(refusal(value, type, column));
    }

    private static String refusal(Object value, Class<?> type, String column) {
        return "The column " + column + " holds a " + value.getClass().getSimpleName() + ", which is not a "
                + type.getSimpleName() + ".";
    }

    private static @Nullable Object to(Class<?> type, Object value) {
        if (value instanceof Number number) {
            return number(type, number);
        }
        if (value instanceof String text) {
            return text(type, text);
        }
        if (type == Instant.class && value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (type == Instant.class && value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        if (type == LocalDate.class && value instanceof Instant time) {
            return time.atOffset(ZoneOffset.UTC).toLocalDate();
        }
        return type == String.class ? value.toString() : null;
    }

    private static @Nullable Object number(Class<?> type, Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        if (type == Integer.class) {
            return exact.intValueExact();
        }
        if (type == Long.class) {
            return exact.longValueExact();
        }
        if (type == Double.class) {
            return exact.doubleValue();
        }
        if (type == BigDecimal.class) {
            return exact;
        }
        if (type == BigInteger.class) {
            return exact.toBigIntegerExact();
        }
        if (type == Boolean.class && (exact.signum() == 0 || exact.compareTo(BigDecimal.ONE) == 0)) {
            return exact.signum() != 0;
        }
        return type == Instant.class ? Instant.ofEpochMilli(exact.longValueExact()) : null;
    }

    private static @Nullable Object ofDatabaseName(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((PrismaEnum) constant).databaseName().equals(text)) {
                return constant;
            }
        }
        return null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object text(Class<?> type, String text) {
        if (type == Instant.class) {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == LocalTime.class) {
            return LocalTime.parse(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == Json.class) {
            return Json.ofText(text);
        }
        if (PrismaEnum.class.isAssignableFrom(type) && type.isEnum()) {
            return ofDatabaseName(type, text);
        }
        return type.isEnum() ? Enum.valueOf((Class) type, text) : null;
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
