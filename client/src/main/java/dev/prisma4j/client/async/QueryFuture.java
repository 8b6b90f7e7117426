package dev.prisma4j.client.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation that may still run. Cancelling it cancels the statement in the database. Waiting for it, or
 * for what was made of it, sends a read at once that would otherwise wait for others to join it.
 */
final class QueryFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Runnable onCancel;
    private final Runnable onWait;

    QueryFuture(Runnable onCancel, Runnable onWait) {
        this.onCancel = onCancel;
        this.onWait = onWait;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new QueryFuture<>(() -> {}, onWait);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            onCancel.run();
        }
        return cancelled;
    }

    @Override
    public T join() {
        hurry();
        return super.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        hurry();
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        hurry();
        return super.get(timeout, unit);
    }

    private void hurry() {
        if (!isDone()) {
            onWait.run();
        }
    }
}
