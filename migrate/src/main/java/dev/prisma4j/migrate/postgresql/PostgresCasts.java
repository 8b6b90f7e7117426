package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.schema.model.NativeType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which PostgreSQL types can be converted in place by {@code SET DATA TYPE}, and whether values may be lost. A length is
 * enough if every value of the old type has room in it.
 */
final class PostgresCasts {
    private static final Set<String> TEXTS = Set.of("Text", "VarChar");
    private static final Set<String> NUMBERS =
            Set.of("SmallInt", "Integer", "BigInt", "Real", "DoublePrecision", "Decimal");
    private static final Set<String> MOMENTS = Set.of("Timestamp", "Timestamptz", "Date", "Time", "Timetz");
    private static final Map<String, Integer> PRINTED_LENGTH = printedLength();

    private PostgresCasts() {}

    private static Map<String, Integer> printedLength() {
        Map<String, Integer> lengths = new HashMap<>();
        lengths.put("SmallInt", 4);
        lengths.put("Integer", 11);
        lengths.put("BigInt", 20);
        lengths.put("Real", 47);
        lengths.put("Uuid", 32);
        lengths.put("Timestamp", 23);
        lengths.put("Timestamptz", 28);
        lengths.put("Date", 28);
        lengths.put("Time", 14);
        lengths.put("Timetz", 19);
        return Map.copyOf(lengths);
    }

    /** How the change is to be made, or null if there is none. */
    static @Nullable TypeChange change(NativeType from, NativeType to) {
        String a = from.name();
        String b = to.name();
        if (a.equals(b)) {
            return sameName(from, to);
        }
        if (a.equals("Citext") || a.equals("Money")) {
            return TEXTS.contains(b) || b.equals("Citext") ? TypeChange.SAFE : TypeChange.RISKY;
        }
        if (TEXTS.contains(b) || b.equals("Char")) {
            return toText(from, to);
        }
        if (b.equals("Citext")) {
            return a.equals("Text") || a.equals("Inet") ? TypeChange.SAFE : TypeChange.NOT_CASTABLE;
        }
        if (NUMBERS.contains(a) && NUMBERS.contains(b)) {
            return numbers(from, to);
        }
        if (a.equals("Oid")) {
            return b.equals("BigInt") || b.equals("Integer") ? TypeChange.SAFE : TypeChange.NOT_CASTABLE;
        }
        if (MOMENTS.contains(a) && MOMENTS.contains(b)) {
            return moments(a, b);
        }
        if (isBits(a) && isBits(b)) {
            return bits(from, to);
        }
        if (isJson(a) && isJson(b)) {
            return TypeChange.SAFE;
        }
        return TypeChange.NOT_CASTABLE;
    }

    private static @Nullable TypeChange sameName(NativeType from, NativeType to) {
        if (from.arguments().equals(to.arguments())) {
            return null;
        }
        if (MOMENTS.contains(from.name())) {
            return sameMoment(from, to);
        }
        int before = length(from);
        int after = length(to);
        boolean one = from.name().equals("Char") || from.name().equals("Bit");
        if (one && before == after) {
            return null; // a length that is not given is 1
        }
        return switch (from.name()) {
            case "Char", "VarChar" -> after >= before ? TypeChange.SAFE : TypeChange.RISKY;
            case "Bit" -> TypeChange.NOT_CASTABLE;
            case "VarBit" -> after >= before ? TypeChange.SAFE : TypeChange.NOT_CASTABLE;
            case "Decimal" -> decimals(from, to);
            default -> TypeChange.SAFE;
        };
    }

    /** A precision that is not given is 6; the reference takes it for any. */
    private static @Nullable TypeChange sameMoment(NativeType from, NativeType to) {
        boolean unknown = from.arguments().isEmpty() || to.arguments().isEmpty();
        if (unknown) {
            return null;
        }
        return from.name().equals("Time") ? TypeChange.NOT_CASTABLE : TypeChange.SAFE;
    }

    private static @Nullable TypeChange decimals(NativeType from, NativeType to) {
        if (to.arguments().isEmpty()) {
            return TypeChange.SAFE;
        }
        if (from.arguments().isEmpty()) {
            return TypeChange.RISKY;
        }
        int oldScale = argument(from, 1, 0);
        int newScale = argument(to, 1, 0);
        if (oldScale == newScale && argument(from, 0, 0) == argument(to, 0, 0)) {
            return null;
        }
        int oldWhole = argument(from, 0, 65) - oldScale;
        int newWhole = argument(to, 0, 65) - newScale;
        return newScale >= oldScale && newWhole >= oldWhole ? TypeChange.SAFE : TypeChange.RISKY;
    }

