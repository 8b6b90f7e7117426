package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.history.MigrationFile;
import java.util.List;

/** How {@code migrate dev} ended. */
public sealed interface DevResult {
    /**
     * The database has to be reset before; nothing was done.
     *
     * @param reasons why, each in its own words
     */
    record ResetNeeded(List<String> reasons) implements DevResult {
        public ResetNeeded {
            reasons = List.copyOf(reasons);
        }

        /** One reason as it is, several as a list. */
        public String text() {
            if (reasons.size() == 1) {
                return reasons.get(0);
            }
            StringBuilder text = new StringBuilder();
            reasons.forEach(reason -> text.append("- ").append(reason).append('\n'));
            return text.toString();
        }
    }

    /**
     * Some steps cannot be made with the data that is there; no migration was written.
     *
     * @param applied the pending migrations that were applied before
     */
    record Unexecutable(List<String> applied, DataLoss dataLoss) implements DevResult {}

    /**
     * There are warnings and they were not accepted; no migration was written.
     *
     * @param applied the pending migrations that were applied before
     */
    record NotAccepted(List<String> applied, DataLoss dataLoss) implements DevResult {}

    /**
     * The schema and the migrations agree: nothing to write.
     *
     * @param applied the pending migrations that were applied
     */
    record InSync(List<String> applied) implements DevResult {}

    /**
     * A migration was written.
     *
     * @param applied all migrations that were applied, the new one included unless it was only to be created
     * @param created the new one
     * @param dataLoss what is dangerous about it
     */
    record Created(List<String> applied, MigrationFile created, DataLoss dataLoss) implements DevResult {}
}
