package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.Formula.Function;
import java.time.Instant;

/** Expressions that do not start from a field: {@code p.createdAt().lt(Functions.now())}. */
public final class Functions {
    private Functions() {}

    /** The moment, by the database's clock. */
    public static <M> Value<M, Instant> now() {
        return new Value<>(Path.ROOT, Formula.now());
    }

    /** A value of any type, or another where it is missing. */
    public static <M, T> Value<M, T> coalesce(Expression<M, T> value, T otherwise) {
        return new Value<>(value.path(), Formulas.call(Function.COALESCE, value, otherwise));
    }

    /** A value of any type, or another of the same row where it is missing. */
    public static <M, T> Value<M, T> coalesce(Expression<M, T> value, Expression<M, T> otherwise) {
        return new Value<>(value.path(), Formulas.call(Function.COALESCE, value, otherwise));
    }
}
