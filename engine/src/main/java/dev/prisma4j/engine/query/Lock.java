package dev.prisma4j.engine.query;

/**
 * A lock on the rows that are read, until the transaction ends. SQLite has no row locks: there it is refused with P2026.
 *
 * @param strength how strong
 * @param waiting what to do about rows that somebody else has locked
 */
public record Lock(Strength strength, Wait waiting) {
    /** How strong a lock is. */
    public enum Strength {
        UPDATE,
        SHARE
    }

    /** What to do about locked rows. */
    public enum Wait {
        /** Wait until they are free. */
        BLOCK,
        /** Fail at once. */
        NO_WAIT,
        /** Leave them out. */
        SKIP_LOCKED
    }

    public static Lock forUpdate() {
        return new Lock(Strength.UPDATE, Wait.BLOCK);
    }

    public static Lock forShare() {
        return new Lock(Strength.SHARE, Wait.BLOCK);
    }
}
