package dev.prisma4j.engine.jdbc;

import dev.prisma4j.engine.event.ConnectionEvent;
import dev.prisma4j.engine.event.StatementEvent;
import dev.prisma4j.engine.event.StatementListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners and the log about statements. Values are told to listeners, and to the log only at TRACE. */
public final class Observer {
    private final List<StatementListener> listeners;
    private final Logger log = LoggerFactory.getLogger("dev.prisma4j.sql");

    public Observer(List<StatementListener> listeners) {
        this.listeners = listeners;
    }

    /** Whether anybody wants to know. */
    boolean isWatching() {
        return !listeners.isEmpty() || log.isDebugEnabled();
    }

    /** Whether listeners want to know. */
    boolean isListening() {
        return !listeners.isEmpty();
    }

    /** Tells that a connection was asked for. */
    void connected(long startNanos, @Nullable Throwable failure) {
        Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
        ConnectionEvent event = new ConnectionEvent(Instant.now().minus(duration), duration, failure);
        for (StatementListener listener : listeners) {
            try {
                listener.onConnection(event);
            } catch (RuntimeException e) {
                log.warn("A statement listener failed", e);
            }
        }
    }

    /** Tells of a statement that ran since {@code startNanos}. */
    void tell(
            String sql,
            Supplier<List<@Nullable Object>> parameters,
            long startNanos,
            long rows,
            @Nullable Throwable failure) {
        Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
        if (log.isTraceEnabled()) {
            log.trace("{} {} ({} ms)", sql, parameters.get(), duration.toNanos() / 1e6);
        } else if (log.isDebugEnabled()) {
            log.debug("{} ({} ms)", sql, duration.toNanos() / 1e6);
        }
        if (listeners.isEmpty()) {
            return;
        }
        StatementEvent event =
                new StatementEvent(sql, parameters.get(), Instant.now().minus(duration), duration, rows, failure);
        for (StatementListener listener : listeners) {
            try {
                listener.onStatement(event);
            } catch (RuntimeException e) {
                log.warn("A statement listener failed", e);
            }
        }
    }
}
