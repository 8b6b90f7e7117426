package dev.prisma4j.migrate.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name the name of the constraint, or null where the database has none
 * @param columns its columns in order
 * @param clustered SQL Server's clustering, or null
 */
public record PrimaryKey(
        @Nullable String name,
        List<IndexColumn> columns,
        @Nullable Boolean clustered) {
    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    /** The names of its columns in order. */
    public List<String> columnNames() {
        return columns.stream().map(IndexColumn::name).toList();
    }
}
