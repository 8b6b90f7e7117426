package dev.prisma4j.engine.sql.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What databases can do in statements that write.
 *
 * @param insertReturns whether INSERT gives back the new rows
 * @param updateReturns whether UPDATE gives back the changed rows
 * @param deleteReturns whether DELETE gives back the deleted rows
 * @param onConflict whether INSERT knows ON CONFLICT (otherwise INSERT IGNORE)
 * @param limits whether UPDATE and DELETE have a LIMIT
 * @param mayReadTarget whether UPDATE and DELETE may have subselects of the table that they write
 * @param returningIsQuery whether the driver runs a statement with RETURNING as a query, which spares it other work
 * @param survivesFailures whether a transaction goes on after a statement failed
 * @param countsUnchanged whether Prisma counts the rows of an updateMany that changes nothing there
 * @param storesAsGiven whether new rows hold what they were given, whatever triggers there are
 * @param lastNumber the statement that tells the number which the database gave to the row that was made last, and how many
 *     rows were written on the connection so far, triggers' included; null where having numbers given back is as cheap
 * @param createManyParameters how many parameters one statement of a createMany has at most
 */
public record WriteFacts(
        boolean insertReturns,
        boolean updateReturns,
        boolean deleteReturns,
        boolean onConflict,
        boolean limits,
        boolean mayReadTarget,
        boolean returningIsQuery,
        boolean survivesFailures,
        boolean countsUnchanged,
        boolean storesAsGiven,
        @Nullable String lastNumber,
        int createManyParameters) {
    /**
     * SQLite. Its statements cost no round trip but must be parsed, which takes longer than running them: so createMany
     * runs a statement of as many rows as Prisma's again and again, which is parsed once. RETURNING fills a table of its
     * own first, which takes longer than asking the connection for the number that it has at hand.
     */
    public static final WriteFacts SQLITE = new WriteFacts(
            true,
            true,
            true,
            true,
            false,
            true,
            true,
            true,
            false,
            true,
            "SELECT last_insert_rowid(), total_changes()",
            999);

    /** PostgreSQL. */
    public static final WriteFacts POSTGRESQL =
            new WriteFacts(true, true, true, true, false, true, true, false, true, false, null, 65_000);

    /** MariaDB. */
    public static final WriteFacts MARIADB =
            new WriteFacts(true, false, true, false, true, true, false, true, false, false, null, 65_000);

    /** MySQL. */
    public static final WriteFacts MYSQL =
            new WriteFacts(false, false, false, false, true, false, false, true, false, false, null, 65_000);
}
