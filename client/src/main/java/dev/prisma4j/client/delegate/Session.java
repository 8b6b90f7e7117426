package dev.prisma4j.client.delegate;

import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.engine.Cancellation;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Query;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the operations of models run: on the database as such, or in a transaction. */
public interface Session {
    /** Runs a query and waits for its result. */
    default <R extends @Nullable Object> R execute(Query<R> query) {
        return execute(query, null);
    }

    /** Runs a query and waits for its result, which may come from the cache or be kept there. */
    <R extends @Nullable Object> R execute(Query<R> query, @Nullable CacheStrategy cache);

    /** Reads rows one after the other; the stream must be closed. */
    <T extends @Nullable Object> Stream<T> stream(FindMany<T> query);

    /** Runs several steps in one transaction, which is this one where there is one. */
    <R extends @Nullable Object> R atomically(Function<Session, R> steps);

    /** Runs work in a transaction, or in a savepoint where this is one already. */
    <R extends @Nullable Object> R transaction(TransactionOptions options, Function<Session, R> work);

    /** The same, with statements that end when that says so. */
    Session cancelledBy(Cancellation cancellation);

    /** Whether what it runs was cancelled. */
    boolean isCancelled();

    /** Whether it can still be used: nothing was cancelled, the client is not closed, the transaction not over. */
    boolean isOpen();

    /** Whether a read by key may become a part of another read without anybody noticing. */
    boolean mayJoin(FindUnique<?> query);
}
