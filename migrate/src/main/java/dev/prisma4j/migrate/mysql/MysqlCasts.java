package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.schema.model.NativeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a column's type means to its values. MySQL converts between most types, so the question is what fits;
 * where Prisma warns of more than that, so do we.
 */
final class MysqlCasts {
    /** Each holds all values of those before it. */
    private static final List<String> INTEGERS = List.of("TinyInt", "SmallInt", "Int", "BigInt");

    private static final Set<String> NUMBERS = Set.of(
            "TinyInt",
            "SmallInt",
            "MediumInt",
            "Int",
            "BigInt",
            "UnsignedTinyInt",
            "UnsignedSmallInt",
            "UnsignedMediumInt",
            "UnsignedInt",
            "UnsignedBigInt",
            "Year",
            "Float",
            "Double",
            "Decimal");
    private static final Set<String> MOMENTS = Set.of("DateTime", "Timestamp", "Date", "Time");

    private static final Map<String, Long> TEXT_ROOM =
            Map.of("TinyText", 255L, "Text", 65_535L, "MediumText", 16_777_215L, "LongText", 4_294_967_295L);
    private static final Map<String, Long> BLOB_ROOM =
            Map.of("TinyBlob", 255L, "Blob", 65_535L, "MediumBlob", 16_777_215L, "LongBlob", 4_294_967_295L);

    private static final Map<String, List<String>> MISSING_ARGUMENTS = Map.of(
            "DateTime", List.of("0"),
            "Timestamp", List.of("0"),
            "Time", List.of("0"),
            "Decimal", List.of("10", "0"),
            "Char", List.of("1"),
            "Binary", List.of("1"),
            "Bit", List.of("1"));

    private MysqlCasts() {}

    /** How the change is to be made, or null if the types only look different. */
    static @Nullable TypeChange change(ColumnType from, ColumnType to) {
        NativeType a = from.nativeType();
        NativeType b = to.nativeType();
        if (a == null || b == null) {
            return TypeChange.RISKY;
        }
        if (a.name().equals(b.name()) && arguments(a).equals(arguments(b))) {
            return null;
        }
        if (hasNoCast(a.name(), b.name())) {
            return TypeChange.NOT_CASTABLE;
        }
        return fits(a, b) ? TypeChange.SAFE : TypeChange.RISKY;
    }

    private static List<String> arguments(NativeType type) {
        return type.arguments().isEmpty() || type.name().endsWith("Int")
                ? MISSING_ARGUMENTS.getOrDefault(type.name(), List.of())
                : type.arguments();
    }

    private static boolean hasNoCast(String from, String to) {
        return NUMBERS.contains(from) && MOMENTS.contains(to)
                || MOMENTS.contains(from) && NUMBERS.contains(to)
                || isBytes(from) && to.equals("Json");
    }

    private static boolean isBytes(String name) {
        return name.endsWith("Binary") || name.endsWith("Blob");
    }

    private static boolean fits(NativeType from, NativeType to) {
        long text = room(to, TEXT_ROOM);
        if (text > 0) {
            Long needed = lettersOf(from);
            return needed != null && text >= needed;
        }
        if (room(to, BLOB_ROOM) > 0) {
            return room(from, BLOB_ROOM) > 0 && room(to, BLOB_ROOM) >= room(from, BLOB_ROOM);
        }
        if (MOMENTS.contains(from.name())) {
            return sameMoment(from, to);
        }
        boolean widens = INTEGERS.contains(from.name()) && INTEGERS.indexOf(to.name()) >= INTEGERS.indexOf(from.name());
        return widens || from.name().equals("Float") && to.name().equals("Double");
    }

    private static boolean sameMoment(NativeType from, NativeType to) {
        boolean withDay = to.name().equals("DateTime") || to.name().equals("Timestamp");
        return switch (from.name()) {
            case "Date" -> withDay;
            case "Time" -> to.name().equals("Time") && fraction(to) >= fraction(from);
            default -> withDay && fraction(to) >= fraction(from);
        };
    }

    /** The longest text that the value becomes, or null where a text may be something else than the value. */
    private static @Nullable Long lettersOf(NativeType type) {
        long own = room(type, TEXT_ROOM);
        if (own > 0) {
            return own;
        }
        return switch (type.name()) {
            case "Int" -> 11L;
            case "BigInt" -> 20L;
            case "Decimal" -> Long.parseLong(arguments(type).get(0)) + 3; // the sign, a zero and the point
            case "Date" -> 10L;
            case "Time" -> 11L + fraction(type);
            case "DateTime", "Timestamp" -> 20L + fraction(type);
            case "Json" -> TEXT_ROOM.get("LongText");
            default -> null;
        };
    }

    private static long fraction(NativeType type) {
        return type.arguments().isEmpty() ? 0 : Long.parseLong(type.arguments().get(0));
    }

    private static long room(NativeType type, Map<String, Long> rooms) {
        Long fixed = rooms.get(type.name());
        if (fixed != null) {
            return fixed;
        }
        boolean counted = rooms.containsKey("Text")
                ? type.name().equals("VarChar") || type.name().equals("Char")
                : type.name().equals("VarBinary") || type.name().equals("Binary");
        return counted ? Math.max(1, fraction(type)) : 0;
    }
}
