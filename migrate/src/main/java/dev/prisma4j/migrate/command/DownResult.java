package dev.prisma4j.migrate.command;

import java.util.List;

/** How {@code migrate down} ended. */
public sealed interface DownResult {
    /** No migration is applied, or none after the one that was named. */
    record NothingToUndo() implements DownResult {}

    /** Data may be lost, and that was not accepted; nothing was done. */
    record NotAccepted(DownPlan plan) implements DownResult {}

    /** Some steps cannot be made with the data that is there; nothing was done. */
    record Unexecutable(DownPlan plan) implements DownResult {}

    /**
     * The migrations were undone.
     *
     * @param migrations their names, the last one first
     */
    record Undone(List<String> migrations) implements DownResult {
        public Undone {
            migrations = List.copyOf(migrations);
        }
    }
}
