package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.Formula.Function;
import dev.prisma4j.engine.query.Formula.Operator;
import dev.prisma4j.schema.model.ScalarType;

/**
 * An Int or BigInt, or something computed that is one. Values given must fit its type.
 *
 * @param <M> the model at the root of the query
 * @param <N> the type of the value
 */
public sealed interface WholeExpression<M, N extends Number> extends Expression<M, N>
        permits IntField, LongField, WholeValue {
    /** Plus a value. */
    default WholeValue<M, N> plus(long value) {
        return new WholeValue<>(path(), Formulas.arithmetic(this, Operator.PLUS, value));
    }

    /** Plus another value of the same row. */
    default WholeValue<M, N> plus(Expression<M, N> other) {
        return new WholeValue<>(path(), Formulas.arithmetic(this, Operator.PLUS, other));
    }

    /** Minus a value. */
    default WholeValue<M, N> minus(long value) {
        return new WholeValue<>(path(), Formulas.arithmetic(this, Operator.MINUS, value));
    }

    /** Minus another value of the same row. */
    default WholeValue<M, N> minus(Expression<M, N> other) {
        return new WholeValue<>(path(), Formulas.arithmetic(this, Operator.MINUS, other));
    }

    /** Times a value. */
    default WholeValue<M, N> times(long value) {
        return new WholeValue<>(path(), Formulas.arithmetic(this, Operator.TIMES, value));
    }

    /** Times another value of the same row. */
    default WholeValue<M, N> times(Expression<M, N> other) {
        return new WholeValue<>(path(), Formulas.arithmetic(this, Operator.TIMES, other));
    }

    /** The other sign. */
    default WholeValue<M, N> negated() {
        return new WholeValue<>(
                path(),
                Formulas.arithmetic(new WholeValue<>(path(), Formulas.constant(this, 0L)), Operator.MINUS, this));
    }

    /** Without its sign. */
    default WholeValue<M, N> abs() {
        return new WholeValue<>(path(), Formulas.call(Function.ABS, this));
    }

    /** A value instead, where it is missing. */
    default WholeValue<M, N> coalesce(long value) {
        return new WholeValue<>(path(), Formulas.call(Function.COALESCE, this, value));
    }

    /** Another value of the same row instead, where it is missing. */
    default WholeValue<M, N> coalesce(Expression<M, N> other) {
        return new WholeValue<>(path(), Formulas.call(Function.COALESCE, this, other));
    }

    /** Divided by a value, with a fraction; missing where that is zero. */
    default DoubleValue<M> dividedBy(long value) {
        return toDouble().dividedBy(value);
    }

    /** Divided by another value of the same row, with a fraction; missing where that is zero. */
    default DoubleValue<M> dividedBy(WholeExpression<M, N> other) {
        return toDouble().dividedBy(other.toDouble());
    }

    /** The rest of a division; missing where the divisor is zero. */
    default WholeValue<M, N> modulo(long value) {
        return new WholeValue<>(path(), Formulas.arithmetic(this, Operator.MODULO, value));
    }

    /** As a Float. */
    default DoubleValue<M> toDouble() {
        return new DoubleValue<>(path(), Formulas.call(Function.TO_DOUBLE, ScalarType.FLOAT, this));
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
