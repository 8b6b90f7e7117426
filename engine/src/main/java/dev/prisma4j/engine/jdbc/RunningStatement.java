package dev.prisma4j.engine.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The statement that runs on a connection, and the thread that waits for it. Written for every statement, so without
 * fences: the watcher may see it a moment later.
 */
final class RunningStatement {
    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
    private final ReentrantLock stopping = new ReentrantLock();
    private @Nullable Thread waiting;
    private volatile @Nullable End end;

    /** Why a statement has to end early. */
    enum End {
        INTERRUPTED("The call was interrupted, and its statement cancelled."),
        TIMED_OUT("The statement took too long and was cancelled."),
        CANCELLED("The call was cancelled.");

        final String words;

        End(String words) {
            this.words = words;
        }
    }

    /** Another statement comes, which is not to blame for how the last one ended; before it is even prepared. */
    void forget() {
        if (end != null) {
            end = null;
        }
    }

    void start(Statement statement) {
        waiting = Thread.currentThread();
        running.lazySet(statement);
    }

    void end() {
        running.lazySet(null);
    }

    /** The end of a statement that somebody may be about to stop: afterwards he would hit the next one. */
    void endInTurn() {
        stopping.lock();
        try {
            end();
        } finally {
            stopping.unlock();
        }
    }

    boolean isRunning() {
        return running.get() != null;
    }

    /**
     * Cancels a statement if it still runs. It may not have reached the database yet, which then forgets about it: so again
     * and again until it has ended.
     */
    void stop(Statement statement, End reason) {
        stopping.lock();
        try {
            if (running.get() == statement) {
                end = reason;
                cancel(statement);
            }
        } finally {
            stopping.unlock();
        }
    }

    /** Cancels the statement if it has to end, or if the thread that waits for it was interrupted: drivers do not notice. */
    void cancelIfUnwanted() {
        Statement statement = running.get();
        Thread thread = waiting;
        if (statement == null || thread == null) {
            return;
        }
        if (thread.isInterrupted()) {
            stop(statement, End.INTERRUPTED);
        } else {
            End reason = end;
            if (reason != null) {
                stop(statement, reason);
            }
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException | RuntimeException e) {
            // It has ended by itself; MySQL's driver has unchecked exceptions for that too.
        }
    }

    /** Why the last statement was made to end, or null if it was not. */
    @Nullable
    End reason() {
        return end;
    }
}
