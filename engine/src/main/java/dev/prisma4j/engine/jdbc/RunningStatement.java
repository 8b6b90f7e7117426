package dev.prisma4j.engine.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The statement that runs on a connection, and the thread that waits for it. Written for every statement, so without
 * fences: the watcher may see it a moment later.
 */
final class RunningStatement {
    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
    private @Nullable Thread waiting;
    private volatile boolean interrupted;

    void start(Statement statement) {
        if (interrupted) {
            interrupted = false;
        }
        waiting = Thread.currentThread();
        running.lazySet(statement);
    }

    void end() {
        running.lazySet(null);
    }

    boolean isRunning() {
        return running.get() != null;
    }

    /** Cancels the statement if the thread that waits for it was interrupted; drivers do not notice that themselves. */
    void cancelIfInterrupted() {
        Statement statement = running.get();
        Thread thread = waiting;
        if (statement != null && thread != null && thread.isInterrupted()) {
            interrupted = true;
            try {
                statement.cancel();
            } catch (SQLException e) {
                // It has ended by itself.
            }
        }
    }

    /** Whether the last statement was cancelled that way. */
    boolean wasInterrupted() {
        return interrupted;
    }
}
