package dev.prisma4j.migrate.danger;

import dev.prisma4j.migrate.table.ObjectName;
import org.jspecify.annotations.Nullable;

/** How many rows there are, asked of the database as far as there is one; null where nobody knows. */
public interface RowCounts {
    /** Nobody knows. */
    RowCounts UNKNOWN = new RowCounts() {
        @Override
        public @Nullable Long rows(ObjectName table) {
            return null;
        }

        @Override
        public @Nullable Long nonNull(ObjectName table, String column) {
            return null;
        }
    };

    /** The rows of a table. */
    @Nullable
    Long rows(ObjectName table);

    /** The rows of a table that have a value in that column. */
    @Nullable
    Long nonNull(ObjectName table, String column);
}
