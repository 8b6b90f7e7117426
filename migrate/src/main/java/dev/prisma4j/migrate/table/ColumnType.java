package dev.prisma4j.migrate.table;

import dev.prisma4j.schema.model.NativeType;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column, or of the elements of a list.
 *
 * @param family what kind of value it is
 * @param sql the type as the database spells it, for example {@code VARCHAR(100)}; the bare name of an enum type
 * @param nativeType the type as a schema spells it ({@code @db.VarChar(100)}), or null where the database has no such
 *     words or the type is an enum or unsupported
 * @param enumName the enum, or null
 */
public record ColumnType(
        TypeFamily family,
        String sql,
        @Nullable NativeType nativeType,
        @Nullable ObjectName enumName) {

    /** A type that the schema language has no word for. */
    public static ColumnType unsupported(String sql) {
        return new ColumnType(TypeFamily.UNSUPPORTED, sql, null, null);
    }

    /** An enum type. */
    public static ColumnType ofEnum(ObjectName name) {
        return new ColumnType(TypeFamily.ENUM, name.name(), null, name);
    }
}
