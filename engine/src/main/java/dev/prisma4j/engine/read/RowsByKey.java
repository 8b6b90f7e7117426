package dev.prisma4j.engine.read;

import dev.prisma4j.engine.plan.Plans;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.ScalarField;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of many keys, found with one statement and told apart in memory: first by their values as they are, then as a
 * database sees them that folds letter case. What still cannot be told is read by itself.
 */
final class RowsByKey<T extends @Nullable Object> {
    private final Reads reads;
    private final Dialect dialect;
    private final FindUniqueAll<T> query;
    private final @Nullable Object[] result;

    RowsByKey(Reads reads, Plans plans, FindUniqueAll<T> query) {
        this.reads = reads;
        this.dialect = plans.dialect();
        this.query = query;
        this.result = new Object[query.keys().size()];
    }

    /** What keys must have in common to be looked for together. */
    private record Kind(List<ScalarField> fields, @Nullable Condition and) {}

    private record Found(List<Object> key, @Nullable Object object) {}

    @SuppressWarnings("unchecked")
    List<@Nullable T> find() {
        Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < result.length; i++) {
            Unique key = query.keys().get(i);
            kinds.computeIfAbsent(new Kind(key.fields(), key.and()), kind -> new ArrayList<>())
                    .add(i);
        }
        kinds.forEach(this::find);
        return (List<@Nullable T>) Arrays.asList(result);
    }

    private void find(Kind kind, List<Integer> places) {
        Map<List<Object>, List<Integer>> exact = byKey(places, false);
        boolean unusual =
                dialect.facts().foldsTextKeys() && exact.keySet().stream().anyMatch(RowsByKey::isUnusual);
        List<List<Integer>> distinct = List.copyOf(exact.values());
        int most = Math.max(1, dialect.maxListSize(dialect.codec(kind.fields.get(0)), kind.fields.size()));
        List<Found> untold = new ArrayList<>();
        for (long from = 0; from < distinct.size(); from += most) {
            int to = (int) Math.min(distinct.size(), from + most);
            for (Found row : rows(kind, distinct.subList((int) from, to))) {
                List<Integer> told = exact.remove(row.key);
                if (told == null) {
                    untold.add(row);
                } else {
                    told.forEach(place -> result[place] = row.object);
                }
            }
        }
        if (!exact.isEmpty() && (unusual || !untold.isEmpty())) {
            tell(untold, exact.values().stream().flatMap(List::stream).toList(), unusual);
        }
    }

    /** Whether the database may take it for equal to a text that another key has found: accents, trailing blanks. */
    private static boolean isUnusual(List<Object> key) {
        for (Object value : key) {
            if (value instanceof String text
                    && (!text.equals(text.stripTrailing()) || text.chars().anyMatch(c -> c > 127))) {
                return true;
            }
        }
        return false;
    }

    private void tell(List<Found> untold, List<Integer> places, boolean unusual) {
        Map<List<Object>, List<Integer>> folded = byKey(places, true);
        int left = untold.size();
        for (Found row : untold) {
            List<Integer> told = folded.remove(folded(row.key));
            if (told != null) {
                told.forEach(place -> result[place] = row.object);
                left--;
            }
        }
        if (left > 0 || unusual) {
            folded.values()
                    .forEach(same -> same.forEach(place -> result[place] = reads.execute(new FindUnique<>(
                            query.model(), query.keys().get(place), query.selection(), query.options()))));
        }
    }

    private Map<List<Object>, List<Integer>> byKey(List<Integer> places, boolean folding) {
        Map<List<Object>, List<Integer>> byKey = new LinkedHashMap<>();
        for (Integer place : places) {
            List<Object> key = normal(query.keys().get(place).values());
            byKey.computeIfAbsent(folding ? folded(key) : key, k -> new ArrayList<>())
                    .add(place);
        }
        return byKey;
    }

    private List<Found> rows(Kind kind, List<List<Integer>> keys) {
        List<ScalarField> fields = kind.fields;
        Condition which;
        if (fields.size() == 1) {
            List<Object> values = new ArrayList<>(keys.size());
            keys.forEach(places ->
                    values.add(query.keys().get(places.get(0)).values().get(0)));
            which = values.size() == 1
                    ? Condition.eq(fields.get(0), values.get(0))
                    : Condition.in(fields.get(0), values);
        } else {
            List<Object[]> rows = new ArrayList<>(keys.size());
            keys.forEach(
                    places -> rows.add(query.keys().get(places.get(0)).values().toArray()));
            which = new Condition.InRows(fields, rows);
        }
        if (kind.and != null) {
            which = Condition.and(which, kind.and);
        }
        Selection<T> selection = query.selection();
        int first = selection.scalars().size();
        List<ScalarField> scalars = new ArrayList<>(selection.scalars());
        scalars.addAll(fields);
        Selection<Found> keyed = selection.with(scalars, row -> {
            List<Object> key = new ArrayList<>(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                Object value = row.getObject(first + i);
                key.add(value == null ? Found.class : value);
            }
            return new Found(normal(key), selection.reader().read(row));
        });
        return reads.execute(new FindMany<>(query.model(), ReadArguments.where(which), keyed, query.options()));
    }

    /** Values that are equal where the database's are, whatever Java type they came in. */
    private static List<Object> normal(List<Object> values) {
        List<Object> key = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value instanceof Integer || value instanceof Long) {
                key.add(BigDecimal.valueOf(((Number) value).longValue()));
            } else if (value instanceof BigDecimal number) {
                key.add(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
            } else if (value instanceof byte[] bytes) {
                key.add(ByteBuffer.wrap(bytes));
            } else {
                key.add(value instanceof UUID uuid ? uuid.toString() : value);
            }
        }
        return key;
    }

    private static List<Object> folded(List<Object> values) {
        List<Object> key = new ArrayList<>(values.size());
        for (Object value : values) {
            key.add(value instanceof String text ? text.stripTrailing().toLowerCase(Locale.ROOT) : value);
        }
        return key;
    }
}
