package dev.prisma4j.migrate.table;

import org.jspecify.annotations.Nullable;

/**
 * Something that a table has and the schema language cannot say.
 *
 * @param remark what it is
 * @param object the constraint or index, or null where it is the table as a whole
 * @param column the column, or null
 */
public record Finding(
        Table.Remark remark,
        @Nullable String object,
        @Nullable String column) {

    /** Of the table as a whole. */
    public static Finding of(Table.Remark remark) {
        return new Finding(remark, null, null);
    }

    /** Of a constraint or index. */
    public static Finding of(Table.Remark remark, String object) {
        return new Finding(remark, object, null);
    }
}
