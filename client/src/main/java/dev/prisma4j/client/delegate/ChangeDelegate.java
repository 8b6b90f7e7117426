package dev.prisma4j.client.delegate;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.client.query.Reading;
import dev.prisma4j.client.write.UpdateInput;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.DeleteManyAndReturn;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateEach;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a model but for those that make rows.
 *
 * @param <M> the model's record
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <Q> an empty read
 * @param <P> the changes of one row
 * @param <PM> the changes of many rows
 */
public abstract class ChangeDelegate<M, F, U, Q, P, PM> extends UniqueReadDelegate<M, F, U, Q> {
    /** For generated code. */
    protected ChangeDelegate(Session session, ModelType<M> type) {
        super(session, type);
    }

    /**
     * Changes the row that the key names.
     *
     * @return the changed row
     * @throws dev.prisma4j.engine.error.RecordNotFoundException P2025 if there is none
     */
    public final M update(Function<U, Key<M, F>> key, Consumer<P> changes) {
        return session.execute(new Update<>(type.model(), unique(key), changes(changes), type.all()));
    }

    /**
     * Changes the row that the key names.
     *
     * @return the changed row in the shape of the query
     * @throws dev.prisma4j.engine.error.RecordNotFoundException P2025 if there is none
     */
    public final <R> R update(Function<U, Key<M, F>> key, Consumer<P> changes, Function<Q, Reading<M, R>> shape) {
        return session.execute(new Update<>(type.model(), unique(key), changes(changes), shape("update", shape)));
    }

    /**
     * Deletes the row that the key names.
     *
     * @return the row as it was
     * @throws dev.prisma4j.engine.error.RecordNotFoundException P2025 if there is none
     */
    public final M delete(Function<U, Key<M, F>> key) {
        return session.execute(new Delete<>(type.model(), unique(key), type.all()));
    }

    /**
     * Deletes the row that the key names.
     *
     * @return the row as it was, in the shape of the query
     * @throws dev.prisma4j.engine.error.RecordNotFoundException P2025 if there is none
     */
    public final <R> R delete(Function<U, Key<M, F>> key, Function<Q, Reading<M, R>> shape) {
        return session.execute(new Delete<>(type.model(), unique(key), shape("delete", shape)));
    }

    /**
     * Changes all rows that meet the condition.
     *
     * @return how many
     */
    public final long updateMany(Function<F, Condition<M>> where, Consumer<PM> changes) {
        return session.execute(new UpdateMany(type.model(), condition(where), manyChanges(changes), null));
    }

    /**
     * Changes rows that meet the condition, but at most so many.
     *
     * @return how many
     */
    public final long updateMany(Function<F, Condition<M>> where, Consumer<PM> changes, int limit) {
        return session.execute(new UpdateMany(type.model(), condition(where), manyChanges(changes), limit));
    }

    /**
     * Changes all rows there are.
     *
     * @return how many
     */
    public final long updateAll(Consumer<PM> changes) {
        return session.execute(new UpdateMany(type.model(), null, manyChanges(changes), null));
    }

    /**
     * Changes all rows that meet the condition.
     *
     * @return the changed rows
     */
    public final List<M> updateManyAndReturn(Function<F, Condition<M>> where, Consumer<PM> changes) {
        return session.execute(
                new UpdateManyAndReturn<>(type.model(), condition(where), manyChanges(changes), null, type.all()));
    }

    /**
     * Changes all rows that meet the condition.
     *
     * @return the changed rows in the shape of the query
     */
    public final <R> List<R> updateManyAndReturn(
            Function<F, Condition<M>> where, Consumer<PM> changes, Function<Q, Reading<M, R>> shape) {
        return session.execute(new UpdateManyAndReturn<>(
                type.model(), condition(where), manyChanges(changes), null, shape("updateManyAndReturn", shape)));
    }

    /**
     * Deletes all rows that meet the condition.
     *
     * @return how many
     */
    public final long deleteMany(Function<F, Condition<M>> where) {
        return session.execute(new DeleteMany(type.model(), condition(where), null));
    }

    /**
     * Deletes rows that meet the condition, but at most so many.
     *
     * @return how many
     */
    public final long deleteMany(Function<F, Condition<M>> where, int limit) {
        return session.execute(new DeleteMany(type.model(), condition(where), limit));
    }

    /**
     * Deletes all rows there are.
     *
     * @return how many
     */
    public final long deleteAll() {
        return session.execute(new DeleteMany(type.model(), null, null));
    }

