package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on a Float, done by the database so that nothing that others change meanwhile is lost. */
public final class DoubleChange extends FieldChange {
    /** For generated code. */
    public DoubleChange() {}

    /** A new value. */
    public DoubleChange set(double value) {
        is(Operation.SET, value);
        return this;
    }

    /** No value. The database refuses it where the field is required. */
    public DoubleChange setNull() {
        is(Operation.SET, null);
        return this;
    }

    /** Plus the value. */
    public DoubleChange increment(double value) {
        is(Operation.INCREMENT, value);
        return this;
    }

    /** Minus the value. */
    public DoubleChange decrement(double value) {
        is(Operation.DECREMENT, value);
        return this;
    }

    /** Times the value. */
    public DoubleChange multiply(double value) {
        is(Operation.MULTIPLY, value);
        return this;
    }

    /** Divided by the value. */
    public DoubleChange divide(double value) {
        is(Operation.DIVIDE, value);
        return this;
    }
}
