package dev.prisma4j.client.extend;

import dev.prisma4j.client.tree.QueryTree;
import dev.prisma4j.engine.query.Query;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operation on its way to the database, as one interceptor sees it. For the time of one call of the interceptor. */
public final class QueryCall {
    private final Query<?> query;
    private final boolean inTransaction;
    private final boolean streaming;
    private final Function<Query<?>, @Nullable Object> rest;

    /** For the library: {@code rest} is everything after this interceptor. */
    public QueryCall(
            Query<?> query, boolean inTransaction, boolean streaming, Function<Query<?>, @Nullable Object> rest) {
        this.query = query;
        this.inTransaction = inTransaction;
        this.streaming = streaming;
        this.rest = rest;
    }

    /** The model's name in the schema; null for raw SQL. */
    public @Nullable String model() {
        return query.model() == null ? null : query.model().name();
    }

    /** What is done. The {@code OrThrow} forms are their plain forms here, and {@code exists} is a {@code findFirst}. */
    public Operation operation() {
        return Operation.of(query.operation());
    }

    /** The operation with all its arguments, as the engine takes it: an immutable tree of records. */
    public Query<?> query() {
        return query;
    }

    /** The operations nested in this one. Interceptors do not run for them by themselves, but see them here. */
    public List<QueryTree.Node> nested() {
        return QueryTree.nodes(query);
    }

    /** Whether it runs in a transaction. */
    public boolean inTransaction() {
        return inTransaction;
    }

    /** Whether the result is a {@code Stream} of rows instead of a list. */
    public boolean streaming() {
        return streaming;
    }

    /** Goes on: to the next interceptor, at last to the database. May be called again, for example to try again. */
    public @Nullable Object proceed() {
        return rest.apply(query);
    }

    /**
     * Goes on with another operation in place of this one.
     *
     * @param other must give what the caller of this one expects
     */
    public @Nullable Object proceed(Query<?> other) {
        return rest.apply(other);
    }

    /** For example {@code User.findMany}. */
    @Override
    public String toString() {
        return model() == null ? query.operation() : model() + "." + query.operation();
    }
}
