package dev.prisma4j.client.delegate;

import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Query;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the operations of models run: on the database as such, or in a transaction. */
public interface Session {
    /** Runs a query and waits for its result. */
    <R extends @Nullable Object> R execute(Query<R> query);

    /** Reads rows one after the other; the stream must be closed. */
    <T extends @Nullable Object> Stream<T> stream(FindMany<T> query);

    /** Runs several steps in one transaction, which is this one where there is one. */
    <R extends @Nullable Object> R atomically(Function<Session, R> steps);
}
