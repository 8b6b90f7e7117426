package dev.prisma4j.migrate.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code _prisma_migrations}.
 *
 * @param id its key
 * @param checksum the checksum of the script as it was applied
 * @param finishedAt when it was applied, or null
 * @param name the migration
 * @param rolledBackAt when it was marked as rolled back, or null
 * @param startedAt when it was started
 * @param appliedSteps 1 after the script went through
 * @param logs what went wrong, or null
 */
public record HistoryRow(
        String id,
        String checksum,
        @Nullable Instant finishedAt,
        String name,
        @Nullable Instant rolledBackAt,
        Instant startedAt,
        int appliedSteps,
        @Nullable String logs) {
    /** How the logs begin of a migration that is being undone. */
    public static final String UNDOING = "`migrate down`";

    /** Whether it was started and neither finished nor rolled back. */
    public boolean isFailed() {
        return finishedAt == null && rolledBackAt == null;
    }

    /** Whether it is not that the migration failed, but that undoing it did, or was interrupted. */
    public boolean isHalfUndone() {
        return isFailed() && logs != null && logs.startsWith(UNDOING);
    }

    /** Whether it was applied and not rolled back. */
    public boolean isApplied() {
        return finishedAt != null && rolledBackAt == null;
    }
}
