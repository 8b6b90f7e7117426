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
 * What happens to the row of a required to-one relation when a row changes.
 *
 * @param <N> the related model
 * @param <F> the related model's fields
 * @param <U> what names the related model's unique criteria
 * @param <C> the data of a related row, empty
 * @param <D> the data of a related row, complete
 * @param <P> the changes of a related row
 */
public final class ToOneUpdate<N, F, U, C, D, P> extends RelatedWrites {
    ToOneUpdate(RelationField relation, ModelType<?> target) {
        super(relation, target);
    }

    /** Makes the related row. */
    public ToOneUpdate<N, F, U, C, D, P> create(Function<C, D> row) {
        add(new NestedWrite.CreateRelated(relation, List.of(created(row))));
        return this;
    }

    /** Relates an existing row. */
    public ToOneUpdate<N, F, U, C, D, P> connect(Function<U, ? extends Key<?, ?>> key) {
        add(new NestedWrite.Connect(relation, List.of(unique(key))));
        return this;
    }

    /** Relates an existing row, or makes it where there is none. */
    public ToOneUpdate<N, F, U, C, D, P> connectOrCreate(Function<U, ? extends Key<?, ?>> key, Function<C, D> row) {
        add(new NestedWrite.ConnectOrCreate(
                relation, List.of(new NestedWrite.ConnectOrCreate.Choice(unique(key), created(row)))));
        return this;
    }

    /** Changes the related row, which must exist. */
    public ToOneUpdate<N, F, U, C, D, P> update(Consumer<P> changes) {
        add(new NestedWrite.UpdateOne(relation, null, updated(changes)));
        return this;
    }

    /** Changes the related row, which must exist and meet the condition. */
    public ToOneUpdate<N, F, U, C, D, P> update(Function<F, Condition<N>> where, Consumer<P> changes) {
        add(new NestedWrite.UpdateOne(relation, condition(where), updated(changes)));
        return this;
    }

    /** Changes the related row, or makes it where there is none. */
    public ToOneUpdate<N, F, U, C, D, P> upsert(Function<C, D> row, Consumer<P> changes) {
        add(new NestedWrite.UpsertOne(relation, null, created(row), updated(changes)));
        return this;
    }
}
