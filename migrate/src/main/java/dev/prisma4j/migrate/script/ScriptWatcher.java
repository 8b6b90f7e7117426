package dev.prisma4j.migrate.script;

import java.sql.SQLException;

/** Told what a script does: which statement is about to run, so that a user sees what takes so long. */
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

    /**
     * The transaction in which the script was tried was rolled back, because a statement works outside of one only. From
     * here on every statement is kept, also if a later one fails. If this throws, the script is not run.
     */
    default void leavesTransaction() throws SQLException {}
}
