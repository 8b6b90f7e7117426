package dev.prisma4j.client.query;

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

    Aggregated(Query<R> query) {
        this.query = query;
    }

    /** The query as the engine takes it. For the library, not for users. */
    public Query<R> engine() {
        return query;
    }
}
