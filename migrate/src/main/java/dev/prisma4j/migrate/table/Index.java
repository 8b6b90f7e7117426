package dev.prisma4j.migrate.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index or unique constraint.
 *
 * @param name its name
 * @param kind what it is for
 * @param columns its columns in order
 * @param algorithm the access method where it is not a B-tree, upper case ({@code GIN}), or null
 * @param clustered SQL Server's clustering, or null
 * @param predicate the condition of a partial index as SQL, or null
 * @param constraint whether it belongs to a constraint of the same name, with which it is dropped
 */
public record Index(
        String name,
        Kind kind,
        List<IndexColumn> columns,
        @Nullable String algorithm,
        @Nullable Boolean clustered,
        @Nullable String predicate,
        boolean constraint) {
    public Index {
        columns = List.copyOf(columns);
    }

    /** The kinds of index. */
    public enum Kind {
        UNIQUE,
        NORMAL,
        FULLTEXT,
        SPATIAL
    }

    /** Whether it is unique. */
    public boolean isUnique() {
        return kind == Kind.UNIQUE;
    }

    /** The names of its columns in order. */
    public List<String> columnNames() {
        return columns.stream().map(IndexColumn::name).toList();
    }
}
