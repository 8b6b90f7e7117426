package dev.prisma4j.migrate.script;

import java.sql.SQLException;

/** A script that did not go through. */
public final class ScriptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a script is told that began a transaction and did not end it: the database would take all of it back. */
    public static final String ENDS_WITHIN_TRANSACTION =
            "The script begins a transaction and does not end it, so nothing of it would be kept. Write COMMIT at its end, or"
                    + " leave the transaction out.";

    private final String databaseCode;
    private final boolean rolledBack;

    /**
     * A failure.
     *
     * @param databaseCode the database's code of the error
     * @param message the database's message, with the place if it is known
     * @param rolledBack whether nothing of the script was kept
     * @param cause the driver's exception
     */
    public ScriptFailure(String databaseCode, String message, boolean rolledBack, SQLException cause) {
        super(message, cause);
        this.databaseCode = databaseCode;
        this.rolledBack = rolledBack;
    }

    /** The database's code of the error. */
    public String databaseCode() {
        return databaseCode;
    }

    /** Whether nothing of the script was kept. */
    public boolean isRolledBack() {
        return rolledBack;
    }
}
