package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on an Int, done by the database so that nothing that others change meanwhile is lost. */
public sealed class IntChange extends FieldChange permits OptionalIntChange {
    /** For generated code. */
    public IntChange() {}

    /** A new value. */
    public final IntChange set(int value) {
        is(Operation.SET, value);
        return this;
    }

    /** Plus the value. */
    public final IntChange increment(int value) {
        is(Operation.INCREMENT, value);
        return this;
    }

    /** Minus the value. */
    public final IntChange decrement(int value) {
        is(Operation.DECREMENT, value);
        return this;
    }

    /** Times the value. */
    public final IntChange multiply(int value) {
        is(Operation.MULTIPLY, value);
        return this;
    }

    /** Divided by the value. */
    public final IntChange divide(int value) {
        is(Operation.DIVIDE, value);
        return this;
    }
}
