package dev.prisma4j.client;

import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.QueryExecutor;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Query;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client's way to its engine, or to one transaction on it. */
public final class ClientSession implements Session {
    private final Engine engine;
    private final @Nullable Transaction transaction;
    private final QueryExecutor executor;

    private ClientSession(Engine engine, @Nullable Transaction transaction) {
        this.engine = engine;
        this.transaction = transaction;
        this.executor = transaction == null ? engine : transaction;
    }

    /** Each query on a connection of its own. */
    static ClientSession on(Engine engine) {
        return new ClientSession(engine, null);
    }

    @Override
    public <R extends @Nullable Object> R execute(Query<R> query) {
        return executor.execute(query);
    }

    @Override
    public <T extends @Nullable Object> Stream<T> stream(FindMany<T> query) {
        return executor.stream(query);
    }

    @Override
    public <R extends @Nullable Object> R atomically(Function<Session, R> steps) {
        return transaction == null
                ? engine.<R>transaction(
                        TransactionOptions.DEFAULT, inside -> steps.apply(new ClientSession(engine, inside)))
                : steps.apply(this);
    }

    /** Runs work in a transaction, or in a savepoint where this is one already. */
    <R extends @Nullable Object> R transaction(TransactionOptions options, Function<ClientSession, R> work) {
        Transaction outer = transaction;
        if (outer == null) {
            return engine.<R>transaction(options, inside -> work.apply(new ClientSession(engine, inside)));
        }
        return outer.<R>nested(inside -> work.apply(new ClientSession(engine, inside)));
    }

    /** Closes the connections. For generated code. */
    public void close() {
        engine.close();
    }

    /** The engine behind, for what the client does not offer. For generated code. */
    public Engine engine() {
        return engine;
    }
}
