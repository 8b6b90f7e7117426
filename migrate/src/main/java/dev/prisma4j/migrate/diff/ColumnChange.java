package dev.prisma4j.migrate.diff;

import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a column.
 *
 * @param arity whether required, nullable or list changed
 * @param defaultValue whether the default changed
 * @param type how the type changed, or null if it did not
 * @param autoIncrement whether counting up was gained or lost
 */
public record ColumnChange(
        boolean arity, boolean defaultValue, @Nullable TypeChange type, boolean autoIncrement) {

    /** Whether anything differs. */
    public boolean any() {
        return arity || defaultValue || type != null || autoIncrement;
    }

    /** Whether only the default differs. */
    public boolean onlyDefault() {
        return defaultValue && !arity && type == null && !autoIncrement;
    }
}
