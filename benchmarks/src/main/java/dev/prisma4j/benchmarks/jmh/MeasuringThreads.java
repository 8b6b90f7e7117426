// The threads that JMH measures with, which stay the same from one run in this JVM to the next.
package dev.prisma4j.benchmarks.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Lends JMH threads that outlive a run. JMH makes new threads for each run, and JDBC by hand, which holds one connection
 * per thread, would open a new one in each round and pay for that in its times.
 */
public final class MeasuringThreads extends AbstractExecutorService {
    private static final Map<Integer, ExecutorService> BY_SIZE = new ConcurrentHashMap<>();
    private static final Queue<Thread> ALL = new ConcurrentLinkedQueue<>();

    private final ExecutorService threads;
    private volatile boolean isShutdown;

    /** Called by JMH, by these very parameters. */
    public MeasuringThreads(int count, String prefix) {
        threads = kept(count);
    }

    private static ExecutorService kept(int count) {
        return BY_SIZE.computeIfAbsent(
                count,
                size -> Executors.newFixedThreadPool(size, task -> {
                    Thread thread = new Thread(task, "measuring-kept");
                    thread.setDaemon(true);
                    ALL.add(thread);
                    return thread;
                }));
    }

    /**
     * Tells JMH to use these threads from now on. A single caller is held on the processor that the environment names, if
     * it names one; several callers have all processors.
     *
     * @throws IllegalStateException when the system refuses to hold it there
     */
    public static void use() {
        System.setProperty("jmh.executor", "CUSTOM");
        System.setProperty("jmh.executor.class", MeasuringThreads.class.getName());
        String processor = System.getenv(OneProcessor.VARIABLE);
        if (processor != null) {
            try {
                kept(1).submit(() -> OneProcessor.pinCaller(processor)).get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("The caller is not on the server's processor", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }

    /** How long the processors worked for all of them so far. */
    public static long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return ALL.stream()
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getId())))
                .sum();
    }

    @Override
    public void execute(Runnable command) {
        threads.execute(command);
    }

    @Override
    public void shutdown() {
        isShutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        isShutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return isShutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown;
    }
}
