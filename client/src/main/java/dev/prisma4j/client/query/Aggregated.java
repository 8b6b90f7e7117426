package dev.prisma4j.client.query;

import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that knows what to compute.
 *
 * @param <M> the model
 * @param <R> what comes out
 */
public final class Aggregated<M, R extends @Nullable Object> {
    private final Query<R> query;
    private final @Nullable CacheStrategy cache;

    Aggregated(Query<R> query, @Nullable CacheStrategy cache) {
        this.query = query;
        this.cache = cache;
    }

    /** For how long the answer may be kept, or null. For the library, not for users. */
    public @Nullable CacheStrategy cache() {
        return cache;
    }

    /** The query as the engine takes it. For the library, not for users. */
    public Query<R> engine() {
        return query;
    }
}
