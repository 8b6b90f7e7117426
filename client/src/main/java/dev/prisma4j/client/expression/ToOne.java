package dev.prisma4j.client.expression;

import java.util.function.Function;

/**
 * A to-one relation. Its fields can be used at once, as in {@code p.author().email().eq("x")}; conditions on the related
 * row as a whole are made here. Selected, it is the related row's record.
 *
 * @param <M> the model at the root of the query
 * @param <N> the related model
 * @param <F> the related model's fields
 */
public interface ToOne<M, N, F> extends Selection<M, N> {
    /** There is a related row, and it meets the condition. */
    Condition<M> is(Function<F, Condition<N>> where);

    /** There is no related row, or it does not meet the condition. */
    Condition<M> isNot(Function<F, Condition<N>> where);

    /** There is no related row. */
    Condition<M> isNull();

    /** There is a related row. */
    Condition<M> isNotNull();
}
