package dev.prisma4j.migrate.cockroachdb;

import dev.prisma4j.migrate.postgresql.PostgresTypes;
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
import org.jspecify.annotations.Nullable;

/** How CockroachDB stores the fields of a schema. */
public final class CockroachTypes implements TargetDialect {
    private static final Map<ScalarType, NativeType> DEFAULTS = defaults();

    private static final Map<String, String> SQL = Map.ofEntries(
            Map.entry("String", "STRING"),
            Map.entry("Char", "CHAR"),
            Map.entry("CatalogSingleChar", "\"char\""),
            Map.entry("Bit", "BIT"),
            Map.entry("VarBit", "VARBIT"),
            Map.entry("Uuid", "UUID"),
            Map.entry("Inet", "INET"),
            Map.entry("Bool", "BOOL"),
            Map.entry("Int2", "INT2"),
            Map.entry("Int4", "INT4"),
            Map.entry("Int8", "INT8"),
            Map.entry("Oid", "OID"),
            Map.entry("Float4", "FLOAT4"),
            Map.entry("Float8", "FLOAT8"),
            Map.entry("Decimal", "DECIMAL"),
            Map.entry("Timestamp", "TIMESTAMP"),
            Map.entry("Timestamptz", "TIMESTAMPTZ"),
            Map.entry("Date", "DATE"),
            Map.entry("Time", "TIME"),
            Map.entry("Timetz", "TIMETZ"),
            Map.entry("JsonB", "JSONB"),
            Map.entry("Bytes", "BYTES"));

    private static Map<ScalarType, NativeType> defaults() {
        Map<ScalarType, NativeType> types = new EnumMap<>(ScalarType.class);
        types.put(ScalarType.STRING, new NativeType("String", List.of()));
        types.put(ScalarType.BOOLEAN, new NativeType("Bool", List.of()));
        types.put(ScalarType.INT, new NativeType("Int4", List.of()));
        types.put(ScalarType.BIG_INT, new NativeType("Int8", List.of()));
        types.put(ScalarType.FLOAT, new NativeType("Float8", List.of()));
        types.put(ScalarType.DECIMAL, new NativeType("Decimal", List.of("65", "30")));
        types.put(ScalarType.DATE_TIME, new NativeType("Timestamp", List.of("3")));
        types.put(ScalarType.JSON, new NativeType("JsonB", List.of()));
        types.put(ScalarType.BYTES, new NativeType("Bytes", List.of()));
        return Map.copyOf(types);
    }

    @Override
    public ColumnType typeOf(ScalarField field) {
        if (field.type() instanceof UnsupportedType unsupported) {
            return ColumnType.unsupported(unsupported.databaseType());
        }
        ScalarType scalar = field.scalarType().orElseThrow();
        NativeType type = field.nativeType().orElseGet(() -> defaultOf(scalar));
        TypeFamily family = type.name().equals("Uuid") ? TypeFamily.UUID : PostgresTypes.familyOf(scalar);
        return new ColumnType(family, sql(type), type, null);
    }

    private static NativeType defaultOf(ScalarType scalar) {
        NativeType type = DEFAULTS.get(scalar);
        if (type == null) {
            throw new IllegalStateException("no default type for " + scalar);
        }
        return type;
    }

    private static String sql(NativeType type) {
        String word = SQL.get(type.name());
        if (word == null) {
            throw new IllegalStateException("unknown CockroachDB type " + type.name());
        }
        return type.arguments().isEmpty() ? word : word + "(" + String.join(",", type.arguments()) + ")";
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
    public int nameLimit() {
        return 63;
    }

    @Override
    public @Nullable ColumnDefault autoIncrementDefault() {
        return new ColumnDefault.UniqueRowId();
    }

    @Override
    public String sequenceName(ObjectName table, String column) {
        return "prisma_sequence_" + table.name() + "_" + column;
    }

    @Override
    public NativeType defaultNativeType(ScalarType type) {
        return defaultOf(type);
    }
}
