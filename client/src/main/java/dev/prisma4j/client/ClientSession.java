package dev.prisma4j.client;

import dev.prisma4j.client.async.AsyncRunner;
import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.client.extend.Extension;
import dev.prisma4j.client.extend.Interceptors;
import dev.prisma4j.client.replica.Replicas;
import dev.prisma4j.client.replica.Route;
import dev.prisma4j.client.runtime.ClientRuntime;
import dev.prisma4j.client.trace.Instrumentation.Step;
import dev.prisma4j.client.tree.ChangedModels;
import dev.prisma4j.engine.CallOptions;
import dev.prisma4j.engine.Cancellation;
import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.ConnectionException;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.schema.model.Model;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client's way to its database, or to one transaction on it. Every operation comes through here: it is counted, watched,
 * handed to the interceptors, looked up in the cache, and sent to the primary, a replica or the transaction.
 */
public final class ClientSession implements Session {
    private final ClientRuntime runtime;
    private final @Nullable OpenTransaction transaction;
    private final Interceptors interceptors;
    private final Route route;
    private final CallOptions call;
    private @Nullable AsyncRunner async;

    private ClientSession(
            ClientRuntime runtime,
            @Nullable OpenTransaction transaction,
            Interceptors interceptors,
            Route route,
            CallOptions call) {
        this.runtime = runtime;
        this.transaction = transaction;
        this.interceptors = interceptors;
        this.route = route;
        this.call = call;
    }

    /** Each query on a connection of its own. */
    static ClientSession on(ClientRuntime runtime) {
        return new ClientSession(runtime, null, Interceptors.NONE, Route.AUTO, CallOptions.NONE);
    }

    /** For generated code: the same, with the interceptors of one more extension. */
    public ClientSession extended(Extension<?> extension) {
        return new ClientSession(runtime, transaction, interceptors.with(extension), route, call);
    }

    /** The same, to which soft-deleted rows are like others. */
    ClientSession withDeleted() {
        return new ClientSession(runtime, transaction, interceptors, route, call.withDeleted());
    }

    /** For generated code: the same on another way. */
    public ClientSession routed(Route other) {
        if (other == Route.REPLICA && runtime.replicas(true) == null) {
            throw new IllegalStateException("The client has no replicas: give the builder some with replicas(..).");
        }
        return new ClientSession(runtime, transaction, interceptors, other, call);
    }

    private ClientSession inside(OpenTransaction open) {
        return new ClientSession(runtime, open, interceptors, route, call);
    }

    @Override
    public ClientSession cancelledBy(Cancellation cancellation) {
        Cancellation outer = call.cancellation();
        if (outer != null) {
            outer.cancelsToo(cancellation);
        }
        return new ClientSession(runtime, transaction, interceptors, route, call.withCancellation(cancellation));
    }

    @Override
    public boolean isCancelled() {
        Cancellation cancellation = call.cancellation();
        return cancellation != null && cancellation.isCancelled();
    }

    @Override
    public boolean isOpen() {
        return !isCancelled() && (transaction == null ? !runtime.isClosed() : transaction.isOpen());
    }

    @Override
    public boolean mayJoin(FindUnique<?> query) {
        return interceptors.isEmpty();
    }

    /** What runs operations on other threads. */
    synchronized AsyncRunner async() {
        AsyncRunner known = async;
        if (known == null) {
            known = new AsyncRunner(this, runtime.settings().workers());
            async = known;
        }
        return known;
    }

    // ---- operations

    @Override
    public <R extends @Nullable Object> R execute(Query<R> query, @Nullable CacheStrategy cache) {
        if (transaction != null) {
            return watched(query, cache);
        }
        runtime.enter();
        try {
            return watched(query, cache);
        } finally {
            runtime.leave();
        }
    }

