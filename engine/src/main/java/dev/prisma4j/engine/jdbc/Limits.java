package dev.prisma4j.engine.jdbc;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may end a statement early.
 *
 * @param timeout how long it may take, or null
 * @param onCancel registers an action for a cancellation from outside, and gives what unregisters it; or null
 */
public record Limits(@Nullable Duration timeout, @Nullable Function<Runnable, Runnable> onCancel) {
    /** No limits. */
    public static final Limits NONE = new Limits(null, null);
}
