package dev.prisma4j.client.query;

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

    Grouped(Query<List<R>> query) {
        this.query = query;
    }

    /** The query as the engine takes it. For the library, not for users. */
    public Query<List<R>> engine() {
        return query;
    }
}
