package dev.prisma4j.engine.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.RejectedExecutionException;

/** Looks now and then, as long as statements run, whether one has to end: its thread was interrupted, or it was cancelled. */
final class Interrupts {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int QUIET_ROUNDS = 20;

    private final Watchdog watchdog;
    private final Collection<Physical> connections;
    private final Kept kept;
    private volatile boolean awake;
    private boolean closed;
    private int quiet;

    /**
     * @param connections all that there are at any time
     * @param kept a connection that must not be kept for long
     */
    Interrupts(Watchdog watchdog, Collection<Physical> connections, Kept kept) {
        this.watchdog = watchdog;
        this.connections = connections;
        this.kept = kept;
    }

    /** A statement starts. */
    void wake() {
        if (!awake) {
            start();
        }
    }

    private synchronized void start() {
        if (!awake) {
            quiet = 0;
            awake = !closed && lookLater();
            kept.open(awake);
        }
    }

    private synchronized void look() {
        boolean running = false;
        for (Physical connection : connections) {
            connection.watch.cancelIfUnwanted();
            running |= connection.watch.isRunning();
        }
        quiet = running ? 0 : quiet + 1;
        awake = quiet < QUIET_ROUNDS && !closed && lookLater();
        if (awake) {
            kept.release();
        } else {
            kept.open(false);
        }
    }

    /** Keeps nothing and looks at nothing any more. */
    synchronized void close() {
        closed = true;
        awake = false;
        kept.open(false);
    }

    /** False once the engine is closed. */
    private boolean lookLater() {
        try {
            watchdog.after(PAUSE, this::look);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
