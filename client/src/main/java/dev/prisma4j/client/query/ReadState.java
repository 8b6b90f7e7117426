package dev.prisma4j.client.query;

import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a read has gathered: the accumulator behind {@link ReadBuilder}. For the library, not for users. */
public final class ReadState<M> {
    final ModelType<M> type;

    @Nullable
    Condition where;

    List<Order> orderBy = List.of();

    @Nullable
    Cursor cursor;

    @Nullable
    Integer take;

    @Nullable
    Integer skip;

    List<ScalarField> distinct = List.of();
    LoadStrategy strategy = LoadStrategy.AUTO;

    @Nullable
    Lock lock;

    @Nullable
    CacheStrategy cache;

    boolean deleted;

    private Selection<?> selection;

    ReadState(ModelType<M> type) {
        this.type = type;
        this.selection = type.all();
    }

    void orderBy(Order order) {
        if (orderBy.isEmpty()) {
            orderBy = List.of(order);
            return;
        }
        List<Order> more = new ArrayList<>(orderBy);
        more.add(order);
        orderBy = more;
    }

    void where(Condition added) {
        where = where == null ? added : Condition.and(where, added);
    }

    void cursor(Unique row) {
        if (row.and() != null) {
            throw new IllegalArgumentException("A cursor names a row and takes no further conditions.");
        }
        cursor = new Cursor(row.fields(), row.values());
    }

    void select(Selection<?> value) {
        selection = value;
    }

    private boolean isPlain() {
        return where == null
                && orderBy.isEmpty()
                && cursor == null
                && take == null
                && skip == null
                && distinct.isEmpty();
    }

    /** Which rows, in which order. */
    public ReadArguments arguments() {
        return isPlain() && !deleted
                ? ReadArguments.ALL
                : new ReadArguments(where, orderBy, cursor, take, skip, distinct, deleted);
    }

    /** What to read of each row. */
    public Selection<?> selection() {
        return selection;
    }

    /**
     * For how long the answer may be kept; null for not at all.
     *
     * @throws IllegalArgumentException if the read also locks rows
     */
    public @Nullable CacheStrategy cache() {
        if (cache != null && lock != null) {
            throw new IllegalArgumentException(
                    "A read of " + type + " that locks rows cannot be answered from the cache.");
        }
        return cache;
    }

    /** How to read. */
    public ReadOptions options() {
        return strategy == LoadStrategy.AUTO && lock == null && !deleted
                ? ReadOptions.DEFAULT
                : new ReadOptions(strategy, lock, deleted);
    }

    /**
     * What to read, where the row is given by other means.
     *
     * @throws IllegalArgumentException if the read says which rows, too
     */
    public Selection<?> onlySelection(String operation) {
        if (!isPlain()) {
            throw new IllegalArgumentException(operation + " of " + type + " takes only select, include, omit or map:"
                    + " which row it is about says its key (more conditions go there, with and(..)).");
        }
        return selection;
    }

    /**
     * What to read of a row that was written.
     *
     * @throws IllegalArgumentException if the read says which rows, too, or how they are read
     */
    public Selection<?> ofWritten(String operation) {
        refuseHow(operation + " of " + type + " takes only select, include, omit or map");
        if (deleted) {
            throw new IllegalArgumentException(operation + " of " + type + " takes only select, include, omit or map:"
                    + " deleted rows are reached by prisma.withDeleted().");
        }
        if (cache != null) {
            throw new IllegalArgumentException(
                    operation + " of " + type + " writes: only reads can be kept by cache(..).");
        }
        return onlySelection(operation);
    }

    /**
     * Which rows to count.
     *
     * @throws IllegalArgumentException if the read says what of them, or how they are read
     */
    public ReadArguments counted() {
        refuseHow("count of " + type + " takes only what says which rows");
        if (selection != type.all()) {
            throw new IllegalArgumentException(
                    "count of " + type + " takes no select, include, omit or map: rows in which a"
                            + " field is given are counted by aggregate(a -> a.map(x -> x.field().count())).");
        }
        return arguments();
    }

    /** Refuses locks and strategies, which would have no effect. */
    void refuseHow(String rule) {
        if (lock != null) {
            throw new IllegalArgumentException(
                    rule + ": locks belong to the findMany, findFirst or findUnique before it.");
        }
        if (strategy != LoadStrategy.AUTO) {
            throw new IllegalArgumentException(rule + ": relationLoadStrategy belongs to the whole of a read.");
        }
    }
}
