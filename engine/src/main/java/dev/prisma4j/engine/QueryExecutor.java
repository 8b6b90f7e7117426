package dev.prisma4j.engine;

import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Query;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs queries: an {@link Engine} each on a connection of its own, a {@link Transaction} all on its one connection. */
public interface QueryExecutor {
    /**
     * Runs a query and waits for its result. A nested write, or any operation that takes several statements to write, is
     * atomic. One exception: in a transaction on PostgreSQL, a nested write that fails since a row it names is missing or
     * not related leaves to the transaction what it had written by then, as with Prisma; {@link Transaction#nested} around
     * it takes it back.
     *
     * @throws dev.prisma4j.engine.error.PrismaException if it fails
     */
    default <R extends @Nullable Object> R execute(Query<R> query) {
        return execute(query, CallOptions.NONE);
    }

    /**
     * Runs a query with options of this one call.
     *
     * @throws dev.prisma4j.engine.error.PrismaException if it fails, runs out of time or is cancelled
     */
    <R extends @Nullable Object> R execute(Query<R> query, CallOptions options);

    /**
     * Reads rows one after the other without holding them all. The stream holds a connection until it is closed, so use
     * it in a try block. Nested reads are fetched for a few hundred rows at a time. In a transaction it ends with the
     * transaction; on MySQL and MariaDB another statement of the transaction has the rest read into memory first.
     *
     * @throws dev.prisma4j.engine.error.PrismaException if it fails, also later while the stream is read
     */
    default <T extends @Nullable Object> Stream<T> stream(FindMany<T> query) {
        return stream(query, CallOptions.NONE);
    }

    /**
     * Reads rows one after the other with options of this one call, which hold until the stream is closed.
     *
     * @throws dev.prisma4j.engine.error.PrismaException if it fails, runs out of time or is cancelled, also later while
     *     the stream is read
     */
    <T extends @Nullable Object> Stream<T> stream(FindMany<T> query, CallOptions options);

    /**
     * Runs several queries in one transaction, in order: all succeed, or none has an effect. Within a transaction they
     * run in it.
     *
     * @return their results in the same order
     * @throws dev.prisma4j.engine.error.PrismaException the failure of the first that fails; {@link
     *     dev.prisma4j.engine.error.PrismaException#meta} then has its place as {@code batch_request_idx}
     */
    List<@Nullable Object> batch(List<? extends Query<?>> queries, TransactionOptions options);
}
