package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.diff.Migration;

/**
 * What {@code db push} did.
 *
 * @param outcome whether it was done
 * @param migration the changes that were needed
 * @param dataLoss what is dangerous about them
 * @param createdDatabase whether the database was made first
 */
public record PushResult(Outcome outcome, Migration migration, DataLoss dataLoss, boolean createdDatabase) {
    /** How it ended. */
    public enum Outcome {
        /** The database already was as the schema says. */
        IN_SYNC,
        /** The changes were made. */
        PUSHED,
        /** Nothing was done: there are warnings, and they were not accepted. */
        NEEDS_ACCEPTANCE,
        /** Nothing was done: some steps cannot be made with the data that is there. */
        UNEXECUTABLE
    }
}
