package dev.prisma4j.client.query;

import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.engine.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grouping that knows what to read of each group.
 *
 * @param <M> the model
 * @param <R> what a group becomes
 */
public final class Grouped<M, R extends @Nullable Object> {
    private final Query<List<R>> query;
    private final @Nullable CacheStrategy cache;

    Grouped(Query<List<R>> query, @Nullable CacheStrategy cache) {
        this.query = query;
        this.cache = cache;
    }

    /** For how long the answer may be kept, or null. For the library, not for users. */
    public @Nullable CacheStrategy cache() {
        return cache;
    }

    /** The query as the engine takes it. For the library, not for users. */
    public Query<List<R>> engine() {
        return query;
    }
}
