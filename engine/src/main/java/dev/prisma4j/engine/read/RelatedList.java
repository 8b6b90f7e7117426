// The related objects of one parent.
package dev.prisma4j.engine.read;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The objects related to one parent, as callers get them: only this package can change the list, so it needs no wrapper
 * that keeps others from it.
 */
final class RelatedList extends AbstractList<Object> implements RandomAccess {
    private static final @Nullable Object[] NOTHING = {};

    private @Nullable Object[] objects = NOTHING;
    private int size;

    /** @param expected how many objects there may come to be, if this is the first; there is no limit */
    void append(Object object, int expected) {
        if (size == objects.length) {
            objects = size == 0 ? new @Nullable Object[expected] : Arrays.copyOf(objects, size + (size >> 1) + 1);
        }
        objects[size++] = object;
    }

    void turnRound() {
        Collections.reverse(Arrays.asList(objects).subList(0, size));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("NullAway") // what was appended is there
    public Object get(int index) {
        return objects[Objects.checkIndex(index, size)];
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(objects, size, Object[].class);
    }
}
