// Statements and events of a client on their way to SLF4J and to listeners.
package dev.prisma4j.client.log;

import dev.prisma4j.engine.event.StatementEvent;
import dev.prisma4j.engine.event.StatementListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the builder was told about logging, at work. Writes to SLF4J's loggers {@code dev.prisma4j.query} (level debug),
 * {@code dev.prisma4j.info}, {@code dev.prisma4j.warn} and {@code dev.prisma4j.error}, for warnings, which nobody else would hear
 * of, and the levels that were asked for; listeners are told in any case. For the library.
 */
public final class ClientLog implements StatementListener {
    private static final Logger QUERY = LoggerFactory.getLogger("dev.prisma4j.query");
    private static final Logger INFO = LoggerFactory.getLogger("dev.prisma4j.info");
    private static final Logger WARN = LoggerFactory.getLogger("dev.prisma4j.warn");
    private static final Logger ERROR = LoggerFactory.getLogger("dev.prisma4j.error");

    private final Set<LogLevel> levels;
    private final Redaction redaction;
    private final @Nullable Duration slow;
    private final List<Consumer<LogEvent>> listeners;

    /** For the builder: {@code slow} is from when on a statement is worth a warning, or null. */
    public ClientLog(
            Set<LogLevel> levels, Redaction redaction, @Nullable Duration slow, List<Consumer<LogEvent>> listeners) {
        this.levels = Set.copyOf(levels);
        this.redaction = redaction;
        this.slow = slow;
        this.listeners = List.copyOf(listeners);
    }

    /** Whether it wants to be told of statements. */
    public boolean watchesStatements() {
        return slow != null
                || !listeners.isEmpty()
                || levels.contains(LogLevel.QUERY)
                || levels.contains(LogLevel.ERROR);
    }

    @Override
    public void onStatement(StatementEvent event) {
        Throwable failure = event.failure();
        if (levels.contains(LogLevel.QUERY) && QUERY.isDebugEnabled()) {
            QUERY.debug("{} {} {} ms", event.sql(), values(event), millis(event));
        }
        if (failure != null) {
            if (wants(LogLevel.ERROR, ERROR.isErrorEnabled())) {
                tell(
                        LogLevel.ERROR,
                        "sql",
                        event.sql() + " " + values(event) + " failed after " + millis(event) + " ms: "
                                + failure.getClass().getSimpleName(),
                        null);
            }
        } else if (slow != null && event.duration().compareTo(slow) >= 0) {
            tell(
                    LogLevel.WARN,
                    "sql",
                    "Slow statement, " + millis(event) + " ms: " + event.sql() + " " + values(event),
                    null);
        }
    }

    private boolean wants(LogLevel level, boolean logged) {
        return !listeners.isEmpty() || levels.contains(level) && logged;
    }

    /** Tells of something that is no statement. */
    public void tell(LogLevel level, String target, String message, @Nullable Throwable failure) {
        if (level == LogLevel.WARN || levels.contains(level)) {
            switch (level) {
                case ERROR -> ERROR.error(message, failure);
                case WARN -> WARN.warn(message, failure);
                default -> INFO.info(message, failure);
            }
        }
        if (!listeners.isEmpty()) {
            LogEvent event = new LogEvent(level, Instant.now(), message, target, failure);
            for (Consumer<LogEvent> listener : listeners) {
                try {
                    listener.accept(event);
                } catch (RuntimeException e) {
                    WARN.warn("A log listener failed", e);
                }
            }
        }
    }

    private String values(StatementEvent event) {
        List<@Nullable Object> values = event.parameters();
        List<String> shown = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Object value = redaction.shown(event, i, values.get(i));
            shown.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value));
        }
        return shown.toString();
    }

    private static double millis(StatementEvent event) {
        return Math.round(event.duration().toNanos() / 1_000.0) / 1_000.0;
    }
}
