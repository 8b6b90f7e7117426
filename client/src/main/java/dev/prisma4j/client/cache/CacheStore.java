package dev.prisma4j.client.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where answers are kept. Forgetting is counting: each name has a version, an answer remembers those it was read under,
 * and is not given any more once one of them has changed. A store that fails is done without: reads then go to the
 * database. Safe for use by many threads.
 */
public interface CacheStore extends AutoCloseable {
    /** What is kept under a key, or null. */
    @Nullable
    CachedAnswer get(CacheKey key);

    /** Keeps an answer for a time. */
    void put(CacheKey key, CachedAnswer answer, Duration time);

    /** The versions of names, in their order; 0 for names that were never renewed. */
    List<Long> versions(List<String> names);

    /** Gives names a new version. */
    void renew(Collection<String> names);

    /** How many answers are kept, roughly; -1 where that is not known. */
    default long size() {
        return -1;
    }

    /** Called when the client is closed. */
    @Override
    default void close() {}
}
