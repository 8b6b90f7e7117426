package dev.prisma4j.client.query;

import org.jspecify.annotations.Nullable;

/**
 * A read whose rows were given a shape by {@code select}, {@code include}, {@code omit} or {@code map}. It can still say
 * which rows it is about, but not take another shape.
 *
 * @param <M> the model
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <R> what a row becomes
 */
public final class Shaped<M, F, U, R extends @Nullable Object> extends ReadBuilder<M, F, U, R, Shaped<M, F, U, R>> {
    Shaped(ReadState<M> state) {
        super(state);
    }
}
