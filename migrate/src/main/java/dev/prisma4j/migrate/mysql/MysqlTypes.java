package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.UnsupportedType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How MySQL stores the fields of a schema. */
public final class MysqlTypes implements TargetDialect {
    private static final Map<ScalarType, NativeType> DEFAULTS = defaults();

    private static final Map<String, String> SQL = Map.ofEntries(
            Map.entry("VarChar", "VARCHAR"),
            Map.entry("Char", "CHAR"),
            Map.entry("Text", "TEXT"),
            Map.entry("TinyText", "TINYTEXT"),
            Map.entry("MediumText", "MEDIUMTEXT"),
            Map.entry("LongText", "LONGTEXT"),
            Map.entry("Bit", "BIT"),
            Map.entry("TinyInt", "TINYINT"),
            Map.entry("SmallInt", "SMALLINT"),
            Map.entry("MediumInt", "MEDIUMINT"),
            Map.entry("Int", "INTEGER"),
            Map.entry("BigInt", "BIGINT"),
            Map.entry("UnsignedTinyInt", "TINYINT UNSIGNED"),
            Map.entry("UnsignedSmallInt", "SMALLINT UNSIGNED"),
            Map.entry("UnsignedMediumInt", "MEDIUMINT UNSIGNED"),
            Map.entry("UnsignedInt", "INTEGER UNSIGNED"),
            Map.entry("UnsignedBigInt", "BIGINT UNSIGNED"),
            Map.entry("Year", "YEAR"),
            Map.entry("Float", "FLOAT"),
            Map.entry("Double", "DOUBLE"),
            Map.entry("Decimal", "DECIMAL"),
            Map.entry("DateTime", "DATETIME"),
            Map.entry("Timestamp", "TIMESTAMP"),
            Map.entry("Date", "DATE"),
            Map.entry("Time", "TIME"),
            Map.entry("Json", "JSON"),
            Map.entry("Binary", "BINARY"),
            Map.entry("VarBinary", "VARBINARY"),
            Map.entry("TinyBlob", "TINYBLOB"),
            Map.entry("Blob", "BLOB"),
            Map.entry("MediumBlob", "MEDIUMBLOB"),
            Map.entry("LongBlob", "LONGBLOB"));

    private static Map<ScalarType, NativeType> defaults() {
        Map<ScalarType, NativeType> types = new EnumMap<>(ScalarType.class);
        types.put(ScalarType.STRING, new NativeType("VarChar", List.of("191")));
        types.put(ScalarType.BOOLEAN, new NativeType("TinyInt", List.of()));
        types.put(ScalarType.INT, new NativeType("Int", List.of()));
        types.put(ScalarType.BIG_INT, new NativeType("BigInt", List.of()));
        types.put(ScalarType.FLOAT, new NativeType("Double", List.of()));
        types.put(ScalarType.DECIMAL, new NativeType("Decimal", List.of("65", "30")));
        types.put(ScalarType.DATE_TIME, new NativeType("DateTime", List.of("3")));
        types.put(ScalarType.JSON, new NativeType("Json", List.of()));
        types.put(ScalarType.BYTES, new NativeType("LongBlob", List.of()));
        return Map.copyOf(types);
    }

    @Override
    public ColumnType typeOf(ScalarField field) {
        if (field.type() instanceof UnsupportedType unsupported) {
            return ColumnType.unsupported(unsupported.databaseType());
        }
        ScalarType scalar = field.scalarType().orElseThrow();
        NativeType type = field.nativeType().orElseGet(() -> defaultOf(scalar));
        if (scalar == ScalarType.BOOLEAN && type.name().equals("TinyInt")) {
            return bool();
        }
        return of(familyOf(scalar), type);
    }

    private static NativeType defaultOf(ScalarType scalar) {
        NativeType type = DEFAULTS.get(scalar);
        if (type == null) {
            throw new IllegalStateException("no default type for " + scalar);
        }
        return type;
    }

    /** The type of booleans: {@code TINYINT(1)}. */
    static ColumnType bool() {
        return new ColumnType(TypeFamily.BOOLEAN, "BOOLEAN", new NativeType("TinyInt", List.of("1")), null);
    }

    static ColumnType of(TypeFamily family, NativeType type) {
        String word = SQL.get(type.name());
        if (word == null) {
            throw new IllegalStateException("unknown MySQL type " + type.name());
        }
        boolean widthOnly = type.name().endsWith("Int");
        String sql =
                type.arguments().isEmpty() || widthOnly ? word : word + "(" + String.join(", ", type.arguments()) + ")";
        return new ColumnType(family, sql, type, null);
    }

    private static TypeFamily familyOf(ScalarType scalar) {
        return switch (scalar) {
            case STRING -> TypeFamily.STRING;
            case BOOLEAN -> TypeFamily.BOOLEAN;
            case INT -> TypeFamily.INT;
            case BIG_INT -> TypeFamily.BIG_INT;
            case FLOAT -> TypeFamily.FLOAT;
            case DECIMAL -> TypeFamily.DECIMAL;
            case DATE_TIME -> TypeFamily.DATE_TIME;
            case JSON -> TypeFamily.JSON;
            case BYTES -> TypeFamily.BINARY;
        };
    }

    /** An enum is a property of its column. */
    @Override
    public ColumnType enumType(EnumType type, ObjectName name) {
        return enumOf(type.values().stream().map(v -> v.databaseName()).toList());
    }

    static ColumnType enumOf(List<String> values) {
        String sql = values.stream().map(MysqlTypes::literal).collect(Collectors.joining(", ", "ENUM(", ")"));
        return new ColumnType(TypeFamily.ENUM, sql, null, null);
    }

    /** The text as a string literal: quotes are doubled, and so are backslashes, which escape here. */
    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public boolean namesPrimaryKeys() {
        return false;
    }

    @Override
    public int nameLimit() {
        return 64;
    }

    /** MySQL takes no fixed defaults for JSON and bytes; the client fills them in. */
    @Override
    public boolean supportsDefault(ScalarField field, ColumnDefault value) {
        return !field.is(ScalarType.JSON) && !field.is(ScalarType.BYTES);
    }

    /** Only MariaDB has unique indexes over whole values of these types, and keeps hashes of them. */
    @Override
    public boolean ordersUnique(ScalarField field) {
        NativeType type = field.scalarType().isEmpty() ? null : typeOf(field).nativeType();
        return type == null
                || !type.name().endsWith("Blob")
                        && !type.name().endsWith("Text")
                        && !type.name().equals("Json");
    }

    @Override
    public String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public NativeType defaultNativeType(ScalarType type) {
        return defaultOf(type);
    }
}
