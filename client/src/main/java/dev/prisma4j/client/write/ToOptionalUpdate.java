package dev.prisma4j.client.write;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.schema.model.RelationField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What happens to the row of an optional to-one relation when a row changes.
 *
 * @param <N> the related model
 * @param <F> the related model's fields
 * @param <U> what names the related model's unique criteria
 * @param <C> the data of a related row, empty
 * @param <D> the data of a related row, complete
 * @param <P> the changes of a related row
 */
public final class ToOptionalUpdate<N, F, U, C, D, P> extends RelatedWrites {
    ToOptionalUpdate(RelationField relation, ModelType<?> target) {
        super(relation, target);
    }

    /** Makes the related row. */
    public ToOptionalUpdate<N, F, U, C, D, P> create(Function<C, D> row) {
        add(new NestedWrite.CreateRelated(relation, List.of(created(row))));
        return this;
    }

    /** Relates an existing row. */
    public ToOptionalUpdate<N, F, U, C, D, P> connect(Function<U, ? extends Key<?, ?>> key) {
        add(new NestedWrite.Connect(relation, List.of(unique(key))));
        return this;
    }

    /** Relates an existing row, or makes it where there is none. */
    public ToOptionalUpdate<N, F, U, C, D, P> connectOrCreate(
            Function<U, ? extends Key<?, ?>> key, Function<C, D> row) {
        add(new NestedWrite.ConnectOrCreate(
                relation, List.of(new NestedWrite.ConnectOrCreate.Choice(unique(key), created(row)))));
        return this;
    }

    /** Changes the related row, which must exist. */
    public ToOptionalUpdate<N, F, U, C, D, P> update(Consumer<P> changes) {
        add(new NestedWrite.UpdateOne(relation, null, updated(changes)));
        return this;
    }

    /** Changes the related row, which must exist and meet the condition. */
    public ToOptionalUpdate<N, F, U, C, D, P> update(Function<F, Condition<N>> where, Consumer<P> changes) {
        add(new NestedWrite.UpdateOne(relation, condition(where), updated(changes)));
        return this;
    }

    /** Changes the related row, or makes it where there is none. */
    public ToOptionalUpdate<N, F, U, C, D, P> upsert(Function<C, D> row, Consumer<P> changes) {
        add(new NestedWrite.UpsertOne(relation, null, created(row), updated(changes)));
        return this;
    }

    /** The related row, if there is one, is no longer related. */
    public ToOptionalUpdate<N, F, U, C, D, P> disconnect() {
        add(new NestedWrite.DisconnectOne(relation, null));
        return this;
    }

    /** The related row is no longer related, if it meets the condition. */
    public ToOptionalUpdate<N, F, U, C, D, P> disconnect(Function<F, Condition<N>> where) {
        add(new NestedWrite.DisconnectOne(relation, condition(where)));
        return this;
    }

    /** Deletes the related row, which must exist. */
    public ToOptionalUpdate<N, F, U, C, D, P> delete() {
        add(new NestedWrite.DeleteOne(relation, null));
        return this;
    }

    /** Deletes the related row, which must exist and meet the condition. */
    public ToOptionalUpdate<N, F, U, C, D, P> delete(Function<F, Condition<N>> where) {
        add(new NestedWrite.DeleteOne(relation, condition(where)));
        return this;
    }
}
