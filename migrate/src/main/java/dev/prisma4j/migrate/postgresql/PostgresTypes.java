package dev.prisma4j.migrate.postgresql;

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

/** How PostgreSQL stores the fields of a schema. */
public final class PostgresTypes implements TargetDialect {
    private static final Map<ScalarType, NativeType> DEFAULTS = defaults();

    private static final Map<String, String> SQL = Map.ofEntries(
            Map.entry("Text", "TEXT"),
            Map.entry("Char", "CHAR"),
            Map.entry("VarChar", "VARCHAR"),
            Map.entry("Bit", "BIT"),
            Map.entry("VarBit", "VARBIT"),
            Map.entry("Uuid", "UUID"),
            Map.entry("Xml", "XML"),
            Map.entry("Inet", "INET"),
            Map.entry("Citext", "CITEXT"),
            Map.entry("Boolean", "BOOLEAN"),
            Map.entry("Integer", "INTEGER"),
            Map.entry("SmallInt", "SMALLINT"),
            Map.entry("Oid", "OID"),
            Map.entry("BigInt", "BIGINT"),
            Map.entry("Real", "REAL"),
            Map.entry("DoublePrecision", "DOUBLE PRECISION"),
            Map.entry("Decimal", "DECIMAL"),
            Map.entry("Money", "MONEY"),
            Map.entry("Timestamp", "TIMESTAMP"),
            Map.entry("Timestamptz", "TIMESTAMPTZ"),
            Map.entry("Date", "DATE"),
            Map.entry("Time", "TIME"),
            Map.entry("Timetz", "TIMETZ"),
            Map.entry("Json", "JSON"),
            Map.entry("JsonB", "JSONB"),
            Map.entry("ByteA", "BYTEA"));

    private static Map<ScalarType, NativeType> defaults() {
        Map<ScalarType, NativeType> types = new EnumMap<>(ScalarType.class);
        types.put(ScalarType.STRING, new NativeType("Text", List.of()));
        types.put(ScalarType.BOOLEAN, new NativeType("Boolean", List.of()));
        types.put(ScalarType.INT, new NativeType("Integer", List.of()));
        types.put(ScalarType.BIG_INT, new NativeType("BigInt", List.of()));
        types.put(ScalarType.FLOAT, new NativeType("DoublePrecision", List.of()));
        types.put(ScalarType.DECIMAL, new NativeType("Decimal", List.of("65", "30")));
        types.put(ScalarType.DATE_TIME, new NativeType("Timestamp", List.of("3")));
        types.put(ScalarType.JSON, new NativeType("JsonB", List.of()));
        types.put(ScalarType.BYTES, new NativeType("ByteA", List.of()));
        return Map.copyOf(types);
    }

    @Override
    public ColumnType typeOf(ScalarField field) {
        if (field.type() instanceof UnsupportedType unsupported) {
            return ColumnType.unsupported(unsupported.databaseType());
        }
        ScalarType scalar = field.scalarType().orElseThrow();
        NativeType type = field.nativeType().orElseGet(() -> defaultOf(scalar));
        return new ColumnType(family(scalar, type), sql(type), type, null);
    }

    static NativeType defaultOf(ScalarType scalar) {
        NativeType type = DEFAULTS.get(scalar);
        if (type == null) {
            throw new IllegalStateException("no default type for " + scalar);
        }
        return type;
    }

    static String sql(NativeType type) {
        String word = SQL.get(type.name());
        if (word == null) {
            throw new IllegalStateException("unknown PostgreSQL type " + type.name());
        }
        return type.arguments().isEmpty() ? word : word + "(" + String.join(",", type.arguments()) + ")";
    }

    private static TypeFamily family(ScalarType scalar, NativeType type) {
        return type.name().equals("Uuid") ? TypeFamily.UUID : familyOf(scalar);
    }

    /** The family of a scalar type. */
    public static TypeFamily familyOf(ScalarType scalar) {
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

    @Override
    public ColumnType enumType(EnumType type, ObjectName name) {
        return ColumnType.ofEnum(name);
    }

    @Override
    public List<String> defaultNamespaces() {
        return List.of("public");
    }

    @Override
    public boolean hasEnumTypes() {
        return true;
    }

    @Override
    public boolean hasIndexMethods() {
        return true;
    }

    @Override
    public boolean joinTablesHavePrimaryKey() {
        return true;
    }

    @Override
    public int nameLimit() {
        return 63;
    }

    @Override
    public NativeType defaultNativeType(ScalarType type) {
        return defaultOf(type);
    }
}
