package dev.prisma4j.migrate.rename;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who knows what was renamed. */
@FunctionalInterface
public interface RenameChooser {
    /** Nobody: everything that is not declared goes and comes. */
    RenameChooser NOBODY = candidates -> null;

    /**
     * Chooses.
     *
     * @param candidates what may have become the one new thing, the likeliest first; never empty
     * @return one of them, or null if the new thing is really new
     */
    @Nullable
    Rename choose(List<Rename> candidates);
}
