package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.Condition.Quantifier;
import dev.prisma4j.engine.query.Condition.Related;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.RelationField;
import java.util.Objects;
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

    /** The condition of a relation as a whole, which generated code makes of the fields behind it. */
    static <M, N, F> Condition<M> related(
            ToOne<M, N, F> relation, Quantifier quantifier, @Nullable Function<F, Condition<N>> where) {
        ModelFields<?> fields = (ModelFields<?>) relation;
        return Condition.of(fields.parent()
                .fromRoot(new Related(
                        fields.relation(), quantifier, where == null ? null : conditionOf(fields.type, where))));
    }

    /** The reader of a relation's row as the model's record. */
    @SuppressWarnings("unchecked")
    static <N> RowReader<N> readRelated(ToOne<?, N, ?> relation, SelectionBuilder builder) {
        ModelFields<?> fields = (ModelFields<?>) relation;
        return (RowReader<N>) (RowReader<?>)
                builder.related(fields.parent(), fields.relation(), ReadArguments.ALL, fields.type.all());
    }

    @SuppressWarnings("unchecked")
    static <F, N> dev.prisma4j.engine.query.Condition conditionOf(
            ModelType<?> type, Function<? super F, Condition<N>> where) {
        return where.apply((F) type.fields(Path.ROOT)).engine();
    }

    private Path parent() {
        return Objects.requireNonNull(path.parent(), "the fields of a relation have a way to them");
    }

    private RelationField relation() {
        return Objects.requireNonNull(path.relation(), "the fields of a relation have a way to them");
    }
}
