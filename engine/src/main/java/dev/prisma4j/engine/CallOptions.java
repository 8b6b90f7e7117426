package dev.prisma4j.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of one call.
 *
 * @param timeout how long each of its statements may take, or null for the engine's
 * @param cancellation for stopping it from another thread, or null
 */
public record CallOptions(
        @Nullable Duration timeout, @Nullable Cancellation cancellation) {
    /** No wishes. */
    public static final CallOptions NONE = new CallOptions(null, null);
}
