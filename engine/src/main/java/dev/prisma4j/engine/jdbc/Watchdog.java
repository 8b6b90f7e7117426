package dev.prisma4j.engine.jdbc;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One sleeping thread that does things when their time is up; started when first needed. */
public final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    public Watchdog() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "prisma4j-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(30, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    /** Runs an action later, unless what is returned is cancelled before. A delay of more than 292 years is one of 292. */
    public Future<?> after(Duration delay, Runnable action) {
        return executor.schedule(action, TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
