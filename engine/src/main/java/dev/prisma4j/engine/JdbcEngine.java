package dev.prisma4j.engine;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.engine.jdbc.Database;
import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.jdbc.Limits;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.schema.model.Annotations;
import dev.prisma4j.schema.model.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engine on JDBC. Each call has a connection for as long as it takes; transactions keep theirs. */
final class JdbcEngine implements Engine {
    /** As milliseconds it is still an int, which drivers count on. */
    private static final long MOST_SECONDS = Integer.MAX_VALUE / 1000;

    private final Schema schema;
    private final EngineOptions options;
    private final Connecting connecting;

    JdbcEngine(Schema schema, EngineOptions options) {
        List<String> problems = Annotations.problems(schema);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        this.schema = schema;
        this.options = options;
        this.connecting = new Connecting(schema, options);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String address() {
        return connecting.address();
    }

    @Override
    public PoolStatus pool() {
        return connecting.status();
    }

    @Override
    public void ping(Duration timeout) {
        int seconds = (int) Math.max(1, Math.min(MOST_SECONDS, timeout.toSeconds()));
        try (Lease lease = connecting.backend(timeout).database().lease(timeout)) {
            lease.control("(sign of life)", connection -> {
                if (!connection.isValid(seconds)) {
                    throw new SQLException("The database does not answer.", "08006");
                }
            });
        }
    }

    @Override
    public <R extends @Nullable Object> R execute(Query<R> query, CallOptions call) {
        Backend backend = connecting.backend();
        if (query.isRead()) {
            return read(backend, query, call);
        }
        for (int attempt = 0; ; attempt++) {
            try {
                return write(backend, query, call);
            } catch (PrismaException e) {
                if (!e.code().equals("P2034") || attempt >= options.writeConflictRetries()) {
                    throw e;
                }
            }
        }
    }

    /** A connection that broke while it was idle is found out by the first statement on it: a read then tries another. */
    private <R extends @Nullable Object> R read(Backend backend, Query<R> query, CallOptions call) {
        Lease lease = backend.database().lease(null);
        try {
            limit(lease, call);
            return new Operations(lease, backend).execute(query, call);
        } catch (PrismaException e) {
            if (!lease.isLost()) {
                throw e;
            }
        } finally {
            lease.close();
        }
        try (Lease second = backend.database().lease(null)) {
            limit(second, call);
            return new Operations(second, backend).execute(query, call);
        }
    }

    private <R extends @Nullable Object> R write(Backend backend, Query<R> query, CallOptions call) {
        Database database = backend.database();
        if (!database.beginWriting(null)) {
            throw Errors.operationTimeout("Operation has timed out: the database is busy with other writes.", null);
        }
        try (Lease lease = database.lease(null)) {
            limit(lease, call);
            return new Operations(lease, backend).execute(query, call);
        } finally {
            database.endWriting();
        }
    }

    private void limit(Lease lease, CallOptions call) {
        Limits limits = limits(call);
        if (limits != Limits.NONE) {
            lease.limit(limits);
        }
    }

    Limits limits(CallOptions call) {
        Duration timeout = call.timeout() != null ? call.timeout() : options.statementTimeout();
        Cancellation cancellation = call.cancellation();
        if (timeout == null && cancellation == null) {
            return Limits.NONE;
        }
        if (cancellation != null && cancellation.isCancelled()) {
            throw Errors.operationTimeout("The call was cancelled.", null);
        }
        return new Limits(timeout, cancellation == null ? null : cancellation::onCancel);
    }

    @Override
    public <T extends @Nullable Object> Stream<T> stream(FindMany<T> query, CallOptions call) {
        Backend backend = connecting.backend();
        Limits limits = limits(call);
        Lease lease = backend.database().lease(null);
        lease.limit(limits);
        return new Streaming(
                        lease, backend.plans(), () -> backend.database().lease(null), BooleanSupplier::getAsBoolean)
                .stream(backend.hide(call.deleted() ? query.withDeleted() : query));
    }

    @Override
    public List<@Nullable Object> batch(List<? extends Query<?>> queries, TransactionOptions how) {
        return transaction(how, transaction -> transaction.batch(queries, how));
    }

    static List<@Nullable Object> inOrder(List<? extends Query<?>> queries, Function<Query<?>, @Nullable Object> run) {
        List<@Nullable Object> results = new ArrayList<>(queries.size());
        for (Query<?> query : queries) {
            try {
                results.add(run.apply(query));
            } catch (PrismaException e) {
                throw Errors.inBatch(e, results.size());
            }
        }
        return results;
    }

    @Override
    public Transaction begin(TransactionOptions how) {
        return JdbcTransaction.begin(this, connecting, options, how);
    }

    @Override
    public <R extends @Nullable Object> R transaction(
            TransactionOptions how, Function<? super Transaction, ? extends R> work) {
        int retries = how.retries() == null ? 0 : how.retries();
        for (int attempt = 0; ; attempt++) {
            try (Transaction transaction = begin(how)) {
                R result = work.apply(transaction);
                transaction.commit();
                return result;
            } catch (PrismaException e) {
                if (!e.code().equals("P2034") || attempt >= retries) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        connecting.close();
    }
}
