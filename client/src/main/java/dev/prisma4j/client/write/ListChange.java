package dev.prisma4j.client.write;

import dev.prisma4j.engine.query.FieldUpdate.Operation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * An operation on a scalar list.
 *
 * @param <E> the type of the elements
 */
public final class ListChange<E> extends FieldChange {
    /** For generated code. */
    public ListChange() {}

    /** New elements instead of the old ones. */
    public ListChange<E> set(Collection<? extends E> values) {
        is(Operation.SET, List.copyOf(values));
        return this;
    }

    /** Further elements at the end. */
    public ListChange<E> push(Collection<? extends E> values) {
        is(Operation.PUSH, List.copyOf(values));
        return this;
    }

    /** Further elements at the end. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ListChange<E> push(E... values) {
        return push(Arrays.asList(values));
    }
}
