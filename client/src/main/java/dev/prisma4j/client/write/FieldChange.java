package dev.prisma4j.client.write;

import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FieldUpdate.Operation;
import dev.prisma4j.schema.model.ScalarField;
import org.jspecify.annotations.Nullable;

/** One operation on a field; the last call counts. */
public abstract sealed class FieldChange permits IntChange, LongChange, DoubleChange, DecimalChange, ListChange {
    private @Nullable Operation operation;
    private @Nullable Object value;

    final void is(Operation newOperation, @Nullable Object newValue) {
        operation = newOperation;
        value = Values.toEngine(newValue);
    }

    final FieldUpdate on(ScalarField field) {
        if (operation == null) {
            throw new IllegalArgumentException("The change of " + field + " names no operation, such as increment.");
        }
        return new FieldUpdate(field, operation, value);
    }
}
