package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.script.SqlStatement;

/** Told while a command works, so that a user sees where it is. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {};

    /** A migration starts. */
    default void applying(String migration) {}

    /** A migration went through. */
    default void applied(String migration) {}

    /** A migration starts to be undone. */
    default void undoing(String migration) {}

    /** A migration was undone. */
    default void undone(String migration) {}

    /** A squash takes the place of migrations that the database has; nothing was run. */
    default void adopted(String migration) {}

    /**
     * A statement of the migration starts.
     *
     * @param statement the statement
     * @param number its number, from 1
     * @param of how many the script has
     */
    default void statement(SqlStatement statement, int number, int of) {}

    /** Something that does not stop the command but should be known. */
    default void note(String message) {}
}
