package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.rename.RenameOptions;

/**
 * The flags of {@code db push}.
 *
 * @param acceptDataLoss go on in spite of warnings
 * @param forceReset empty the database first
 * @param renames how to know what was renamed
 */
public record PushOptions(boolean acceptDataLoss, boolean forceReset, RenameOptions renames) {
    /** The flags without renames. */
    public PushOptions(boolean acceptDataLoss, boolean forceReset) {
        this(acceptDataLoss, forceReset, RenameOptions.NONE);
    }
}
