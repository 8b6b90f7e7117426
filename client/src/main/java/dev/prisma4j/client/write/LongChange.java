package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on a BigInt, done by the database so that nothing that others change meanwhile is lost. */
public final class LongChange extends FieldChange {
    /** For generated code. */
    public LongChange() {}

    /** A new value. */
    public LongChange set(long value) {
        is(Operation.SET, value);
        return this;
    }

    /** No value. The database refuses it where the field is required. */
    public LongChange setNull() {
        is(Operation.SET, null);
        return this;
    }

    /** Plus the value. */
    public LongChange increment(long value) {
        is(Operation.INCREMENT, value);
        return this;
    }

    /** Minus the value. */
    public LongChange decrement(long value) {
        is(Operation.DECREMENT, value);
        return this;
    }

    /** Times the value. */
    public LongChange multiply(long value) {
        is(Operation.MULTIPLY, value);
        return this;
    }

    /** Divided by the value. */
    public LongChange divide(long value) {
        is(Operation.DIVIDE, value);
        return this;
    }
}
