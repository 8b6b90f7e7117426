package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on a BigInt, done by the database so that nothing that others change meanwhile is lost. */
public sealed class LongChange extends FieldChange permits OptionalLongChange {
    /** For generated code. */
    public LongChange() {}

    /** A new value. */
    public final LongChange set(long value) {
        is(Operation.SET, value);
        return this;
    }

    /** Plus the value. */
    public final LongChange increment(long value) {
        is(Operation.INCREMENT, value);
        return this;
    }

    /** Minus the value. */
    public final LongChange decrement(long value) {
        is(Operation.DECREMENT, value);
        return this;
    }

    /** Times the value. */
    public final LongChange multiply(long value) {
        is(Operation.MULTIPLY, value);
        return this;
    }

    /** Divided by the value. */
    public final LongChange divide(long value) {
        is(Operation.DIVIDE, value);
        return this;
    }
}
