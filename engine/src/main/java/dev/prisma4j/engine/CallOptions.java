package dev.prisma4j.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of one call.
 *
 * @param timeout how long each of its statements may take, or null for the engine's
 * @param cancellation for stopping it from another thread, or null
 * @param deleted whether soft-deleted rows are like all others: reads see them, writes change them, deletes really delete
 */
public record CallOptions(
        @Nullable Duration timeout, @Nullable Cancellation cancellation, boolean deleted) {
    /** No wishes. */
    public static final CallOptions NONE = new CallOptions(null, null, false);

    /** Soft-deleted rows stay hidden. */
    public CallOptions(@Nullable Duration timeout, @Nullable Cancellation cancellation) {
        this(timeout, cancellation, false);
    }

    /** The same, stopped by that. */
    public CallOptions withCancellation(Cancellation value) {
        return new CallOptions(timeout, value, deleted);
    }

    /** The same, to which soft-deleted rows are like others. */
    public CallOptions withDeleted() {
        return new CallOptions(timeout, cancellation, true);
    }
}
