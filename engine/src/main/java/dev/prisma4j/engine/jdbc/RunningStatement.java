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
    private volatile boolean unwanted;

    void start(Statement statement) {
        if (interrupted || unwanted) {
            interrupted = false;
            unwanted = false;
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

    /**
     * Cancels a statement. It may not have reached the database yet, which then forgets about it: so again and again until
     * it has ended.
     */
    void stop(Statement statement) {
        unwanted = true;
        cancel(statement);
    }

    /** Cancels the statement if it has to end, or if the thread that waits for it was interrupted: drivers do not notice. */
    void cancelIfUnwanted() {
        Statement statement = running.get();
        Thread thread = waiting;
        if (statement == null || thread == null) {
            return;
        }
        if (thread.isInterrupted()) {
            interrupted = true;
            cancel(statement);
        } else if (unwanted) {
            cancel(statement);
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException | RuntimeException e) {
            // It has ended by itself; MySQL's driver has unchecked exceptions for that too.
        }
    }

    /** Whether the last statement was cancelled on purpose. */
    boolean wasStopped() {
        return unwanted;
    }

    /** Whether the last statement was cancelled as its thread was interrupted. */
    boolean wasInterrupted() {
        return interrupted;
    }
}
