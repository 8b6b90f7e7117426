package dev.prisma4j.client.query;

import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.expression.Field;
import dev.prisma4j.client.expression.Order;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.schema.model.ScalarField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows a read is about, and in which order. Every method changes this object and returns it.
 *
 * @param <M> the model
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <R> what a row becomes
 * @param <S> the type of this object
 */
public abstract sealed class ReadBuilder<M, F, U, R extends @Nullable Object, S extends ReadBuilder<M, F, U, R, S>>
        implements Reading<M, R> permits Find, Shaped {
    final ReadState<M> state;

    ReadBuilder(ReadState<M> state) {
        this.state = state;
    }

    /** Only rows that meet the condition; several calls must all hold. */
    public final S where(Function<F, Condition<M>> condition) {
        state.where(condition.apply(fields()).engine());
        return self();
    }

    /** In that order; several calls add up, the first is the most significant. */
    public final S orderBy(Function<F, Order<M>> order) {
        state.orderBy(order.apply(fields()).engine());
        return self();
    }

    /** In those orders, the first is the most significant; several calls add up. */
    @SafeVarargs
    public final S orderBy(Function<F, Order<M>> first, Function<F, Order<M>>... more) {
        orderBy(first);
        for (Function<F, Order<M>> order : more) {
            orderBy(order);
        }
        return self();
    }

    /** Leaves out the first rows. */
    public final S skip(int rows) {
        state.skip = rows;
        return self();
    }

    /** At most that many rows; a negative number takes them from the end. */
    public final S take(int rows) {
        state.take = rows;
        return self();
    }

    /** Starts at that row, which is included: add {@code skip(1)} to start after it. */
    @SuppressWarnings("unchecked")
    public final S cursor(Function<U, Key<M, F>> row) {
        state.cursor(row.apply((U) state.type.unique()).engine());
        return self();
    }

    /** Only the first row of those that are equal in these fields; several calls add up. */
    @SafeVarargs
    public final S distinct(Function<F, ? extends Field<M, ?>>... fields) {
        List<ScalarField> all = new ArrayList<>(state.distinct);
        for (Function<F, ? extends Field<M, ?>> field : fields) {
            all.add(field.apply(fields()).ownField());
        }
        state.distinct = all;
        return self();
    }

    /** How related rows are fetched: in one statement where the database can, or one per relation. */
    public final S relationLoadStrategy(LoadStrategy strategy) {
        state.strategy = strategy;
        return self();
    }

    /** Also rows that were soft-deleted, here and in what is read along. */
    public final S withDeleted() {
        state.deleted = true;
        return self();
    }

    /**
     * Keeps the answer, and gives it again while it is no older than that. In transactions nothing is kept and nothing is
     * taken from the cache.
     */
    public final S cache(Duration ttl) {
        return cache(CacheStrategy.ttl(ttl));
    }

    /** Keeps the answer as the strategy says. */
    public final S cache(CacheStrategy strategy) {
        state.cache = strategy;
        return self();
    }

    /** Locks the rows until the transaction ends; see {@link Lock}. */
    public final S lock(Lock lock) {
        state.lock = lock;
        return self();
    }

    /**
     * Locks the rows against changes and locks by others until the transaction ends. SQLite, which locks whole databases,
     * refuses it with P2026.
     */
    public final S forUpdate() {
        return strength(Lock.Strength.UPDATE);
    }

    /** Locks the rows against changes by others, who may lock them likewise, until the transaction ends. */
    public final S forShare() {
        return strength(Lock.Strength.SHARE);
    }

    /** Leaves out rows that somebody else has locked, instead of waiting for them. Locks for update unless another is named. */
    public final S skipLocked() {
        return waiting(Lock.Wait.SKIP_LOCKED);
    }

    /** Fails with P2034 if somebody else has locked one of the rows. Locks for update unless another is named. */
    public final S noWait() {
        return waiting(Lock.Wait.NO_WAIT);
    }

    private S strength(Lock.Strength strength) {
        Lock known = state.lock;
        return lock(new Lock(strength, known == null ? Lock.Wait.BLOCK : known.waiting()));
    }

    private S waiting(Lock.Wait waiting) {
        Lock known = state.lock;
        return lock(new Lock(known == null ? Lock.Strength.UPDATE : known.strength(), waiting));
    }

    @Override
    public final ReadState<M> state() {
        return state;
    }

    @SuppressWarnings("unchecked")
    final F fields() {
        return (F) state.type.fields(Path.ROOT);
    }

    @SuppressWarnings("unchecked")
    private S self() {
        return (S) this;
    }
}
