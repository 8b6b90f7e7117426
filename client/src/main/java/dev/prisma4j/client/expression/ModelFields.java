package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.AggregateField;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a model as a query sees them; generated subclasses have one method per field.
 *
 * @param <M> the model at the root of the query, which is another one when these are the fields of a relation
 */
public abstract class ModelFields<M> {
    /** The model that has the fields. */
    protected final ModelType<?> type;
    /** The way from the root of the query to these fields. */
    protected final Path path;

    /** For generated code. */
    protected ModelFields(ModelType<?> type, Path path) {
        this.type = type;
        this.path = path;
    }

    /** The number of rows, in aggregates and groups. */
    public final Aggregate<M, Long> count() {
        return new Aggregate<>(AggregateField.COUNT_ALL, null);
    }

    /** Whether the related row, at the end of the path, meets a condition. */
    static <M> Condition<M> related(
            ModelFields<M> at, dev.prisma4j.engine.query.Condition.Quantifier quantifier,
            dev.prisma4j.engine.query.@Nullable Condition where) {
        Path parent = java.util.Objects.requireNonNull(at.path.parent(), "a relation has a parent");
        return Condition.of(parent.fromRoot(new dev.prisma4j.engine.query.Condition.Related(
                java.util.Objects.requireNonNull(at.path.relation()), quantifier, where)));
    }

    /** For what generated relation fields do with a condition on the related model. */
    @SuppressWarnings("unchecked")
    static <F, N> dev.prisma4j.engine.query.Condition conditionOf(
            ModelType<?> type, Function<? super F, Condition<N>> where) {
        return where.apply((F) type.fields(Path.ROOT)).engine();
    }
}