    private static TypeChange numbers(NativeType from, NativeType to) {
        return switch (from.name()) {
            case "SmallInt" -> to.name().equals("Decimal") && wholeDigits(to) <= 2 ? TypeChange.RISKY : TypeChange.SAFE;
            case "Integer" ->
                to.name().equals("SmallInt") || to.name().equals("Decimal") && wholeDigits(to) <= 10
                        ? TypeChange.RISKY
                        : TypeChange.SAFE;
            case "BigInt" ->
                to.name().equals("DoublePrecision")
                                || to.name().equals("Real")
                                || to.name().equals("Decimal") && wholeDigits(to) > 18
                        ? TypeChange.SAFE
                        : TypeChange.RISKY;
            case "Real" -> to.name().equals("DoublePrecision") ? TypeChange.SAFE : TypeChange.RISKY;
            default -> TypeChange.RISKY;
        };
    }

    private static int wholeDigits(NativeType decimal) {
        return argument(decimal, 0, 131072) - argument(decimal, 1, 0);
    }

    private static TypeChange moments(String from, String to) {
        boolean fromDay = from.equals("Date");
        boolean toStamp = to.startsWith("Timestamp");
        if (from.startsWith("Timestamp")) {
            return TypeChange.SAFE;
        }
        if (fromDay) {
            return toStamp ? TypeChange.SAFE : TypeChange.NOT_CASTABLE;
        }
        return toStamp || to.equals("Date") ? TypeChange.NOT_CASTABLE : TypeChange.SAFE;
    }

    private static boolean isBits(String name) {
        return name.equals("Bit") || name.equals("VarBit");
    }

    private static TypeChange bits(NativeType from, NativeType to) {
        if (from.name().equals("Bit")) {
            int before = argument(from, 0, 1);
            int after = argument(to, 0, Integer.MAX_VALUE);
            return after >= before ? TypeChange.SAFE : TypeChange.NOT_CASTABLE;
        }
        int before = argument(from, 0, Integer.MAX_VALUE);
        int after = argument(to, 0, 1);
        return after > before ? TypeChange.NOT_CASTABLE : TypeChange.RISKY;
    }

    private static boolean isJson(String name) {
        return name.equals("Json") || name.equals("JsonB");
    }

    private static TypeChange toText(NativeType from, NativeType to) {
        String a = from.name();
        boolean unlimited = to.arguments().isEmpty() && !to.name().equals("Char");
        if (unlimited) {
            return TypeChange.SAFE;
        }
        int room = argument(to, 0, 1);
        boolean toChar = to.name().equals("Char");
        Integer printed = PRINTED_LENGTH.get(a);
        return switch (a) {
            case "Text", "Xml", "Json", "JsonB", "DoublePrecision" -> TypeChange.RISKY;
            case "ByteA" -> room < 3 ? TypeChange.NOT_CASTABLE : TypeChange.RISKY;
            case "VarChar", "Char", "VarBit" -> length(from) <= room ? TypeChange.SAFE : TypeChange.RISKY;
            case "Bit" -> length(from) <= room && !isBareChar(to) ? TypeChange.SAFE : TypeChange.NOT_CASTABLE;
            case "Oid", "Inet" -> toChar ? TypeChange.NOT_CASTABLE : TypeChange.SAFE;
            case "SmallInt", "Integer", "BigInt", "Real" ->
                printed != null && room >= printed ? TypeChange.SAFE : TypeChange.RISKY;
            case "Decimal" -> room >= printedDecimal(from) ? TypeChange.SAFE : TypeChange.RISKY;
            case "Boolean" -> toChar ? booleanToChar(room) : TypeChange.SAFE;
            default -> printed != null && room >= printed ? TypeChange.SAFE : TypeChange.NOT_CASTABLE;
        };
    }

    private static boolean isBareChar(NativeType type) {
        return type.name().equals("Char") && type.arguments().isEmpty();
    }

    private static TypeChange booleanToChar(int room) {
        return room < 4 ? TypeChange.NOT_CASTABLE : room == 4 ? TypeChange.RISKY : TypeChange.SAFE;
    }

    /** Its digits, a sign, and a point if there are digits behind it. */
    private static int printedDecimal(NativeType decimal) {
        int digits = argument(decimal, 0, Integer.MAX_VALUE - 2);
        return digits + (argument(decimal, 1, 0) > 0 ? 2 : 1);
    }

    private static int length(NativeType type) {
        int missing = type.name().equals("Char") || type.name().equals("Bit") ? 1 : Integer.MAX_VALUE;
        return argument(type, 0, missing);
    }

    private static int argument(NativeType type, int index, int missing) {
        return type.arguments().size() > index
                ? Integer.parseInt(type.arguments().get(index))
                : missing;
    }
}
