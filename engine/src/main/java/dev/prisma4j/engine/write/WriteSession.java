package dev.prisma4j.engine.write;

import dev.prisma4j.engine.plan.WritePlan;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one connection that a write runs on. */
public interface WriteSession {
    /** Runs a statement and tells how many rows it wrote. */
    long run(WritePlan plan, @Nullable Object[] values);

    /** Runs a statement and reads the rows that it gives back. */
    <T extends @Nullable Object> List<T> rows(WritePlan plan, @Nullable Object[] values, RowReader<? extends T> reader);

    /** Runs an INSERT and gives the numbers that the database gave to the new rows, in their order. */
    List<Long> generatedKeys(WritePlan plan, @Nullable Object[] values);

    /**
     * Runs an INSERT and gives the number that the database gave to the first of the new rows; those of the others follow.
     *
     * @param count how many rows it makes
     * @param lastNumber as in {@link dev.prisma4j.engine.sql.dialect.WriteFacts#lastNumber}
     * @return the number; null if not all rows were made, or if other rows were written, too
     */
    @Nullable
    Long firstNumber(WritePlan plan, @Nullable Object[] values, int count, String lastNumber);

    /** Runs a query that reads. */
    <R extends @Nullable Object> R read(Query<R> query);

    /** The same for the last query of work that runs {@link #atomically}. */
    <R extends @Nullable Object> @Nullable R readLast(FindUnique<R> query);

    /** Tells that the next statement is the last one of work that runs {@link #atomically}. */
    void endWithNext();

    /** How to read a query's rows from what a statement gives back; null if it asks for more than fields of the rows. */
    <T extends @Nullable Object> @Nullable Returned<T> returned(FindMany<T> query);

    /**
     * The objects of rows that a statement gave back, with what is related to them.
     *
     * @param rows with the returned fields
     */
    <T extends @Nullable Object> List<T> related(Returned<T> returned, List<@Nullable Object[]> rows);

    /**
     * The objects of rows of which everything is known.
     *
     * @param rows with the fields of the selection, which has nothing else
     */
    <T extends @Nullable Object> List<T> objects(Selection<T> selection, List<@Nullable Object[]> rows);

    /**
     * The objects of rows that a statement gave back, with objects that are related to them.
     *
     * @param rows with the returned fields
     * @param related for each nested read and each row, the related object or the list of them
     */
    <T extends @Nullable Object> List<T> assembled(
            Returned<T> returned, List<@Nullable Object[]> rows, @Nullable Object[][] related);

    /** Runs work of several statements so that it happens as a whole or not at all. */
    <R extends @Nullable Object> R atomically(Supplier<R> work);
}
