// Where asynchronous work runs: virtual threads where the JDK has them, a bounded pool where it has not.
package dev.prisma4j.client.async;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of one client, started when they are first needed. For the library. */
public final class Workers implements AutoCloseable {
    private final @Nullable Executor given;
    private final int threads;
    private final Duration window;
    private @Nullable Executor executor;
    private @Nullable ExecutorService owned;
    private @Nullable ScheduledThreadPoolExecutor clock;

    /**
     * Nothing is started yet.
     *
     * @param given the user's own executor, or null
     * @param threads how many threads at most where there are no virtual ones
     * @param window how long reads by key wait for others to join them; zero for not at all
     */
    public Workers(@Nullable Executor given, int threads, Duration window) {
        this.given = given;
        this.threads = threads;
        this.window = window;
    }

    /** What runs the work. */
    public synchronized Executor executor() {
        Executor known = executor;
        if (known == null) {
            if (given != null) {
                known = given;
            } else {
                ExecutorService virtual = virtualThreads();
                owned = virtual != null ? virtual : boundedPool(threads);
                known = owned;
            }
            executor = known;
        }
        return known;
    }

    /** How long reads by key wait for others to join them. */
    Duration window() {
        return window;
    }

    synchronized ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor known = clock;
        if (known == null) {
            known = new ScheduledThreadPoolExecutor(1, daemons("prisma4j-clock"));
            known.setRemoveOnCancelPolicy(true);
            clock = known;
        }
        return known;
    }

    /** A thread per task, from Java 21 on; null before. The class files are Java 17's, so the method is looked up by name. */
    static @Nullable ExecutorService virtualThreads() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (NoSuchMethodException e) {
            return null;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static ExecutorService boundedPool(int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("prisma4j-async"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public synchronized void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
        if (owned != null) {
            owned.shutdown();
        }
    }
}
