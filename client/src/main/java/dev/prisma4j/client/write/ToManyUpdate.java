package dev.prisma4j.client.write;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.RelationField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What happens to the rows of a list relation when a row changes. Calls add up.
 *
 * @param <N> the related model
 * @param <F> the related model's fields
 * @param <U> what names the related model's unique criteria
 * @param <C> the data of a related row, empty
 * @param <D> the data of a related row, complete
 * @param <P> the changes of one related row
 * @param <Q> the changes of many related rows
 */
public final class ToManyUpdate<N, F, U, C, D, P, Q> extends ToManyWrites {
    ToManyUpdate(RelationField relation, ModelType<?> target) {
        super(relation, target);
    }

    /** Makes a related row. */
    public ToManyUpdate<N, F, U, C, D, P, Q> create(Function<C, D> row) {
        addCreated(created(row));
        return this;
    }

    /** Makes many related rows in one statement, as far as they have no related rows of their own. */
    public ToManyUpdate<N, F, U, C, D, P, Q> createMany(Consumer<CreateRows<C, D>> rows) {
        addCreatedMany(rows);
        return this;
    }

    /** Relates an existing row. */
    public ToManyUpdate<N, F, U, C, D, P, Q> connect(Function<U, ? extends Key<?, ?>> key) {
        addConnected(unique(key));
        return this;
    }

    /** Relates an existing row, or makes it where there is none. */
    public ToManyUpdate<N, F, U, C, D, P, Q> connectOrCreate(Function<U, ? extends Key<?, ?>> key, Function<C, D> row) {
        addConnectedOrCreated(unique(key), created(row));
        return this;
    }

    /** Exactly these rows are related afterwards; none given means none. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ToManyUpdate<N, F, U, C, D, P, Q> set(Function<U, ? extends Key<?, ?>>... keys) {
        List<Unique> rows = new ArrayList<>();
        Arrays.asList(keys).forEach(key -> rows.add(unique(key)));
        add(new NestedWrite.SetRelated(relation, rows));
        return this;
    }

    /** The row is no longer related. One that is not related is left alone. */
    public ToManyUpdate<N, F, U, C, D, P, Q> disconnect(Function<U, ? extends Key<?, ?>> key) {
        add(new NestedWrite.Disconnect(relation, List.of(unique(key))));
        return this;
    }

    /** Changes a related row. */
    public ToManyUpdate<N, F, U, C, D, P, Q> update(Function<U, ? extends Key<?, ?>> key, Consumer<P> changes) {
        add(new NestedWrite.UpdateRelated(
                relation, List.of(new NestedWrite.UpdateRelated.Change(unique(key), updated(changes)))));
        return this;
    }

    /** Changes a related row, or makes it where there is none. */
    public ToManyUpdate<N, F, U, C, D, P, Q> upsert(
            Function<U, ? extends Key<?, ?>> key, Function<C, D> row, Consumer<P> changes) {
        add(new NestedWrite.UpsertRelated(
                relation, List.of(new NestedWrite.UpsertRelated.Choice(unique(key), created(row), updated(changes)))));
        return this;
    }

    /** Changes all related rows that meet a condition. */
    public ToManyUpdate<N, F, U, C, D, P, Q> updateMany(Function<F, Condition<N>> where, Consumer<Q> changes) {
        add(new NestedWrite.UpdateManyRelated(
                relation, List.of(new NestedWrite.UpdateManyRelated.Change(condition(where), updatedMany(changes)))));
        return this;
    }

    /** Changes all related rows. */
    public ToManyUpdate<N, F, U, C, D, P, Q> updateAll(Consumer<Q> changes) {
        add(new NestedWrite.UpdateManyRelated(
                relation, List.of(new NestedWrite.UpdateManyRelated.Change(null, updatedMany(changes)))));
        return this;
    }

    /** Deletes a related row, which must be there. */
    public ToManyUpdate<N, F, U, C, D, P, Q> delete(Function<U, ? extends Key<?, ?>> key) {
        add(new NestedWrite.DeleteRelated(relation, List.of(unique(key))));
        return this;
    }

    /** Deletes all related rows that meet a condition. */
    public ToManyUpdate<N, F, U, C, D, P, Q> deleteMany(Function<F, Condition<N>> where) {
        add(new NestedWrite.DeleteManyRelated(relation, List.of(condition(where))));
        return this;
    }

    /** Deletes all related rows. */
    public ToManyUpdate<N, F, U, C, D, P, Q> deleteAll() {
        add(new NestedWrite.DeleteManyRelated(relation, List.of(dev.prisma4j.engine.query.Condition.all())));
        return this;
    }
}
