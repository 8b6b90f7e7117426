package dev.prisma4j.engine.write;

import dev.prisma4j.engine.plan.WritePlan;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.ScalarField;
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

    /** Runs a query that reads. */
    <R extends @Nullable Object> R read(Query<R> query);

    /**
     * What a statement must give back of each row, so that the rows and what is related to them need not be read again.
     *
     * @return the fields, or null if the selection has more than fields of the row itself
     */
    @Nullable
    List<ScalarField> returnable(FindMany<?> query);

    /**
     * The objects of rows that a statement gave back, with what is related to them.
     *
     * @param rows with the fields of {@link #returnable}
     */
    <T extends @Nullable Object> List<T> related(FindMany<T> query, List<@Nullable Object[]> rows);

    /**
     * The objects of rows of which everything is known.
     *
     * @param rows with the fields of the selection, which has nothing else
     */
    <T extends @Nullable Object> List<T> objects(Selection<T> selection, List<@Nullable Object[]> rows);

    /**
     * The objects of rows that a statement gave back, with objects that are related to them.
     *
     * @param rows with the fields of {@link #returnable}
     * @param related for each nested read and each row, the related object or the list of them
     */
    <T extends @Nullable Object> List<T> assembled(
            FindMany<T> query, List<@Nullable Object[]> rows, @Nullable Object[][] related);

    /** Runs work of several statements so that it happens as a whole or not at all. */
    <R extends @Nullable Object> R atomically(Supplier<R> work);
}
