package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.UnsupportedType;

/** How SQLite stores the fields of a schema. */
public final class SqliteTypes implements TargetDialect {
    @Override
    public boolean storesEnumsAsText() {
        return true;
    }

    @Override
    public ColumnType typeOf(ScalarField field) {
        if (field.type() instanceof UnsupportedType unsupported) {
            return ColumnType.unsupported(unsupported.databaseType());
        }
        return switch (field.scalarType().orElseThrow()) {
            case STRING -> type(TypeFamily.STRING, "TEXT");
            case BOOLEAN -> type(TypeFamily.BOOLEAN, "BOOLEAN");
            case INT -> type(TypeFamily.INT, "INTEGER");
            case BIG_INT -> type(TypeFamily.BIG_INT, "BIGINT");
            case FLOAT -> type(TypeFamily.FLOAT, "REAL");
            case DECIMAL -> type(TypeFamily.DECIMAL, "DECIMAL");
            case DATE_TIME -> type(TypeFamily.DATE_TIME, "DATETIME");
            case JSON -> type(TypeFamily.JSON, "JSONB");
            case BYTES -> type(TypeFamily.BINARY, "BLOB");
        };
    }

    private static ColumnType type(TypeFamily family, String sql) {
        return new ColumnType(family, sql, null, null);
    }

    /** SQLite has no enums: their values are text. */
    @Override
    public ColumnType enumType(EnumType type, ObjectName name) {
        return type(TypeFamily.STRING, "TEXT");
    }

    @Override
    public boolean namesPrimaryKeys() {
        return false;
    }

    @Override
    public int nameLimit() {
        return 10_000;
    }

    /** A single integer key is the row's own number and counts up whether the schema says so or not. */
    @Override
    public boolean autoIncrements(Model model, ScalarField field) {
        return field.isId()
                && model.primaryKey().map(k -> k.fields().size() == 1).orElse(false)
                && typeOfKey(field) == TypeFamily.INT;
    }

    private TypeFamily typeOfKey(ScalarField field) {
        return field.type() instanceof EnumType
                ? TypeFamily.STRING
                : typeOf(field).family();
    }
}
