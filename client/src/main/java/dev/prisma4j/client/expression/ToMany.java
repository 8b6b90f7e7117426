package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.query.Condition.Quantifier;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.RelationField;
import java.util.List;
import java.util.function.Function;

/**
 * A list relation. Selected, it is the list of the related rows' records.
 *
 * @param <M> the model at the root of the query
 * @param <N> the related model
 * @param <F> the related model's fields
 */
public final class ToMany<M, N, F> implements Selection<M, List<N>> {
    private final Path path;
    private final RelationField relation;
    private final ModelType<N> related;

    /** For generated code: a relation by its position among those of the model that has it. */
    public ToMany(ModelFields<M> fields, int relation, ModelType<N> related) {
        this.path = fields.path;
        this.relation = fields.type.relation(relation);
        this.related = related;
    }

    /** At least one related row meets the condition. */
    public Condition<M> some(Function<F, Condition<N>> where) {
        return quantified(Quantifier.SOME, where);
    }

    /** All related rows meet the condition, also when there are none. */
    public Condition<M> every(Function<F, Condition<N>> where) {
        return quantified(Quantifier.EVERY, where);
    }

    /** No related row meets the condition. */
    public Condition<M> none(Function<F, Condition<N>> where) {
        return quantified(Quantifier.NONE, where);
    }

    /** There is at least one related row. */
    public Condition<M> isNotEmpty() {
        return quantified(Quantifier.SOME, fields -> Condition.all());
    }

    /** There is no related row. */
    public Condition<M> isEmpty() {
        return quantified(Quantifier.NONE, fields -> Condition.all());
    }

    /** The number of related rows. */
    public RelatedCount<M> count() {
        return new RelatedCount<>(path, new RelationCount(relation, null));
    }

    /** The number of related rows that meet a condition. */
    public RelatedCount<M> count(Function<F, Condition<N>> where) {
        return new RelatedCount<>(path, new RelationCount(relation, ModelFields.conditionOf(related, where)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public RowReader<List<N>> readWith(SelectionBuilder builder) {
        return (RowReader<List<N>>) (RowReader<?>) builder.related(path, relation, ReadArguments.ALL, related.all());
    }

    private Condition<M> quantified(Quantifier quantifier, Function<F, Condition<N>> where) {
        return Condition.of(path.fromRoot(new dev.prisma4j.engine.query.Condition.Related(
                relation, quantifier, ModelFields.conditionOf(related, where))));
    }
}
