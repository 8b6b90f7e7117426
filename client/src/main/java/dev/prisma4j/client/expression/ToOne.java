package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.query.Condition.Quantifier;
import dev.prisma4j.engine.result.RowReader;
import java.util.function.Function;

/**
 * A to-one relation. Its fields can be used at once, as in {@code p.author().email().eq("x")}; conditions on the related
 * row as a whole are made here. Selected, it is the related row's record.
 * Implemented by generated subclasses of {@link ModelFields} only.
 *
 * @param <M> the model at the root of the query
 * @param <N> the related model
 * @param <F> the related model's fields
 */
public interface ToOne<M, N, F> extends Selection<M, N> {
    /** There is a related row, and it meets the condition. */
    default Condition<M> is(Function<F, Condition<N>> where) {
        return ModelFields.related(this, Quantifier.IS, where);
    }

    /** There is no related row, or it does not meet the condition. */
    default Condition<M> isNot(Function<F, Condition<N>> where) {
        return ModelFields.related(this, Quantifier.IS_NOT, where);
    }

    /** There is no related row. */
    default Condition<M> isNull() {
        return ModelFields.related(this, Quantifier.IS, null);
    }

    /** There is a related row. */
    default Condition<M> isNotNull() {
        return ModelFields.related(this, Quantifier.IS_NOT, null);
    }

    @Override
    default RowReader<N> readWith(SelectionBuilder builder) {
        return ModelFields.readRelated(this, builder);
    }
}
