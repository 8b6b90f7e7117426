package dev.prisma4j.engine.write;

import dev.prisma4j.engine.plan.WritePlan;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.result.RowReader;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one connection that a write runs on. */
public interface WriteSession {
    /** Runs a statement and tells how many rows it wrote. */
    long run(WritePlan plan, @Nullable Object[] values);

    /** Runs a statement and reads the rows that it gives back. */
    <T extends @Nullable Object> List<T> rows(
            WritePlan plan, @Nullable Object[] values, RowReader<? extends T> reader);

    /** Runs an INSERT and gives the numbers that the database gave to the new rows, in their order. */
    List<Long> generatedKeys(WritePlan plan, @Nullable Object[] values);

    /** Runs a query that reads. */
    <R extends @Nullable Object> R read(Query<R> query);

    /** Runs work of several statements so that it happens as a whole or not at all. */
    <R extends @Nullable Object> R atomically(Supplier<R> work);
}
