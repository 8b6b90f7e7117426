package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.Formula.Function;
import dev.prisma4j.engine.query.Formula.Operator;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;

/**
 * A Decimal, or something computed that is one.
 *
 * @param <M> the model at the root of the query
 */
public sealed interface DecimalExpression<M> extends Expression<M, BigDecimal> permits DecimalField, DecimalValue {
    /** Plus a value. */
    default DecimalValue<M> plus(BigDecimal value) {
        return new DecimalValue<>(path(), Formulas.arithmetic(this, Operator.PLUS, value));
    }

    /** Plus another value of the same row. */
    default DecimalValue<M> plus(Expression<M, BigDecimal> other) {
        return new DecimalValue<>(path(), Formulas.arithmetic(this, Operator.PLUS, other));
    }

    /** Minus a value. */
    default DecimalValue<M> minus(BigDecimal value) {
        return new DecimalValue<>(path(), Formulas.arithmetic(this, Operator.MINUS, value));
    }

    /** Minus another value of the same row. */
    default DecimalValue<M> minus(Expression<M, BigDecimal> other) {
        return new DecimalValue<>(path(), Formulas.arithmetic(this, Operator.MINUS, other));
    }

    /** Times a value. */
    default DecimalValue<M> times(BigDecimal value) {
        return new DecimalValue<>(path(), Formulas.arithmetic(this, Operator.TIMES, value));
    }

    /** Times another value of the same row. */
    default DecimalValue<M> times(Expression<M, BigDecimal> other) {
        return new DecimalValue<>(path(), Formulas.arithmetic(this, Operator.TIMES, other));
    }

    /** The other sign. */
    default DecimalValue<M> negated() {
        return new DecimalValue<>(
                path(),
                Formulas.arithmetic(
                        new DecimalValue<>(path(), Formulas.constant(this, BigDecimal.ZERO)), Operator.MINUS, this));
    }

    /** Without its sign. */
    default DecimalValue<M> abs() {
        return new DecimalValue<>(path(), Formulas.call(Function.ABS, this));
    }

    /** A value instead, where it is missing. */
    default DecimalValue<M> coalesce(BigDecimal value) {
        return new DecimalValue<>(path(), Formulas.call(Function.COALESCE, this, value));
    }

    /** Another value of the same row instead, where it is missing. */
    default DecimalValue<M> coalesce(Expression<M, BigDecimal> other) {
        return new DecimalValue<>(path(), Formulas.call(Function.COALESCE, this, other));
    }

    /** As a number that a division leaves its fraction. */
    private DecimalValue<M> divided() {
        return new DecimalValue<>(path(), Formulas.call(Function.TO_DECIMAL, this));
    }

    /** Divided by a value; missing where that is zero. */
    default DecimalValue<M> dividedBy(BigDecimal value) {
        return new DecimalValue<>(path(), Formulas.arithmetic(divided(), Operator.DIVIDED_BY, value));
    }

    /** Divided by another value of the same row; missing where that is zero. */
    default DecimalValue<M> dividedBy(Expression<M, BigDecimal> other) {
        return new DecimalValue<>(path(), Formulas.arithmetic(divided(), Operator.DIVIDED_BY, other));
    }

    /** The nearest whole number. */
    default DecimalValue<M> round() {
        return new DecimalValue<>(path(), Formulas.call(Function.ROUND, this));
    }

    /** The next whole number below. */
    default DecimalValue<M> floor() {
        return new DecimalValue<>(path(), Formulas.call(Function.FLOOR, this));
    }

    /** The next whole number above. */
    default DecimalValue<M> ceiling() {
        return new DecimalValue<>(path(), Formulas.call(Function.CEILING, this));
    }

    /** As a Float. */
    default DoubleValue<M> toDouble() {
        return new DoubleValue<>(path(), Formulas.call(Function.TO_DOUBLE, ScalarType.FLOAT, this));
    }

    /** As the database writes it. */
    default TextValue<M> asText() {
        return new TextValue<>(path(), Formulas.call(Function.TO_TEXT, ScalarType.STRING, this));
    }
}
