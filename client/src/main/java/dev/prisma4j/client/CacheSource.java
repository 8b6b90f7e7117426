// Where the cache reads what it does not hold.
package dev.prisma4j.client;

import dev.prisma4j.client.cache.ResultCache;
import dev.prisma4j.engine.query.Query;
import org.jspecify.annotations.Nullable;

/** A session as the cache sees it. */
record CacheSource(ClientSession session) implements ResultCache.Source {
    @Override
    public @Nullable Object read(Query<?> query) {
        return session.sent(query);
    }

    @Override
    public boolean isCancelled() {
        return session.isCancelled();
    }

    @Override
    public boolean isReplica() {
        return session.isOnReplica();
    }

    @Override
    public CacheSource inBackground() {
        return new CacheSource(session.uncancelled());
    }
}
