package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on a Float, done by the database so that nothing that others change meanwhile is lost. */
public sealed class DoubleChange extends FieldChange permits OptionalDoubleChange {
    /** For generated code. */
    public DoubleChange() {}

    /** A new value. */
    public final DoubleChange set(double value) {
        is(Operation.SET, value);
        return this;
    }

    /** Plus the value. */
    public final DoubleChange increment(double value) {
        is(Operation.INCREMENT, value);
        return this;
    }

    /** Minus the value. */
    public final DoubleChange decrement(double value) {
        is(Operation.DECREMENT, value);
        return this;
    }

    /** Times the value. */
    public final DoubleChange multiply(double value) {
        is(Operation.MULTIPLY, value);
        return this;
    }

    /** Divided by the value. */
    public final DoubleChange divide(double value) {
        is(Operation.DIVIDE, value);
        return this;
    }
}
