package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on an Int, done by the database so that nothing that others change meanwhile is lost. */
public final class IntChange extends FieldChange {
    /** For generated code. */
    public IntChange() {}

    /** A new value. */
    public IntChange set(int value) {
        is(Operation.SET, value);
        return this;
    }

    /** No value. The database refuses it where the field is required. */
    public IntChange setNull() {
        is(Operation.SET, null);
        return this;
    }

    /** Plus the value. */
    public IntChange increment(int value) {
        is(Operation.INCREMENT, value);
        return this;
    }

    /** Minus the value. */
    public IntChange decrement(int value) {
        is(Operation.DECREMENT, value);
        return this;
    }

    /** Times the value. */
    public IntChange multiply(int value) {
        is(Operation.MULTIPLY, value);
        return this;
    }

    /** Divided by the value. */
    public IntChange divide(int value) {
        is(Operation.DIVIDE, value);
        return this;
    }
}
