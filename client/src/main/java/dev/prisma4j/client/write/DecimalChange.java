package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;
import java.math.BigDecimal;

/** An operation on a Decimal, done by the database so that nothing that others change meanwhile is lost. */
public sealed class DecimalChange extends FieldChange permits OptionalDecimalChange {
    /** For generated code. */
    public DecimalChange() {}

    /** A new value. */
    public final DecimalChange set(BigDecimal value) {
        is(Operation.SET, value);
        return this;
    }

    /** Plus the value. */
    public final DecimalChange increment(BigDecimal value) {
        is(Operation.INCREMENT, value);
        return this;
    }

    /** Minus the value. */
    public final DecimalChange decrement(BigDecimal value) {
        is(Operation.DECREMENT, value);
        return this;
    }

    /** Times the value. */
    public final DecimalChange multiply(BigDecimal value) {
        is(Operation.MULTIPLY, value);
        return this;
    }

    /** Divided by the value. */
    public final DecimalChange divide(BigDecimal value) {
        is(Operation.DIVIDE, value);
        return this;
    }
}
