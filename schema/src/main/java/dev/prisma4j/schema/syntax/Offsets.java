package dev.prisma4j.schema.syntax;

import java.util.Arrays;
import java.util.BitSet;

/** A list of offsets without boxing, to be used again and again. */
final class Offsets {

    private int[] offsets = new int[64];
    private int count;

    void clear() {
        count = 0;
    }

    void add(int offset) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = offset;
    }

    void addTo(BitSet set) {
        for (int i = 0; i < count; i++) {
            set.set(offsets[i]);
        }
    }
}
