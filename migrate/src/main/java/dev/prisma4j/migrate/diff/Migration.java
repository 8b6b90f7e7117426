package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.DatabaseSchema;
import java.util.List;

/**
 * The way from one database to another.
 *
 * @param from how it is
 * @param to how it shall be
 * @param steps the steps in order
 */
public record Migration(DatabaseSchema from, DatabaseSchema to, List<Step> steps) {
    public Migration {
        steps = List.copyOf(steps);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
