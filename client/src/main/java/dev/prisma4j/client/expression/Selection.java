package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.result.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be read of each row of a model: a field, a relation, a count, an aggregate, or a combination of
 * these made by {@link Select}.
 *
 * @param <M> the model at the root of the query
 * @param <T> what it becomes
 */
public interface Selection<M, T extends @Nullable Object> {
    /** Asks the builder for what this needs, and gives the reader for it. For the library, not for users. */
    RowReader<T> readWith(SelectionBuilder builder);
}