    private <R extends @Nullable Object> R watched(Query<R> query, @Nullable CacheStrategy cache) {
        if (runtime.settings().instrumentations().isEmpty()) {
            return intercepted(query, cache);
        }
        return runtime.<R>watched(Step.OPERATION, query.operation(), name(query), () -> intercepted(query, cache));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // R is nullable where the interceptor's answer is
    private <R extends @Nullable Object> R intercepted(Query<R> query, @Nullable CacheStrategy cache) {
        if (interceptors.isEmpty()) {
            return cached(query, cache);
        }
        return (R) interceptors.run(query, transaction != null, false, changed -> cached(changed, cache));
    }

    private <R extends @Nullable Object> R cached(Query<R> query, @Nullable CacheStrategy cache) {
        if (query.isRead()) {
            return cache == null || transaction != null || call.deleted()
                    ? sent(query)
                    : runtime.cache().<R>read(query, cache, new CacheSource(toKeep()));
        }
        if (transaction != null) {
            try {
                return sent(query);
            } finally {
                transaction.changed(query, mustTellCache());
            }
        }
        boolean may = true;
        try {
            return sent(query);
        } catch (PrismaException e) {
            may = mayHaveHappened(e) || mayHaveHappenedBefore(e, query);
            throw e;
        } finally {
            if (may) {
                changed(query);
            }
        }
    }

    /**
     * Where answers come from that are kept: from the primary, unless replicas were asked for. Replicas may not have what made
     * the answer before be forgotten, and then the old state would be kept as the new one.
     */
    private ClientSession toKeep() {
        return route == Route.AUTO && runtime.replicas(true) != null ? routed(Route.PRIMARY) : this;
    }

    boolean isOnReplica() {
        return route == Route.REPLICA;
    }

    /** The same for what nobody waits for. */
    ClientSession uncancelled() {
        return new ClientSession(runtime, transaction, interceptors, route, CallOptions.NONE);
    }

    /** Whether nobody knows if a write that failed was done: the connection was lost, perhaps on the way back. */
    private static boolean mayHaveHappened(PrismaException failure) {
        return failure instanceof ConnectionException || failure.code().equals("P1008");
    }

    /**
     * Whether a write by itself may have been done before it failed, with what only it made of the rows: they hold what they
     * must not hold, or raw SQL had several statements. (Whatever else is thrown comes from the caller's own projection.)
     */
    private static boolean mayHaveHappenedBefore(PrismaException failure, Query<?> query) {
        return query.model() == null
                || failure.code().equals("P2023")
                || failure.code().equals("P2032");
    }

    <R extends @Nullable Object> R sent(Query<R> query) {
        if (runtime.settings().instrumentations().isEmpty()) {
            return executed(query);
        }
        return runtime.<R>watched(Step.QUERY, query.operation(), name(query), () -> executed(query));
    }

    private <R extends @Nullable Object> R executed(Query<R> query) {
        OpenTransaction open = transaction;
        if (open != null) {
            return open.engine().execute(query, call);
        }
        boolean reads = query.isRead() || route == Route.REPLICA && query instanceof RawQuery<?>;
        Replicas replicas = replicas(reads, query.operation());
        return runtime.<R>retried(
                query.isRead(),
                () -> replicas == null
                        ? runtime.engine().execute(query, call)
                        : replicas.<R>read(
                                engine -> engine.execute(query, call),
                                route == Route.REPLICA ? null : runtime.engine()));
    }

    private @Nullable Replicas replicas(boolean reads, String operation) {
        if (route == Route.REPLICA && !reads) {
            throw new IllegalStateException(
                    operation + " writes, and prisma.replica() only reads: use the client itself or prisma.primary().");
        }
        return route == Route.PRIMARY || !reads ? null : runtime.replicas(route == Route.REPLICA);
    }

    private void changed(Query<?> query) {
        if (!ChangedModels.isNothing(query)) {
            runtime.wrote();
            if (mustTellCache()) {
                runtime.cache().changed(ChangedModels.of(query).orElse(null));
            }
        }
    }

    private boolean mustTellCache() {
        return runtime.cacheIfUsed() != null || runtime.settings().cache().mustTellOthers();
    }

    private static @Nullable String name(Query<?> query) {
        Model model = query.model();
        return model == null ? null : model.name();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> Stream<T> stream(FindMany<T> query) {
        runtime.enter();
        boolean opened = false;
        try {
            Stream<T> rows = runtime.<Stream<T>>watched(
                    Step.OPERATION,
                    "findMany",
                    name(query),
                    () -> interceptors.isEmpty()
                            ? opened(query)
                            : (Stream<T>) java.util.Objects.requireNonNull(interceptors.run(
                                    query, transaction != null, true, changed -> opened((FindMany<T>) changed))));
            opened = true;
            return rows.onClose(runtime::leave);
        } finally {
            if (!opened) {
                runtime.leave();
            }
        }
    }

    private <T extends @Nullable Object> Stream<T> opened(FindMany<T> query) {
        if (transaction != null) {
            return transaction.engine().stream(query, call);
        }
        Replicas replicas = replicas(query.isRead(), "stream");
        return replicas == null
                ? runtime.engine().stream(query, call)
                : replicas.<Stream<T>>read(
                        engine -> engine.stream(query, call), route == Route.REPLICA ? null : runtime.engine());
    }

    // ---- transactions

    @Override
    public <R extends @Nullable Object> R atomically(Function<Session, R> steps) {
        return transaction == null ? transaction(TransactionOptions.DEFAULT, steps) : steps.apply(this);
    }

    @Override
    public <R extends @Nullable Object> R transaction(TransactionOptions options, Function<Session, R> work) {
        return inTransaction(options, work::apply);
    }

    /** Runs work in a transaction, or in a savepoint where this is one already. */
    <R extends @Nullable Object> R inTransaction(TransactionOptions options, Function<ClientSession, R> work) {
        OpenTransaction outer = transaction;
        if (outer != null) {
            return outer.engine().<R>nested(open -> work.apply(inside(outer)));
        }
        if (route == Route.REPLICA) {
            throw new IllegalStateException(
                    "Transactions run on the primary: use the client itself or prisma.primary().");
        }
        runtime.enter();
        try {
            return runtime.<R>watched(Step.TRANSACTION, null, null, () -> {
                OpenTransaction[] last = new OpenTransaction[1];
                boolean may = false;
                try {
                    TransactionOptions whole = options.or(runtime.settings().transactions());
                    R result = runtime.engine().<R>transaction(whole, open -> {
                        OpenTransaction mine = new OpenTransaction(open);
                        last[0] = mine;
                        return work.apply(inside(mine));
                    });
                    may = true;
                    return result;
                } catch (PrismaException e) {
                    may = mayHaveHappened(e);
                    throw e;
                } finally {
                    if (may) {
                        committed(last[0]);
                    }
                }
            });
        } finally {
            runtime.leave();
        }
    }

    private void committed(@Nullable OpenTransaction done) {
        if (done != null && done.hasWritten()) {
            runtime.wrote();
            if (mustTellCache()) {
                runtime.cache().changed(done.changedModels());
            }
        }
    }

    // ---- for generated code

    /** What all clients on this database share. For generated code. */
    public ClientRuntime runtime() {
        return runtime;
    }

    /** Closes the connections, after what runs has come to its end. For generated code. */
    public void close() {
        runtime.close(runtime.settings().closing());
    }

    /** The engine behind, for what the client does not offer. For generated code. */
    public Engine engine() {
        return runtime.engine();
    }
}
