package dev.prisma4j.engine.event;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked the pool for a connection.
 *
 * @param startedAt when
 * @param duration how long it took
 * @param failure why there was none, or null
 */
public record ConnectionEvent(
        Instant startedAt, Duration duration, @Nullable Throwable failure) {}
