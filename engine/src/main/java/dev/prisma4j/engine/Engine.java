package dev.prisma4j.engine;

import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.schema.model.Schema;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A schema on a database, ready for queries: plans, connections and the rules of that database. Safe for use by many
 * threads; one per database is enough. Calls block, and are made for virtual threads.
 */
public interface Engine extends QueryExecutor, AutoCloseable {
    /**
     * An engine for a schema. Nothing is connected before the first call.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P1013 if the URL cannot be understood, P2026 if the schema's
     *     provider is not supported
     */
    static Engine open(Schema schema, EngineOptions options) {
        return new JdbcEngine(schema, options);
    }

    /** The schema that queries are about. */
    Schema schema();

    /**
     * Which database this is, equal for all engines on it, in other processes too: where it is, who uses it, and in which
     * of its schemas; without the password. A {@code DataSource} does not say, so its database is asked once.
     *
     * @throws dev.prisma4j.engine.error.PrismaException if it has to be asked and does not answer
     */
    String address();

    /** How busy the connections are. */
    PoolStatus pool();

    /**
     * Asks the database for a sign of life.
     *
     * @param timeout how long to wait for a connection, and then for the answer
     * @throws dev.prisma4j.engine.error.PrismaException if it does not answer
     */
    void ping(Duration timeout);

    /**
     * Starts an interactive transaction. Whoever starts it ends it; see {@link #transaction} for the safer way.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2028 if no connection is free in time
     */
    Transaction begin(TransactionOptions options);

    /**
     * Runs work in a transaction: committed when it returns, rolled back when it throws (what it throws is thrown on).
     * With {@link TransactionOptions#retries} the work may run several times.
     *
     * @return what the work returns
     * @throws dev.prisma4j.engine.error.PrismaException P2028 if no connection is free in time or the time is up
     */
    <R extends @Nullable Object> R transaction(
            TransactionOptions options, Function<? super Transaction, ? extends R> work);

    /** Closes all connections. Open transactions are rolled back. A {@code DataSource} that was handed in stays open. */
    @Override
    void close();
}
