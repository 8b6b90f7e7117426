package dev.prisma4j.migrate.danger;

import java.util.List;

/**
 * What is dangerous about a migration.
 *
 * @param warnings steps that lose data or may fail
 * @param unexecutable steps that cannot be made
 */
public record DataLoss(List<Finding> warnings, List<Finding> unexecutable) {
    /** Nothing is dangerous. */
    public static final DataLoss NONE = new DataLoss(List.of(), List.of());

    public DataLoss {
        warnings = List.copyOf(warnings);
        unexecutable = List.copyOf(unexecutable);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return warnings.isEmpty() && unexecutable.isEmpty();
    }

    /** The comment that stands at the top of a script, or nothing. */
    public String comment() {
        if (isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("/*\n  Warnings:\n\n");
        warnings.forEach(w -> text.append("  - ").append(w.message()).append('\n'));
        unexecutable.forEach(u -> text.append("  - ").append(u.message()).append('\n'));
        return text.append("\n*/\n").toString();
    }

    /**
     * One danger.
     *
     * @param step the position of the step in the migration, from 0
     * @param message what Prisma says of it
     */
    public record Finding(int step, String message) {}
}
