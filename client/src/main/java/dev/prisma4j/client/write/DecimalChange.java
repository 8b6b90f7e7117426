package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;
import java.math.BigDecimal;

/** An operation on a Decimal, done by the database so that nothing that others change meanwhile is lost. */
public final class DecimalChange extends FieldChange {
    /** For generated code. */
    public DecimalChange() {}

    /** A new value. */
    public DecimalChange set(BigDecimal value) {
        is(Operation.SET, value);
        return this;
    }

    /** No value. The database refuses it where the field is required. */
    public DecimalChange setNull() {
        is(Operation.SET, null);
        return this;
    }

    /** Plus the value. */
    public DecimalChange increment(BigDecimal value) {
        is(Operation.INCREMENT, value);
        return this;
    }

    /** Minus the value. */
    public DecimalChange decrement(BigDecimal value) {
        is(Operation.DECREMENT, value);
        return this;
    }

    /** Times the value. */
    public DecimalChange multiply(BigDecimal value) {
        is(Operation.MULTIPLY, value);
        return this;
    }

    /** Divided by the value. */
    public DecimalChange divide(BigDecimal value) {
        is(Operation.DIVIDE, value);
        return this;
    }
}
