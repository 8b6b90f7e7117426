package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on a Float that may be missing. */
public final class OptionalDoubleChange extends DoubleChange {
    /** For generated code. */
    public OptionalDoubleChange() {}

    /** No value. */
    public OptionalDoubleChange setNull() {
        is(Operation.SET, null);
        return this;
    }
}
