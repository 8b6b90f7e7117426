package dev.prisma4j.migrate.command;

/** Told while a command works, so that a user sees where it is. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {};

    /** A migration starts. */
    default void applying(String migration) {}

    /** A migration went through. */
    default void applied(String migration) {}
}
