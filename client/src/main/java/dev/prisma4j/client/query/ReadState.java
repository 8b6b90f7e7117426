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
        if (cache != null && !operation.equals("findUnique")) {
            throw new IllegalArgumentException(
                    operation + " of " + type + " writes: only reads can be kept by cache(..).");
        }
        return selection;
    }
}
