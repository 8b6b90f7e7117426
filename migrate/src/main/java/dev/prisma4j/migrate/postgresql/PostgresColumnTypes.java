package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.NativeType;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL's catalog names of types mean to a schema. */
final class PostgresColumnTypes {
    private record Meaning(TypeFamily family, String name, boolean hasLength) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("int2", new Meaning(TypeFamily.INT, "SmallInt", false)),
            Map.entry("int4", new Meaning(TypeFamily.INT, "Integer", false)),
            Map.entry("int8", new Meaning(TypeFamily.BIG_INT, "BigInt", false)),
            Map.entry("oid", new Meaning(TypeFamily.INT, "Oid", false)),
            Map.entry("float4", new Meaning(TypeFamily.FLOAT, "Real", false)),
            Map.entry("float8", new Meaning(TypeFamily.FLOAT, "DoublePrecision", false)),
            Map.entry("numeric", new Meaning(TypeFamily.DECIMAL, "Decimal", true)),
            Map.entry("money", new Meaning(TypeFamily.DECIMAL, "Money", false)),
            Map.entry("bool", new Meaning(TypeFamily.BOOLEAN, "Boolean", false)),
            Map.entry("text", new Meaning(TypeFamily.STRING, "Text", false)),
            Map.entry("varchar", new Meaning(TypeFamily.STRING, "VarChar", true)),
            Map.entry("bpchar", new Meaning(TypeFamily.STRING, "Char", true)),
            Map.entry("char", new Meaning(TypeFamily.STRING, "Char", false)),
            Map.entry("bytea", new Meaning(TypeFamily.BINARY, "ByteA", false)),
            Map.entry("json", new Meaning(TypeFamily.JSON, "Json", false)),
            Map.entry("jsonb", new Meaning(TypeFamily.JSON, "JsonB", false)),
            Map.entry("uuid", new Meaning(TypeFamily.UUID, "Uuid", false)),
            Map.entry("xml", new Meaning(TypeFamily.STRING, "Xml", false)),
            Map.entry("inet", new Meaning(TypeFamily.STRING, "Inet", false)),
            Map.entry("citext", new Meaning(TypeFamily.STRING, "Citext", false)),
            Map.entry("bit", new Meaning(TypeFamily.STRING, "Bit", true)),
            Map.entry("varbit", new Meaning(TypeFamily.STRING, "VarBit", true)),
            Map.entry("timestamp", new Meaning(TypeFamily.DATE_TIME, "Timestamp", true)),
            Map.entry("timestamptz", new Meaning(TypeFamily.DATE_TIME, "Timestamptz", true)),
            Map.entry("date", new Meaning(TypeFamily.DATE_TIME, "Date", false)),
            Map.entry("time", new Meaning(TypeFamily.DATE_TIME, "Time", true)),
            Map.entry("timetz", new Meaning(TypeFamily.DATE_TIME, "Timetz", true)));

    private static final Pattern ARGUMENTS = Pattern.compile("\\(([0-9, -]+)\\)");

    private PostgresColumnTypes() {}

    /**
     * The type of a column.
     *
     * @param name the catalog's name of the type, without the underscore of arrays
     * @param formatted the type as PostgreSQL prints it, without brackets
     * @param list whether it is the type of a list's elements
     * @param bare the catalog's name as it is, which stands for types that the language has no word for
     */
    static ColumnType of(String name, String formatted, boolean list, String bare) {
        Meaning meaning = MEANINGS.get(name);
        if (meaning == null) {
            return ColumnType.unsupported(bare);
        }
        NativeType type = new NativeType(meaning.name(), arguments(meaning, formatted, list));
        return new ColumnType(meaning.family(), PostgresTypes.sql(type), type, null);
    }

    private static List<String> arguments(Meaning meaning, String formatted, boolean list) {
        if (!meaning.hasLength()) {
            return List.of();
        }
        Matcher matcher = ARGUMENTS.matcher(formatted);
        if (matcher.find()) {
            return List.of(matcher.group(1).replace(" ", "").split(","));
        }
        // As the reference has it, the precision that is not given is said of a single value only.
        return meaning.family() == TypeFamily.DATE_TIME && !list ? List.of("6") : List.of();
    }
}
