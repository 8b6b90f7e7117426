package dev.prisma4j.engine.jdbc;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One sleeping thread that does things when their time is up; started when first needed. Nearly all alarms are called off
 * long before their time, as when a transaction ends: so the thread is only woken for an alarm that is earlier than its next
 * look, and looks then at what is still there.
 */
public final class Watchdog implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    private final ScheduledThreadPoolExecutor executor;
    private final long start = System.nanoTime();
    private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();
    private volatile long nextLook = NEVER;
    private @Nullable Future<?> look;

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

    /** Something that happens later, unless it is called off. */
    public final class Alarm {
        private final long time;
        private final Runnable action;

        private Alarm(long time, Runnable action) {
            this.time = time;
            this.action = action;
        }

        /** Calls it off; without effect if it has begun. */
        public void cancel() {
            alarms.remove(this);
        }
    }

    /**
     * Runs an action later, unless what is returned is called off before. A delay of more than 292 years is one of 292.
     *
     * @throws RejectedExecutionException once this is closed
     */
    public Alarm after(Duration delay, Runnable action) {
        if (executor.isShutdown()) {
            throw new RejectedExecutionException("closed");
        }
        long time = now() + TimeUnit.NANOSECONDS.convert(delay);
        Alarm alarm = new Alarm(time < 0 ? NEVER - 1 : time, action);
        alarms.add(alarm);
        lookAt(alarm.time);
        return alarm;
    }

    /** Since the start, so that times can be compared. */
    private long now() {
        return System.nanoTime() - start;
    }

    private void lookAt(long time) {
        if (time < nextLook) {
            wakeAt(time);
        }
    }

    private synchronized void wakeAt(long time) {
        if (time < nextLook) {
            if (look != null) {
                look.cancel(false);
            }
            look = executor.schedule(this::look, time - now(), TimeUnit.NANOSECONDS);
            nextLook = time;
        }
    }

    /** Whoever sets an alarm from now on sees to the next look himself. */
    private synchronized void begin() {
        nextLook = NEVER;
        look = null;
    }

    private void look() {
        begin();
        long now = now();
        long earliest = NEVER;
        for (Alarm alarm : alarms) {
            if (alarm.time > now) {
                earliest = Math.min(earliest, alarm.time);
            } else if (alarms.remove(alarm)) {
                run(alarm.action);
            }
        }
        if (earliest != NEVER && !executor.isShutdown()) {
            lookAt(earliest);
        }
    }

    /** A failure, which nobody could be told of, must not keep the others from their turn. */
    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
