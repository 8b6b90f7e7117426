package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.table.DatabaseSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of applying migrations to a shadow database and undoing them again.
 *
 * @param before the database before the first of them
 * @param after the database after the last of them
 * @param problem where the way back does not lead back, or null
 */
record DownTrial(
        DatabaseSchema before,
        DatabaseSchema after,
        @Nullable Problem problem) {
    /**
     * A down script that does not undo its migration.
     *
     * @param migration the migration
     * @param text what the database said, or what is different afterwards
     */
    record Problem(String migration, String text) {}

    /**
     * A down script as it was drafted for a migration.
     *
     * @param script the script
     * @param problem why it does not undo the migration, or null
     */
    record Draft(String script, @Nullable Problem problem) {}

    /** The migrations in the order in which they are undone. */
    static <T> List<T> backwards(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
