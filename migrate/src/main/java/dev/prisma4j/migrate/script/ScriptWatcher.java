package dev.prisma4j.migrate.script;

/** Told which statement of a script is about to run, so that a user sees what takes so long. */
@FunctionalInterface
public interface ScriptWatcher {
    /** Tells nobody. */
    ScriptWatcher NONE = (statement, number, of) -> {};

    /**
     * A statement starts. It ends when the next one starts or the script is over.
     *
     * @param statement the statement
     * @param number its number, from 1
     * @param of how many the script has
     */
    void starts(SqlStatement statement, int number, int of);
}
