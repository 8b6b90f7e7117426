package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.Condition.And;
import dev.prisma4j.engine.query.Condition.Not;
import dev.prisma4j.engine.query.Condition.Or;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a model must meet. Made from fields, as in {@code u.age().gt(25)}, and combined here.
 *
 * @param <M> the model
 */
public final class Condition<M> {
    private final dev.prisma4j.engine.query.Condition engine;

    private Condition(dev.prisma4j.engine.query.Condition engine) {
        this.engine = engine;
    }

    /** Wraps a condition of the engine. For the library, not for users. */
    public static <M> Condition<M> of(dev.prisma4j.engine.query.Condition engine) {
        return new Condition<>(engine);
    }

    /** Every row meets it. */
    public static <M> Condition<M> all() {
        return new Condition<>(dev.prisma4j.engine.query.Condition.all());
    }

    /** No row meets it. */
    public static <M> Condition<M> none() {
        return new Condition<>(dev.prisma4j.engine.query.Condition.none());
    }

    /** All must hold; none given means every row. */
    public static <M> Condition<M> and(Collection<Condition<M>> conditions) {
        return new Condition<>(new And(engines(conditions)));
    }

    /** One must hold; none given means no row. */
    public static <M> Condition<M> or(Collection<Condition<M>> conditions) {
        return new Condition<>(new Or(engines(conditions)));
    }

    /** Must not hold. Rows for which it is unknown, because a field is missing, do not meet it either. */
    public static <M> Condition<M> not(Condition<M> condition) {
        return condition.not();
    }

    /** This and the other must hold. */
    public Condition<M> and(Condition<M> other) {
        return new Condition<>(
                engine instanceof And all
                        ? new And(appended(all.conditions(), other.engine))
                        : dev.prisma4j.engine.query.Condition.and(engine, other.engine));
    }

    /** This or the other must hold. Applies to everything to its left: {@code a.and(b).or(c)} is {@code (a and b) or c}. */
    public Condition<M> or(Condition<M> other) {
        return new Condition<>(
                engine instanceof Or any
                        ? new Or(appended(any.conditions(), other.engine))
                        : dev.prisma4j.engine.query.Condition.or(engine, other.engine));
    }

    /** This must not hold. Rows for which it is unknown, because a field is missing, do not meet it either. */
    public Condition<M> not() {
        return new Condition<>(new Not(engine));
    }

    /** The condition as the engine takes it. For the library, not for users. */
    public dev.prisma4j.engine.query.Condition engine() {
        return engine;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition<?> condition && condition.engine.equals(engine);
    }

    @Override
    public int hashCode() {
        return engine.hashCode();
    }

    @Override
    public String toString() {
        return engine.toString();
    }

    private static <M> List<dev.prisma4j.engine.query.Condition> engines(Collection<Condition<M>> conditions) {
        return conditions.stream().map(Condition::engine).toList();
    }

    private static List<dev.prisma4j.engine.query.Condition> appended(
            List<dev.prisma4j.engine.query.Condition> conditions, dev.prisma4j.engine.query.Condition last) {
        List<dev.prisma4j.engine.query.Condition> result = new ArrayList<>(conditions);
        result.add(last);
        return result;
    }
}
