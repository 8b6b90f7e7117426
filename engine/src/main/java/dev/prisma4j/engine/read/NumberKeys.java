// Finds the related objects of parents whose keys are whole numbers.
package dev.prisma4j.engine.read;

import org.jspecify.annotations.Nullable;

/** Places by whole numbers, as most keys are, without an object for each key: a table with open addressing. */
final class NumberKeys {
    /** Spreads numbers that follow each other over the table. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] keys;
    private final @Nullable RelatedList[] lists;
    private final int shift;

    /** @param most how many keys there can be */
    NumberKeys(int most) {
        int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(most) + 1);
        keys = new long[1 << bits];
        lists = new @Nullable RelatedList[1 << bits];
        shift = Long.SIZE - bits;
    }

    private int place(long key) {
        int place = (int) (key * SPREAD >>> shift);
        while (lists[place] != null && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }

    @Nullable
    RelatedList get(long key) {
        return lists[place(key)];
    }

    void put(long key, RelatedList list) {
        int place = place(key);
        keys[place] = key;
        lists[place] = list;
    }
}
