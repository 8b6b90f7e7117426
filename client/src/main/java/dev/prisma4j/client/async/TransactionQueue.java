// The thread of an asynchronous transaction: it runs what the transaction's future is made of, in order.
package dev.prisma4j.client.async;

import dev.prisma4j.client.delegate.Session;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations of one transaction one after the other, on the thread that began it, until the work's future is
 * complete. One thread keeps the order, and makes savepoints within savepoints possible. What is cancelled before the
 * future is complete is rolled back.
 */
public final class TransactionQueue implements Executor {
    private static final int LOOK_MILLIS = 50;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Session inside;
    private boolean over;

    private TransactionQueue(Session inside) {
        this.inside = inside;
    }

    /**
     * For the library: runs work in the transaction of a session, and waits for its future on this thread.
     *
     * @return what the future gives
     */
    @SuppressWarnings("NullAway") // R is nullable where the future's value is
    public static <R extends @Nullable Object> R run(
            Session inside, AsyncRunner outside, Function<AsyncRunner, CompletableFuture<R>> work) {
        TransactionQueue queue = new TransactionQueue(inside);
        try {
            CompletableFuture<R> result = Objects.requireNonNull(
                    work.apply(AsyncRunner.inTransaction(inside, queue, outside)),
                    "The work of an asynchronous transaction gave null in place of a future.");
            result.whenComplete((value, failure) -> queue.execute(() -> {}));
            queue.runUntil(result);
            if (inside.isCancelled()) {
                throw new CancellationException("The transaction was cancelled.");
            }
            // Not done means that the time is up: the transaction cannot be committed any more, and says why.
            return result.isDone() ? result.join() : null;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        } finally {
            queue.end();
        }
    }

    private void runUntil(CompletableFuture<?> result) {
        while (!result.isDone() && inside.isOpen()) {
            try {
                Runnable task = tasks.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The thread of the transaction was interrupted.");
            }
        }
    }

    /** What was asked for in time but nobody waited for still runs; it fails where the transaction is over. */
    private void end() {
        synchronized (this) {
            over = true;
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (!over) {
                tasks.add(task);
                return;
            }
        }
        task.run();
    }
}
