package dev.prisma4j.engine.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement that was run, {@code BEGIN}, {@code COMMIT} and the like included.
 *
 * @param sql the statement as it was sent
 * @param parameters the values bound, in order, as they were bound; may be secret
 * @param startedAt when it was sent
 * @param duration until its first answer
 * @param rows how many rows it changed, or -1 where it does not say
 * @param failure what went wrong, or null
 */
public record StatementEvent(
        String sql,
        List<@Nullable Object> parameters,
        Instant startedAt,
        Duration duration,
        long rows,
        @Nullable Throwable failure) {}
