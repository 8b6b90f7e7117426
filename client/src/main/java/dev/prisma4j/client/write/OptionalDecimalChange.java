package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;

/** An operation on a Decimal that may be missing. */
public final class OptionalDecimalChange extends DecimalChange {
    /** For generated code. */
    public OptionalDecimalChange() {}

    /** No value. */
    public OptionalDecimalChange setNull() {
        is(Operation.SET, null);
        return this;
    }
}
