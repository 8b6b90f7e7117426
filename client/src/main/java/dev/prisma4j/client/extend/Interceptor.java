package dev.prisma4j.client.extend;

import org.jspecify.annotations.Nullable;

/** Code around an operation: runs before and after it, may change it, answer in its place, or refuse it by throwing. */
@FunctionalInterface
public interface Interceptor {
    /**
     * Handles one operation. Whoever returns without {@link QueryCall#proceed()} answers in its place.
     *
     * @return what the caller gets: of the type that the operation gives
     */
    @Nullable
    Object around(QueryCall call);
}
