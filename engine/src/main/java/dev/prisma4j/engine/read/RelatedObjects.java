// Finds the objects that belong to rows by a key, with one statement per relation.
package dev.prisma4j.engine.read;

import dev.prisma4j.engine.plan.ReadPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Related objects under way to their parents. Parents with the same key share what was found, so each related row is
 * looked up once, however many parents there are.
 */
final class RelatedObjects {
    private final @Nullable Found[] ofParents;
    private final Map<Object, Found> byKey;
    private final List<Object> keys = new ArrayList<>();
    private final boolean toOne;
    private final boolean folds;

    /** What was found for a key. */
    private static final class Found {
        final List<Object> objects = new ArrayList<>();
    }

    /** @param folds whether keys that are texts compare without case and trailing blanks */
    RelatedObjects(ReadPlan.Nested nested, List<@Nullable Object[]> parents, boolean folds) {
        this.toOne = nested.toOne();
        this.folds = folds;
        int[] columns = nested.parentColumns();
        ofParents = new @Nullable Found[parents.size()];
        byKey = new HashMap<>(parents.size() * 2);
        for (int i = 0; i < ofParents.length; i++) {
            @Nullable Object[] parent = parents.get(i);
            Object key = Keys.of(parent, columns, folds);
            if (key == null) {
                continue;
            }
            Found found = byKey.get(key);
            if (found == null) {
                found = new Found();
                byKey.put(key, found);
                keys.add(bound(parent, columns));
            }
            ofParents[i] = found;
        }
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

    /** Puts an object to the parents with the key in some columns of a row. */
    void add(@Nullable Object[] row, int[] columns, @Nullable Object object) {
        Object key = Keys.of(row, columns, folds);
        Found found = key == null ? null : byKey.get(key);
        if (found != null && object != null) {
            found.objects.add(object);
        }
    }

    /** For a page that was read backwards: turns round what was found for every key. */
    void reverse() {
        byKey.values().forEach(found -> Collections.reverse(found.objects));
    }

    /** For each parent its object or list of objects; null where there is none. */
    @Nullable
    Object[] result() {
        @Nullable Object[] result = new Object[ofParents.length];
        for (int i = 0; i < result.length; i++) {
            Found found = ofParents[i];
            if (found != null && !found.objects.isEmpty()) {
                result[i] = toOne ? found.objects.get(0) : found.objects;
            }
        }
        return result;
    }
}
