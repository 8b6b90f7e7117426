package dev.prisma4j.migrate.command;

import org.jspecify.annotations.Nullable;

/**
 * The flags of {@code migrate squash}.
 *
 * @param from the first migration of those that are put together, or null for the first of all
 * @param to the last one, or null for the last of all
 * @param name what the new migration is called
 * @param statements what becomes of statements that a comparison of tables cannot find
 */
public record SquashOptions(@Nullable String from, @Nullable String to, String name, Statements statements) {
    /** What becomes of statements that a comparison of tables cannot find. */
    public enum Statements {
        /** If there are some, nothing is done but to tell which. */
        REFUSE,
        /** The scripts are kept as they are, one after the other. */
        KEEP,
        /** They are left out. */
        DROP
    }
}
