package dev.prisma4j.client.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation that may still run. Cancelling it cancels the statement in the database, and so does whoever
 * completes it from outside, as {@code orTimeout} does. Waiting for it, or for what was made of it, sends a read at once
 * that would otherwise wait for others to join it.
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

    /** What a function makes of the result. Unlike what {@code thenApply} gives, it passes a cancel on. */
    <U extends @Nullable Object> QueryFuture<U> into(Function<? super T, ? extends U> function) {
        QueryFuture<U> made = new QueryFuture<>(() -> cancel(true), onWait);
        whenComplete((value, failure) -> {
            if (failure != null) {
                made.fail(failure);
                return;
            }
            try {
                made.finish(function.apply(value));
            } catch (RuntimeException | Error e) {
                made.fail(e);
            }
        });
        return made;
    }

    /** The operation has given its result, which is null only where T may be. */
    boolean finish(@Nullable T value) {
        return super.complete(value);
    }

    /** The operation has failed. */
    boolean fail(Throwable failure) {
        return super.completeExceptionally(failure);
    }

    @Override
    public boolean complete(T value) {
        return givenUp(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return givenUp(super.completeExceptionally(failure));
    }

    private boolean givenUp(boolean now) {
        if (now) {
            onCancel.run();
        }
        return now;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return givenUp(super.cancel(mayInterruptIfRunning));
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
