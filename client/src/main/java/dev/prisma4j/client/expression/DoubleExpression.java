package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.Formula.Function;
import dev.prisma4j.engine.query.Formula.Operator;
import dev.prisma4j.schema.model.ScalarType;

/**
 * A Float, or something computed that is one.
 *
 * @param <M> the model at the root of the query
 */
public sealed interface DoubleExpression<M> extends Expression<M, Double> permits DoubleField, DoubleValue {
    /** Plus a value. */
    default DoubleValue<M> plus(double value) {
        return new DoubleValue<>(path(), Formulas.arithmetic(this, Operator.PLUS, value));
    }

    /** Plus another value of the same row. */
    default DoubleValue<M> plus(Expression<M, Double> other) {
        return new DoubleValue<>(path(), Formulas.arithmetic(this, Operator.PLUS, other));
    }

    /** Minus a value. */
    default DoubleValue<M> minus(double value) {
        return new DoubleValue<>(path(), Formulas.arithmetic(this, Operator.MINUS, value));
    }

    /** Minus another value of the same row. */
    default DoubleValue<M> minus(Expression<M, Double> other) {
        return new DoubleValue<>(path(), Formulas.arithmetic(this, Operator.MINUS, other));
    }

    /** Times a value. */
    default DoubleValue<M> times(double value) {
        return new DoubleValue<>(path(), Formulas.arithmetic(this, Operator.TIMES, value));
    }

    /** Times another value of the same row. */
    default DoubleValue<M> times(Expression<M, Double> other) {
        return new DoubleValue<>(path(), Formulas.arithmetic(this, Operator.TIMES, other));
    }

    /** The other sign. */
    default DoubleValue<M> negated() {
        return new DoubleValue<>(
                path(),
                Formulas.arithmetic(new DoubleValue<>(path(), Formulas.constant(this, 0.0)), Operator.MINUS, this));
    }

    /** Without its sign. */
    default DoubleValue<M> abs() {
        return new DoubleValue<>(path(), Formulas.call(Function.ABS, this));
    }

    /** A value instead, where it is missing. */
    default DoubleValue<M> coalesce(double value) {
        return new DoubleValue<>(path(), Formulas.call(Function.COALESCE, this, value));
    }

    /** Another value of the same row instead, where it is missing. */
    default DoubleValue<M> coalesce(Expression<M, Double> other) {
        return new DoubleValue<>(path(), Formulas.call(Function.COALESCE, this, other));
    }

    /** Divided by a value; missing where that is zero. */
    default DoubleValue<M> dividedBy(double value) {
        return new DoubleValue<>(path(), Formulas.arithmetic(this, Operator.DIVIDED_BY, value));
    }

    /** Divided by another value of the same row; missing where that is zero. */
    default DoubleValue<M> dividedBy(Expression<M, Double> other) {
        return new DoubleValue<>(path(), Formulas.arithmetic(this, Operator.DIVIDED_BY, other));
    }

    /** The nearest whole number. */
    default DoubleValue<M> round() {
        return new DoubleValue<>(path(), Formulas.call(Function.ROUND, this));
    }

    /** The next whole number below. */
    default DoubleValue<M> floor() {
        return new DoubleValue<>(path(), Formulas.call(Function.FLOOR, this));
    }

    /** The next whole number above. */
    default DoubleValue<M> ceiling() {
        return new DoubleValue<>(path(), Formulas.call(Function.CEILING, this));
    }

    /** As a Decimal. */
    default DecimalValue<M> toDecimal() {
        return new DecimalValue<>(path(), Formulas.call(Function.TO_DECIMAL, ScalarType.DECIMAL, this));
    }

    /** As the database writes it. */
    default TextValue<M> asText() {
        return new TextValue<>(path(), Formulas.call(Function.TO_TEXT, ScalarType.STRING, this));
    }
}
