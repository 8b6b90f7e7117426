package dev.prisma4j.client.async;

import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.engine.Cancellation;
import dev.prisma4j.engine.query.FindUnique;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs operations of one session on other threads. In a transaction they run in the order in which they were asked for. */
public final class AsyncRunner {
    private final Session session;
    private final Executor executor;
    private final boolean ordered;
    private final KeyReads reads;

    /** For the library: outside of transactions. */
    public AsyncRunner(Session session, Workers workers) {
        this(session, workers.executor(), false, workers);
    }

    private AsyncRunner(Session session, Executor executor, boolean ordered, Workers workers) {
        this.session = session;
        this.executor = executor;
        this.ordered = ordered;
        this.reads = new KeyReads(this::start, workers, ordered);
    }

    /** In a transaction, on the thread that has it. */
    static AsyncRunner inTransaction(Session inside, Executor queue, AsyncRunner outside) {
        return new AsyncRunner(inside, queue, true, outside.reads.workers());
    }

    /** For the library: where operations run. */
    public Session session() {
        return session;
    }

    /** For the library: runs work with a session whose statements end when the future is cancelled. */
    public <R extends @Nullable Object> CompletableFuture<R> run(Function<Session, R> work) {
        return sent(work);
    }

    private <R extends @Nullable Object> QueryFuture<R> sent(Function<Session, R> work) {
        if (ordered) {
            reads.send();
        }
        return start(work);
    }

    private <R extends @Nullable Object> QueryFuture<R> start(Function<Session, R> work) {
        Cancellation cancellation = new Cancellation();
        QueryFuture<R> future = new QueryFuture<>(cancellation::cancel, () -> {});
        try {
            executor.execute(() -> {
                if (future.isDone()) {
                    return;
                }
                try {
                    future.finish(work.apply(session.cancelledBy(cancellation)));
                } catch (Throwable e) {
                    future.fail(e);
                }
            });
        } catch (RejectedExecutionException e) {
            future.fail(new IllegalStateException("The client is closed: open a new one to go on.", e));
        }
        return future;
    }

    /** Reads a row by its key, together with others that are read at the same time where that makes no difference. */
    <R extends @Nullable Object> QueryFuture<@Nullable R> unique(FindUnique<R> query) {
        if (session.mayJoin(query) && KeyReads.canJoin(query)) {
            return reads.add(query);
        }
        return sent(inside -> inside.execute(query));
    }
}
