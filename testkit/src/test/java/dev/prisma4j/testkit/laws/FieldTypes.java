package dev.prisma4j.testkit.laws;

import dev.prisma4j.testkit.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What fields of random schemas can be on each database, and how a value of them is written in SQL. */
final class FieldTypes {
    private static final List<String> ALL =
            List.of("Int", "String", "Boolean", "DateTime", "BigInt", "Float", "Decimal", "Json", "Bytes", "Enum");

    private static final Map<String, List<String>> DEFAULTS = Map.of(
            "Int", List.of("0", "-7", "42"),
            "BigInt", List.of("0", "9007199254740993"),
            "String", List.of("\"\"", "\"it's\"", "\"two\\nlines\"", "\"back\\\\slash\""),
            "Boolean", List.of("true", "false"),
            "Float", List.of("0.5", "-1.25", "3"),
            "Decimal", List.of("0", "1.5", "-20.25"),
            "DateTime", List.of("now()"),
            "Json", List.of("\"{}\"", "\"[1, \\\"a\\\"]\""),
            "Bytes", List.of("\"AQ==\""));

    private static final Map<String, List<String>> POSTGRES = Map.of(
            "Int", List.of("SmallInt", "Integer"),
            "String", List.of("VarChar(20)", "VarChar(200)", "Char(5)", "Text"),
            "DateTime", List.of("Timestamp(6)", "Timestamptz(3)", "Date"),
            "Float", List.of("Real"),
            "Decimal", List.of("Decimal(10, 2)", "Decimal(20, 5)"),
            "Json", List.of("Json", "JsonB"));

    private static final Map<String, List<String>> MYSQL = Map.of(
            "Int", List.of("SmallInt", "UnsignedInt", "MediumInt"),
            "String", List.of("VarChar(20)", "VarChar(250)", "Char(5)", "Text", "LongText"),
            "DateTime", List.of("DateTime(6)", "Timestamp(3)", "Date"),
            "Float", List.of("Float"),
            "Decimal", List.of("Decimal(10, 2)", "Decimal(20, 5)"),
            "Bytes", List.of("Blob", "VarBinary(50)"),
            "Boolean", List.of("TinyInt"));

    private FieldTypes() {}

    static List<String> names(DatabaseKind kind) {
        List<String> names = new ArrayList<>(ALL);
        if (kind == DatabaseKind.SQLITE) {
            names.remove("Enum");
        }
        return names;
    }

    static boolean canBeUnique(String type) {
        return List.of("Int", "BigInt", "String", "DateTime", "Decimal").contains(type);
    }

    /** A default; MySQL's tables have none for JSON and bytes. */
    static @Nullable String anyDefault(DatabaseKind kind, String type, Random random) {
        boolean none = kind.provider().text().equals("mysql")
                && List.of("Json", "Bytes").contains(type);
        List<String> values = new ArrayList<>(none ? List.of() : DEFAULTS.getOrDefault(type, List.of()));
        if (kind.provider().text().equals("mysql")) {
            values.remove("-7"); // an unsigned column refuses it
        }
        return values.isEmpty() ? null : values.get(random.nextInt(values.size()));
    }

    static @Nullable String anyNativeType(DatabaseKind kind, String type, Random random) {
        List<String> types = switch (kind) {
            case POSTGRESQL -> POSTGRES.getOrDefault(type, List.of());
            case MYSQL, MARIADB -> MYSQL.getOrDefault(type, List.of());
            case SQLITE -> List.of();
        };
        return types.isEmpty() ? null : types.get(random.nextInt(types.size()));
    }

    /** The number of a row as a value of a type, in SQL. */
    static String literal(DatabaseKind kind, String type, int row) {
        return switch (type) {
            case "Int", "BigInt" -> String.valueOf(row);
            case "Boolean" -> kind == DatabaseKind.POSTGRESQL ? String.valueOf(row % 2 == 0) : String.valueOf(row % 2);
            case "DateTime" -> "'2020-01-0" + row + " 00:00:00'";
            case "Float" -> row + ".5";
            case "Decimal" -> row + ".25";
            case "Json" -> "'{\"a\": " + row + "}'";
            case "Bytes" -> kind == DatabaseKind.POSTGRESQL ? "'\\x0" + row + "'" : "x'0" + row + "'";
            default -> "'v" + row + "'";
        };
    }
}
