package dev.prisma4j.client.query;

import dev.prisma4j.client.expression.Selection;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.RelationField;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Related rows as a part of a projection: {@code u.posts(p -> p.take(5))}.
 *
 * @param <M> the model at the root of the query
 * @param <T> what they become: a list, or for a to-one relation one object
 */
public final class RelatedSelection<M, T extends @Nullable Object> implements Selection<M, T> {
    private final Path path;
    private final NestedRead<?> read;

    /** For generated code: a relation and the query of its rows. */
    public RelatedSelection(
            Path path, RelationField relation, ModelType<?> target, Function<?, ? extends Reading<?, ?>> query) {
        this.path = path;
        this.read = Shape.nested(relation, target, query);
    }

    @Override
    @SuppressWarnings("unchecked")
    public RowReader<T> readWith(SelectionBuilder builder) {
        return (RowReader<T>) (RowReader<?>) builder.related(path, read.relation(), read.arguments(), read.selection());
    }
}
