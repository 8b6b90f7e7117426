package dev.prisma4j.client.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client tells.
 *
 * @param level what kind of thing
 * @param timestamp when
 * @param message in words; values of statements only as far as the redaction shows them
 * @param target where in the client it comes from: {@code sql}, {@code client}, {@code replica}, {@code cache}
 * @param failure what went wrong, or null
 */
public record LogEvent(
        LogLevel level,
        Instant timestamp,
        String message,
        String target,
        @Nullable Throwable failure) {}
