package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on an Int that may be missing. */
public final class OptionalIntChange extends IntChange {
    /** For generated code. */
    public OptionalIntChange() {}

    /** No value. */
    public OptionalIntChange setNull() {
        is(Operation.SET, null);
        return this;
    }
}
