package dev.prisma4j.engine;

import java.util.Optional;

/** The isolation levels, as Prisma spells them. SQLite knows only {@link #SERIALIZABLE}. */
public enum IsolationLevel {
    READ_UNCOMMITTED("ReadUncommitted"),
    READ_COMMITTED("ReadCommitted"),
    REPEATABLE_READ("RepeatableRead"),
    SNAPSHOT("Snapshot"),
    SERIALIZABLE("Serializable");

    private final String text;

    IsolationLevel(String text) {
        this.text = text;
    }

    /** Prisma's spelling, for example {@code RepeatableRead}. */
    public String text() {
        return text;
    }

    /** The level of that spelling, letter case included. */
    public static Optional<IsolationLevel> of(String text) {
        for (IsolationLevel level : values()) {
            if (level.text.equals(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
