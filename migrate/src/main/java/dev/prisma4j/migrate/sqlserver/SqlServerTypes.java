package dev.prisma4j.migrate.sqlserver;

import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.migrate.target.ConstraintNames;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.UnsupportedType;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How SQL Server stores the fields of a schema. */
public final class SqlServerTypes implements TargetDialect {
    private static final Map<ScalarType, NativeType> DEFAULTS = defaults();

    private static Map<ScalarType, NativeType> defaults() {
        Map<ScalarType, NativeType> types = new EnumMap<>(ScalarType.class);
        types.put(ScalarType.STRING, new NativeType("NVarChar", List.of("1000")));
        types.put(ScalarType.BOOLEAN, new NativeType("Bit", List.of()));
        types.put(ScalarType.INT, new NativeType("Int", List.of()));
        types.put(ScalarType.BIG_INT, new NativeType("BigInt", List.of()));
        types.put(ScalarType.FLOAT, new NativeType("Float", List.of("53")));
        types.put(ScalarType.DECIMAL, new NativeType("Decimal", List.of("32", "16")));
        types.put(ScalarType.DATE_TIME, new NativeType("DateTime2", List.of()));
        types.put(ScalarType.JSON, new NativeType("NVarChar", List.of("1000")));
        types.put(ScalarType.BYTES, new NativeType("VarBinary", List.of("Max")));
        return Map.copyOf(types);
    }

    @Override
    public ColumnType typeOf(ScalarField field) {
        if (field.type() instanceof UnsupportedType unsupported) {
            return ColumnType.unsupported(unsupported.databaseType());
        }
        ScalarType scalar = field.scalarType().orElseThrow();
        NativeType type = field.nativeType().orElseGet(() -> defaultNativeType(scalar));
        return new ColumnType(family(scalar, type), sql(type), type, null);
    }

    @Override
    public NativeType defaultNativeType(ScalarType scalar) {
        NativeType type = DEFAULTS.get(scalar);
        if (type == null) {
            throw new IllegalStateException("no default type for " + scalar);
        }
        return type;
    }

    /** The names are those of the database, but for letter case. */
    private static String sql(NativeType type) {
        String word = type.name().toUpperCase(Locale.ROOT);
        String arguments = String.join(",", type.arguments()).replace("Max", "max");
        return arguments.isEmpty() ? word : word + "(" + arguments + ")";
    }

    private static TypeFamily family(ScalarType scalar, NativeType type) {
        if (type.name().equals("UniqueIdentifier")) {
            return TypeFamily.UUID;
        }
        return switch (scalar) {
            case STRING, JSON -> TypeFamily.STRING;
            case BOOLEAN -> TypeFamily.BOOLEAN;
            case INT -> TypeFamily.INT;
            case BIG_INT -> TypeFamily.BIG_INT;
            case FLOAT -> TypeFamily.FLOAT;
            case DECIMAL -> TypeFamily.DECIMAL;
            case DATE_TIME -> TypeFamily.DATE_TIME;
            case BYTES -> TypeFamily.BINARY;
        };
    }

    /** SQL Server has no enums: their values are text. */
    @Override
    public ColumnType enumType(EnumType type, ObjectName name) {
        NativeType text = defaultNativeType(ScalarType.STRING);
        return new ColumnType(TypeFamily.STRING, sql(text), text, null);
    }

    @Override
    public List<String> defaultNamespaces() {
        return List.of("dbo");
    }

    @Override
    public int nameLimit() {
        return 128;
    }

    @Override
    public String defaultConstraintName(ObjectName table, String column) {
        return ConstraintNames.of(table.name() + "_" + column, "_df", nameLimit());
    }

    /** Two cascades into one table are refused. */
    @Override
    public ReferentialAction joinTableAction(boolean selfRelation) {
        return selfRelation ? ReferentialAction.NO_ACTION : ReferentialAction.CASCADE;
    }

    @Override
    public String quote(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    @Override
    public String booleanLiteral(boolean value) {
        return value ? "1" : "0";
    }
}
