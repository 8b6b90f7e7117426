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
            Map.entry("serial", TypeFamily.INT),
            Map.entry("bigint", TypeFamily.BIG_INT),
            Map.entry("boolean", TypeFamily.BOOLEAN),
            Map.entry("text", TypeFamily.STRING),
            Map.entry("real", TypeFamily.FLOAT),
            Map.entry("float", TypeFamily.FLOAT),
            Map.entry("double", TypeFamily.FLOAT),
            Map.entry("decimal", TypeFamily.DECIMAL),
            Map.entry("numeric", TypeFamily.DECIMAL),
            Map.entry("date", TypeFamily.DATE_TIME),
            Map.entry("datetime", TypeFamily.DATE_TIME),
            Map.entry("timestamp", TypeFamily.DATE_TIME),
            Map.entry("blob", TypeFamily.BINARY),
            Map.entry("binary", TypeFamily.BINARY),
            Map.entry("jsonb", TypeFamily.JSON));

    /** Those that may say how long. */
    private static final Map<String, TypeFamily> WITH_LENGTH = Map.of(
            "char", TypeFamily.STRING,
            "character", TypeFamily.STRING,
            "varchar", TypeFamily.STRING,
            "varying character", TypeFamily.STRING,
            "nchar", TypeFamily.STRING,
            "native character", TypeFamily.STRING,
            "nvarchar", TypeFamily.STRING,
            "decimal", TypeFamily.DECIMAL,
            "numeric", TypeFamily.DECIMAL);

    private SqliteColumnTypes() {}

    static ColumnType of(String declared) {
        String name = declared.toLowerCase(Locale.ROOT).strip();
        String element = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
        TypeFamily family = FAMILIES.get(element);
        if (family == null) {
            family = WITH_LENGTH.get(element.replaceFirst("\\(.*\\)$", "").strip());
        }
        return family == null ? ColumnType.unsupported(name) : new ColumnType(family, declared, null, null);
    }
}
