package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.TypeFamily;
import java.util.Locale;
import java.util.Map;

/** What the declared types of SQLite columns mean to a schema. */
final class SqliteColumnTypes {
    private static final Map<String, TypeFamily> FAMILIES = Map.ofEntries(
            Map.entry("int", TypeFamily.INT),
            Map.entry("integer", TypeFamily.INT),
            Map.entry("int2", TypeFamily.INT),
            Map.entry("int4", TypeFamily.INT),
            Map.entry("smallint", TypeFamily.INT),
            Map.entry("tinyint", TypeFamily.INT),
            Map.entry("mediumint", TypeFamily.INT),
            Map.entry("serial", TypeFamily.INT),
            Map.entry("bigint", TypeFamily.BIG_INT),
            Map.entry("int8", TypeFamily.BIG_INT),
            Map.entry("unsigned big int", TypeFamily.BIG_INT),
            Map.entry("boolean", TypeFamily.BOOLEAN),
            Map.entry("bool", TypeFamily.BOOLEAN),
            Map.entry("text", TypeFamily.STRING),
            Map.entry("clob", TypeFamily.STRING),
            Map.entry("char", TypeFamily.STRING),
            Map.entry("character", TypeFamily.STRING),
            Map.entry("varchar", TypeFamily.STRING),
            Map.entry("varying character", TypeFamily.STRING),
            Map.entry("nchar", TypeFamily.STRING),
            Map.entry("native character", TypeFamily.STRING),
            Map.entry("nvarchar", TypeFamily.STRING),
            Map.entry("real", TypeFamily.FLOAT),
            Map.entry("float", TypeFamily.FLOAT),
            Map.entry("double", TypeFamily.FLOAT),
            Map.entry("double precision", TypeFamily.FLOAT),
            Map.entry("decimal", TypeFamily.DECIMAL),
            Map.entry("numeric", TypeFamily.DECIMAL),
            Map.entry("date", TypeFamily.DATE_TIME),
            Map.entry("datetime", TypeFamily.DATE_TIME),
            Map.entry("timestamp", TypeFamily.DATE_TIME),
            Map.entry("blob", TypeFamily.BINARY),
            Map.entry("binary", TypeFamily.BINARY),
            Map.entry("json", TypeFamily.JSON),
            Map.entry("jsonb", TypeFamily.JSON));

    private SqliteColumnTypes() {}

    static ColumnType of(String declared) {
        String name =
                declared.toLowerCase(Locale.ROOT).replaceAll("\\(.*\\)", "").strip();
        TypeFamily family = FAMILIES.get(name);
        return family == null ? ColumnType.unsupported(declared) : new ColumnType(family, declared, null, null);
    }
}
