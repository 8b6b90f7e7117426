package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.NativeType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether MODIFY may lose values. MySQL converts between nearly all types, so the question is what fits. */
final class MysqlCasts {
    private static final List<String> INTEGERS = List.of("TinyInt", "SmallInt", "MediumInt", "Int", "BigInt");
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
        if (a != null && b != null && a.name().equals(b.name()) && arguments(a).equals(arguments(b))) {
            return null;
        }
        if (b == null || a == null) {
            boolean fits = a == null && b != null && b.name().endsWith("Text");
            return fits ? TypeChange.SAFE : TypeChange.RISKY;
        }
        long room = room(b, TEXT_ROOM);
        long oldRoom = room(a, TEXT_ROOM);
        if (room > 0 && oldRoom > 0) {
            return room >= oldRoom ? TypeChange.SAFE : TypeChange.RISKY;
        }
        if (room(a, BLOB_ROOM) > 0 && room(b, BLOB_ROOM) > 0) {
            return room(b, BLOB_ROOM) >= room(a, BLOB_ROOM) ? TypeChange.SAFE : TypeChange.RISKY;
        }
        if (room > 0 && isShort(from.family())) {
            return room >= 191 ? TypeChange.SAFE : TypeChange.RISKY;
        }
        return widens(a, b) ? TypeChange.SAFE : TypeChange.RISKY;
    }

    private static List<String> arguments(NativeType type) {
        return type.arguments().isEmpty() || type.name().endsWith("Int")
                ? MISSING_ARGUMENTS.getOrDefault(type.name(), List.of())
                : type.arguments();
    }

    private static boolean isShort(TypeFamily family) {
        return switch (family) {
            case INT, BIG_INT, BOOLEAN, DATE_TIME, DECIMAL, FLOAT -> true;
            default -> false;
        };
    }

    private static boolean widens(NativeType from, NativeType to) {
        if (INTEGERS.contains(from.name()) && INTEGERS.contains(to.name())) {
            return INTEGERS.indexOf(to.name()) >= INTEGERS.indexOf(from.name());
        }
        boolean sameName = from.name().equals(to.name());
        boolean moment = from.name().equals("DateTime")
                || from.name().equals("Timestamp")
                || from.name().equals("Time");
        if (sameName && moment) {
            return argument(to, 0) >= argument(from, 0);
        }
        if (sameName && from.name().equals("Decimal")) {
            return argument(to, 1) >= argument(from, 1)
                    && argument(to, 0) - argument(to, 1) >= argument(from, 0) - argument(from, 1);
        }
        return from.name().equals("Float") && to.name().equals("Double");
    }

    private static long argument(NativeType type, int index) {
        return type.arguments().size() > index ? Long.parseLong(type.arguments().get(index)) : 0;
    }

    private static long room(NativeType type, Map<String, Long> rooms) {
        Long fixed = rooms.get(type.name());
        if (fixed != null) {
            return fixed;
        }
        boolean counted = rooms.containsKey("Text")
                ? type.name().equals("VarChar") || type.name().equals("Char")
                : type.name().equals("VarBinary") || type.name().equals("Binary");
        return counted ? Math.max(1, argument(type, 0)) : 0;
    }
}
