package dev.prisma4j.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Stops a running call from another thread: the statement at work is cancelled in the database, and the call fails with
 * P1008. Cancelling before the call starts lets it fail at once; cancelling after its end has no effect.
 */
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Cancels; again has no effect. */
    public void cancel() {
        List<Runnable> run;
        synchronized (this) {
            cancelled = true;
            run = List.copyOf(actions);
            actions.clear();
        }
        run.forEach(Runnable::run);
    }

    /** Whether it was cancelled. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Cancels that one together with this one. */
    public void cancelsToo(Cancellation other) {
        onCancel(other::cancel);
    }

    /** Runs the action on cancelling, at once if that has happened. Give the result's {@code run} when done. */
    Runnable onCancel(Runnable action) {
        boolean now;
        synchronized (this) {
            now = cancelled;
            if (!now) {
                actions.add(action);
            }
        }
        if (now) {
            action.run();
        }
        return () -> {
            synchronized (this) {
                actions.remove(action);
            }
        };
    }
}
