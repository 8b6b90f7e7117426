package dev.prisma4j.client.write;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.schema.model.RelationField;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What happens to the rows of a list relation when a row is made. Calls add up.
 *
 * @param <C> the data of a related row, empty
 * @param <D> the data of a related row, complete
 * @param <U> what names the related model's unique criteria
 */
public final class ToManyCreate<C, D, U> extends ToManyWrites {
    ToManyCreate(RelationField relation, ModelType<?> target) {
        super(relation, target);
    }

    /** Makes a related row. */
    public ToManyCreate<C, D, U> create(Function<C, D> row) {
        addCreated(created(row));
        return this;
    }

    /** Makes many related rows in one statement, as far as they have no related rows of their own. */
    public ToManyCreate<C, D, U> createMany(Consumer<CreateRows<C, D>> rows) {
        addCreatedMany(rows);
        return this;
    }

    /** Relates an existing row. */
    public ToManyCreate<C, D, U> connect(Function<U, ? extends Key<?, ?>> key) {
        addConnected(unique(key));
        return this;
    }

    /** Relates an existing row, or makes it where there is none. */
    public ToManyCreate<C, D, U> connectOrCreate(Function<U, ? extends Key<?, ?>> key, Function<C, D> row) {
        addConnectedOrCreated(unique(key), created(row));
        return this;
    }
}
