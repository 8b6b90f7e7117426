package dev.prisma4j.migrate.table;

import dev.prisma4j.schema.model.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * A column within a key or index.
 *
 * @param name the column
 * @param sort the direction, or null where the index has none
 * @param length the indexed prefix (MySQL), or null
 * @param operatorClass the operator class (PostgreSQL) where it is not the default one, or null
 * @param usualClass the operator class that the database chose where none is given, or null where that is not known
 * @param longest whether the prefix is as long as the database can have it, which may be less than what was asked for
 */
public record IndexColumn(
        String name,
        @Nullable SortOrder sort,
        @Nullable Integer length,
        @Nullable String operatorClass,
        @Nullable String usualClass,
        boolean longest) {

    /** A column of which the database has told nothing. */
    public IndexColumn(
            String name, @Nullable SortOrder sort, @Nullable Integer length, @Nullable String operatorClass) {
        this(name, sort, length, operatorClass, null, false);
    }

    /** A column with nothing said about it. */
    public static IndexColumn of(String name) {
        return new IndexColumn(name, null, null, null);
    }

    /** The same of a column of another name. */
    public IndexColumn named(String other) {
        return new IndexColumn(other, sort, length, operatorClass, usualClass, longest);
    }

    /** The column in an index that knows no directions. */
    public IndexColumn withoutDirection() {
        return new IndexColumn(name, null, length, operatorClass, usualClass, longest);
    }

    /** Whether the direction is descending. */
    public boolean isDescending() {
        return sort == SortOrder.DESC;
    }
}