    /**
     * Deletes all rows that meet the condition.
     *
     * @return the rows as they were
     */
    public final List<M> deleteManyAndReturn(Function<F, Condition<M>> where) {
        return session.execute(new DeleteManyAndReturn<>(type.model(), condition(where), null, type.all()));
    }

    /**
     * Deletes all rows that meet the condition.
     *
     * @return the rows as they were, in the shape of the query
     */
    public final <R> List<R> deleteManyAndReturn(Function<F, Condition<M>> where, Function<Q, Reading<M, R>> shape) {
        return session.execute(
                new DeleteManyAndReturn<>(type.model(), condition(where), null, shape("deleteManyAndReturn", shape)));
    }

    /**
     * Changes a row for each item, each in its own way, with one statement for some hundred rows: {@code
     * updateEach(prices, (p, price) -> p.id(price.product()), (d, price) -> d.price(price.amount()))}. Rows whose changes
     * speak of related rows or of their own key are changed one by one, in one transaction.
     *
     * @return how many rows there were; keys without a row are left out
     */
    public final <T> long updateEach(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiConsumer<P, ? super T> changes) {
        return session.execute(new UpdateEach(type.model(), eachChange(items, key, changes)));
    }

    /**
     * Changes a row for each item, each in its own way, as {@link #updateEach} does.
     *
     * @return the changed rows in the order of the items; keys without a row are left out
     */
    public final <T> List<M> updateEachAndReturn(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiConsumer<P, ? super T> changes) {
        List<UpdateEach.Change> all = eachChange(items, key, changes);
        if (all.stream().anyMatch(ChangeDelegate::isHardToFindAgain)) {
            return session.atomically(inside -> updateOneByOne(inside, all));
        }
        return session.atomically(inside -> {
            inside.execute(new UpdateEach(type.model(), all));
            List<Unique> keys = all.stream().map(UpdateEach.Change::where).toList();
            return present(inside.execute(new FindUniqueAll<>(type.model(), keys, type.all(), ReadOptions.DEFAULT)));
        });
    }

    private static boolean isHardToFindAgain(UpdateEach.Change change) {
        return isHardToFindAgain(change.where(), change.data());
    }

    /** Whether a key may name another row after the change (a related row may change it too), or one that was not changed. */
    static boolean isHardToFindAgain(Unique where, UpdateData data) {
        if (where.and() != null || !data.relations().isEmpty()) {
            return true;
        }
        for (FieldUpdate field : data.fields()) {
            int index = where.fields().indexOf(field.field());
            boolean same = index >= 0
                    && field.operation() == FieldUpdate.Operation.SET
                    && where.values().get(index).equals(field.value());
            if (index >= 0 && !same) {
                return true;
            }
        }
        return false;
    }

    private List<M> updateOneByOne(Session inside, List<UpdateEach.Change> all) {
        Selection<Boolean> found = Selection.of(type.model(), List.of(type.scalar(0)), row -> Boolean.TRUE);
        List<M> changed = new ArrayList<>(all.size());
        for (UpdateEach.Change change : all) {
            if (inside.execute(new FindUnique<>(type.model(), change.where(), found, ReadOptions.DEFAULT)) != null) {
                changed.add(inside.execute(new Update<>(type.model(), change.where(), change.data(), type.all())));
            }
        }
        return changed;
    }

    static <R> List<R> present(List<@Nullable R> rows) {
        List<R> present = new ArrayList<>(rows.size());
        for (R row : rows) {
            if (row != null) {
                present.add(row);
            }
        }
        return present;
    }

    private <T> List<UpdateEach.Change> eachChange(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiConsumer<P, ? super T> changes) {
        List<UpdateEach.Change> all = new ArrayList<>();
        for (T item : items) {
            all.add(new UpdateEach.Change(unique(u -> key.apply(u, item)), changes(d -> changes.accept(d, item))));
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    final UpdateData changes(Consumer<P> changes) {
        P input = (P) type.update();
        changes.accept(input);
        return UpdateInput.dataOf(input);
    }

    @SuppressWarnings("unchecked")
    private UpdateData manyChanges(Consumer<PM> changes) {
        PM input = (PM) type.updateMany();
        changes.accept(input);
        return UpdateInput.dataOf(input);
    }

    final <R> Selection<R> shape(String operation, Function<Q, Reading<M, R>> shape) {
        return typed(state(shape).ofWritten(operation));
    }
}
