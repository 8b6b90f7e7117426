package dev.prisma4j.client.write;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.schema.model.RelationField;
import java.util.List;
import java.util.function.Function;

/**
 * What happens to the row of a to-one relation when a row is made.
 *
 * @param <C> the data of the related row, empty
 * @param <D> the data of the related row, complete
 * @param <U> what names the related model's unique criteria
 */
public final class ToOneCreate<C, D, U> extends RelatedWrites {
    ToOneCreate(RelationField relation, ModelType<?> target) {
        super(relation, target);
    }

    /** Makes the related row. */
    public ToOneCreate<C, D, U> create(Function<C, D> row) {
        add(new NestedWrite.CreateRelated(relation, List.of(created(row))));
        return this;
    }

    /** Relates an existing row. */
    public ToOneCreate<C, D, U> connect(Function<U, ? extends Key<?, ?>> key) {
        add(new NestedWrite.Connect(relation, List.of(unique(key))));
        return this;
    }

    /** Relates an existing row, or makes it where there is none. */
    public ToOneCreate<C, D, U> connectOrCreate(Function<U, ? extends Key<?, ?>> key, Function<C, D> row) {
        add(new NestedWrite.ConnectOrCreate(
                relation, List.of(new NestedWrite.ConnectOrCreate.Choice(unique(key), created(row)))));
        return this;
    }
}
