package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on a BigInt that may be missing. */
public final class OptionalLongChange extends LongChange {
    /** For generated code. */
    public OptionalLongChange() {}

    /** No value. */
    public OptionalLongChange setNull() {
        is(Operation.SET, null);
        return this;
    }
}
