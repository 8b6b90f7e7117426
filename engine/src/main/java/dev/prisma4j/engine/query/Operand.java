package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import org.jspecify.annotations.Nullable;

/** The left side of a comparison. */
public sealed interface Operand {
    /** A field of the model at hand. */
    record Column(ScalarField field) implements Operand {}

    /**
     * An aggregate over a group; only in {@code having}.
     *
     * @param function what to compute
     * @param field over which field; null only for {@link AggregateFunction#COUNT} over all rows
     */
    record Aggregated(AggregateFunction function, @Nullable ScalarField field) implements Operand {}

    /** A value computed of fields of the model at hand. */
    record Computed(Formula formula) implements Operand {}

    /**
     * How many related rows there are.
     *
     * @param relation a list relation of the model at hand
     * @param where which ones count, or null for all
     */
    record RelationCounted(RelationField relation, @Nullable Condition where) implements Operand {}
}
