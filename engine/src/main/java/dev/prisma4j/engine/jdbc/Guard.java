package dev.prisma4j.engine.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * What watches over one statement while it runs.
 *
 * @param watch knows the statement for the case that its thread is interrupted
 * @param timer cancels it when its time is up, or null
 * @param unregister takes it out of reach of a cancellation, or null
 */
record Guard(
        RunningStatement watch,
        Watchdog.@Nullable Alarm timer,
        @Nullable Runnable unregister) {
    /** The statement has ended. */
    void close() {
        if (timer == null && unregister == null) {
            watch.end();
            return;
        }
        watch.endInTurn();
        if (timer != null) {
            timer.cancel();
        }
        if (unregister != null) {
            unregister.run();
        }
    }
}
