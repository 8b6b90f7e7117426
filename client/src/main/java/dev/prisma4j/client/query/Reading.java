package dev.prisma4j.client.query;

import org.jspecify.annotations.Nullable;

/**
 * A read of a model under construction: what {@code q -> q...} builds. The two kinds are {@link Find}, whose rows still
 * are the model's records, and {@link Shaped}, whose rows were given another shape.
 *
 * @param <M> the model
 * @param <R> what a row becomes
 */
public sealed interface Reading<M, R extends @Nullable Object> permits ReadBuilder {
    /** What was built so far. For the library, not for users. */
    ReadState<M> state();
}
