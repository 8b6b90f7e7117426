package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.NativeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cast behind a value, and what it makes of the value: {@code 'abc'::varchar(2)} is not {@code 'abc'}, and {@code
 * 1.5::int} is 2.
 *
 * @param name the type as it is written, without the brackets of a list
 * @param type the type as a schema spells it, or null if it has no word for it
 * @param list whether a list is cast
 */
record PostgresCast(String name, @Nullable NativeType type, boolean list) {
    private static final String WORD = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\w$]*)";

    /** A cast, its type's name as the only group. */
    static final Pattern PATTERN = Pattern.compile("(?iU)\\s*::\\s*(" + WORD + "(?:\\." + WORD + ")*"
            + "(?:\\s+(?:varying|precision)\\b)?"
            + "(?:\\s*\\(\\s*-?\\d{1,9}(?:\\s*,\\s*-?\\d{1,9})*\\s*\\))?"
            + "(?:\\s+with(?:out)?\\s+time\\s+zone\\b)?"
            + "(?:\\s*\\[\\s*\\d*\\s*])*)");

    private static final int MOST_DIGITS = 150_000; // that a numeric has

    /** The cast that the text is, or null if it is anything else. */
    static @Nullable PostgresCast of(String text) {
        Matcher matcher = PATTERN.matcher(text.strip());
        return matcher.matches() ? named(matcher.group(1)) : null;
    }

    private static PostgresCast named(String name) {
        boolean list = PostgresTypeNames.isList(name);
        return new PostgresCast(
                list ? name.substring(0, name.indexOf('[')) : name, PostgresTypeNames.named(name), list);
    }

    /** The type's name in the one spelling that all of its names have in common, for comparing only. */
    static String spelled(String name) {
        NativeType type = PostgresTypeNames.named(name);
        if (type == null) {
            return name;
        }
        boolean one = type.arguments().isEmpty()
                && (type.name().equals("Char") || type.name().equals("Bit"));
        String arguments = one && !isUnlimited(name) ? "(1)" : String.join(",", type.arguments());
        return type.name()
                + (arguments.isEmpty() || one ? arguments : "(" + arguments + ")")
                + (PostgresTypeNames.isList(name) ? "[]" : "");
    }

    private static boolean isUnlimited(String name) {
        return name.toLowerCase(Locale.ROOT).contains("bpchar");
    }

    /**
     * What it makes of a value.
     *
     * @param value a number, a text, or something else, which is kept
     * @param column the type of the column, which does the same to all of its values
     * @return the value, or null if that is not known
     */
    @Nullable
    Object of(Object value, ColumnType column) {
        boolean own = type != null && type.equals(column.nativeType());
        if (own) {
            return value;
        }
        if (value instanceof BigDecimal number) {
            return type == null ? null : number(number, type, column);
        }
        boolean text = value instanceof String && column.family() == TypeFamily.STRING;
        return text && type != null ? text((String) value, type) : value;
    }

    private static @Nullable BigDecimal number(BigDecimal value, NativeType type, ColumnType column) {
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
            return null;
        }
        boolean exact =
                column.nativeType() != null && column.nativeType().name().equals("DoublePrecision");
        return switch (type.name()) {
            case "SmallInt", "Integer", "BigInt", "Oid" -> rounded(value, 0);
            case "Decimal" ->
                type.arguments().isEmpty()
                        ? value
                        : rounded(
                                value,
                                type.arguments().size() > 1
                                        ? Integer.parseInt(type.arguments().get(1))
                                        : 0);
            case "Real" -> isSame(value, Float.toString(value.floatValue())) && !exact ? value : null;
            case "DoublePrecision" -> isSame(value, Double.toString(value.doubleValue())) ? value : null;
            case "Text" -> value;
            case "VarChar" -> type.arguments().isEmpty() ? value : null;
            default -> null;
        };
    }

    private static BigDecimal rounded(BigDecimal value, int scale) {
        BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
        return rounded.compareTo(value) == 0 ? value : rounded;
    }

    private static boolean isSame(BigDecimal value, String printed) {
        return !printed.endsWith("Infinity") && new BigDecimal(printed).compareTo(value) == 0;
    }

    private String text(String value, NativeType type) {
        int room = type.arguments().isEmpty()
                ? 1
                : Integer.parseInt(type.arguments().get(0));
        boolean any = type.arguments().isEmpty();
        return switch (type.name()) {
            case "VarChar", "VarBit" -> any ? value : start(value, room);
            case "Char" -> isUnlimited(name) ? value : start(value, room).replaceFirst(" +$", "");
            case "Bit" -> start(value + "0".repeat(Math.min(room, MOST_DIGITS)), room);
            case "Uuid" -> value.toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    private static String start(String value, int letters) {
        return value.codePointCount(0, value.length()) <= letters
                ? value
                : value.substring(0, value.offsetByCodePoints(0, letters));
    }
}
