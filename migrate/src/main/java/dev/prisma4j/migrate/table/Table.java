package dev.prisma4j.migrate.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns in their order
 * @param primaryKey its primary key, or null
 * @param indexes its unique constraints and indexes
 * @param foreignKeys the keys by which it refers to other tables
 * @param findings what the table has that the schema language cannot say
 * @param comment the database's comment on it, or null
 */
public record Table(
        ObjectName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        List<Finding> findings,
        @Nullable String comment) {
    public Table {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        findings = List.copyOf(findings);
    }

    /** A table without findings and comment. */
    public Table(
            ObjectName name,
            List<Column> columns,
            @Nullable PrimaryKey primaryKey,
            List<Index> indexes,
            List<ForeignKey> foreignKeys) {
        this(name, columns, primaryKey, indexes, foreignKeys, List.of(), null);
    }

    /** What introspection has to tell about a table. */
    public enum Remark {
        PARTITION,
        SUBCLASS,
        ROW_LEVEL_SECURITY,
        CHECK_CONSTRAINT,
        EXCLUSION_CONSTRAINT,
        ROW_LEVEL_TTL,
        COMMENTED,
        EXPRESSION_INDEX,
        DEFERRED_CONSTRAINT,
        UNUSUAL_NULLS_ORDER
    }

    /** Whether there is such a thing about the table or one of its parts. */
    public boolean has(Remark remark) {
        return findings.stream().anyMatch(f -> f.remark() == remark);
    }

    /** The column of that name. */
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /** The column of that name, which must be there. */
    public Column requireColumn(String columnName) {
        return column(columnName)
                .orElseThrow(() -> new IllegalArgumentException("no column " + columnName + " in table " + name));
    }

    /** Whether the primary key is exactly that one column. */
    public boolean hasSinglePrimaryKey(String columnName) {
        return primaryKey != null
                && primaryKey.columns().size() == 1
                && primaryKey.columns().get(0).name().equals(columnName);
    }
}
