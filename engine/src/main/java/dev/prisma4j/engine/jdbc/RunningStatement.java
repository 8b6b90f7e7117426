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
    /** Far longer than a processor keeps what it wrote to itself, in nanoseconds. */
    private static final long SETTLED = 20_000;

    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
    private final ReentrantLock stopping = new ReentrantLock();
    private @Nullable Thread waiting;
    private int run;
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

    /** A statement is about to run. Gives the number of the run, since statements are used again and again. */
    int start(Statement statement) {
        waiting = Thread.currentThread();
        int number = run + 1;
        run = number;
        running.lazySet(statement);
        return number;
    }

    /**
     * The end of a statement. Somebody may be about to stop it, on a second connection even, which takes its time: he is
     * waited for, since afterwards he would hit the next one.
     */
    void end() {
        running.lazySet(null);
        if (stopping.isLocked()) {
            endInTurn();
        }
    }

    /** The end of a statement that somebody is likely to stop. */
    void endInTurn() {
        stopping.lock();
        try {
            running.lazySet(null);
        } finally {
            stopping.unlock();
        }
    }

    /**
     * Takes the lock and lets an end that came just before show itself: who ended a statement looked at the lock without
     * a fence after his note, which other processors may see some nanoseconds later.
     */
    private void lockToStop() {
        stopping.lock();
        long until = System.nanoTime() + SETTLED;
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
    }

    boolean isRunning() {
        return running.get() != null;
    }

    /**
     * Cancels the statement of a run if it still runs. It may not have reached the database yet, which then forgets about it: so again
     * and again until it has ended.
     */
    void stop(int number, End reason) {
        lockToStop();
        try {
            Statement statement = running.get();
            if (statement != null && run == number) {
                end = reason;
                cancel(statement);
            }
        } finally {
            stopping.unlock();
        }
    }

    /** Cancels the statement if it has to end, or if the thread that waits for it was interrupted: drivers do not notice. */
    void cancelIfUnwanted() {
        boolean runs = isRunning();
        int number = run;
        Thread thread = waiting;
        if (!runs || thread == null) {
            return;
        }
        if (thread.isInterrupted()) {
            stop(number, End.INTERRUPTED);
        } else {
            End reason = end;
            if (reason != null) {
                stop(number, reason);
            }
        }
    }

    /** Cancels whatever runs now. */
    void stop(End reason) {
        lockToStop();
        try {
            Statement statement = running.get();
            if (statement != null) {
                end = reason;
                cancel(statement);
            }
        } finally {
            stopping.unlock();
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
