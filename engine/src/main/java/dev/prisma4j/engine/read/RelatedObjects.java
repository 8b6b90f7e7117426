// Finds the objects that belong to rows by a key, with one statement per relation.
package dev.prisma4j.engine.read;

import dev.prisma4j.engine.plan.ReadPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Related objects under way to their parents. Parents with the same key share what was found, so each related row is
 * looked up once, however many parents there are; and not even that if it follows a row of the same parents, as rows do
 * that an index gives.
 */
final class RelatedObjects {
    /** As many places as Java's own lists begin with. */
    private static final int USUAL = 10;

    private final @Nullable RelatedList[] ofParents;
    private final @Nullable NumberKeys byNumber;
    private final Map<Object, RelatedList> byKey;
    private final List<Object> keys;
    private final boolean toOne;
    private final boolean folds;
    private @Nullable RelatedList last;
    private boolean grouped = true;

    /** @param folds whether keys that are texts compare without case and trailing blanks */
    RelatedObjects(ReadPlan.Nested nested, List<@Nullable Object[]> parents, boolean folds) {
        this.toOne = nested.toOne();
        this.folds = folds;
        int[] columns = nested.parentColumns();
        ofParents = new @Nullable RelatedList[parents.size()];
        keys = new ArrayList<>(parents.size());
        boolean numbers = columns.length == 1 && areNumbers(parents, columns[0]);
        byNumber = numbers ? new NumberKeys(parents.size()) : null;
        byKey = numbers ? Map.of() : new HashMap<>(parents.size() * 2);
        for (int i = 0; i < ofParents.length; i++) {
            ofParents[i] = listOf(parents.get(i), columns);
        }
    }

    private static boolean areNumbers(List<@Nullable Object[]> parents, int column) {
        for (int i = 0; i < parents.size(); i++) {
            Object key = parents.get(i)[column];
            if (key != null && !(key instanceof Integer) && !(key instanceof Long)) {
                return false;
            }
        }
        return true;
    }

    /** The list of a parent, and of others with the same key; null for one without a key. */
    private @Nullable RelatedList listOf(@Nullable Object[] parent, int[] columns) {
        Object key = byNumber == null ? Keys.of(parent, columns, folds) : parent[columns[0]];
        if (key == null) {
            return null;
        }
        RelatedList list = byNumber == null ? byKey.get(key) : byNumber.get(((Number) key).longValue());
        if (list == null) {
            list = new RelatedList();
            if (byNumber == null) {
                byKey.put(key, list);
            } else {
                byNumber.put(((Number) key).longValue(), list);
            }
            keys.add(bound(parent, columns));
        }
        return list;
    }

    /** The key as it is bound: a value, or the values of several columns. */
    private static Object bound(@Nullable Object[] row, int[] columns) {
        if (columns.length == 1) {
            Object value = row[columns[0]];
            if (value == null) {
                throw new IllegalStateException("a key is missing");
            }
            return value;
        }
        @Nullable Object[] key = new Object[columns.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = row[columns[i]];
        }
        return key;
    }

    /** The keys to look for, each once. */
    List<Object> keys() {
        return keys;
    }

    /** Whether all keys are whole numbers, for {@link #add(long, Object)}. */
    boolean areByNumber() {
        return byNumber != null;
    }

    /** Puts an object to the parents with the key in some columns of a row. */
    void add(@Nullable Object[] row, int[] columns, @Nullable Object object) {
        if (byNumber == null) {
            Object key = Keys.of(row, columns, folds);
            add(key == null ? null : byKey.get(key), object);
        } else if (row[columns[0]] instanceof Integer key) {
            add((long) key, object);
        } else if (row[columns[0]] instanceof Long key) {
            add((long) key, object);
        }
    }

    /** Puts an object to the parents whose key is the number. */
    void add(long key, @Nullable Object object) {
        if (byNumber != null) {
            add(byNumber.get(key), object);
        }
    }

    private void add(@Nullable RelatedList list, @Nullable Object object) {
        if (list == null || object == null) {
            return;
        }
        if (list != last) {
            grouped &= list.isEmpty();
        }
        list.append(object, toOne ? 1 : expected());
        last = list;
    }

    /** Where the rows of each parent come together, probably as many as the last one had. */
    private int expected() {
        return grouped && last != null ? last.size() : USUAL;
    }

    /** For a page that was read backwards: turns round what was found for every key. */
    void reverse() {
        Set<RelatedList> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (RelatedList list : ofParents) {
            if (list != null && done.add(list)) {
                list.turnRound();
            }
        }
    }

    /** For each parent its object or list of objects; null where there is none. */
    @Nullable
    Object[] result() {
        @Nullable Object[] result = new Object[ofParents.length];
        for (int i = 0; i < result.length; i++) {
            RelatedList list = ofParents[i];
            if (list != null && !list.isEmpty()) {
                result[i] = toOne ? list.get(0) : list;
            }
        }
        return result;
    }
}
