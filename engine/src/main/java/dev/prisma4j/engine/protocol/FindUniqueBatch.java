package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.QueryExecutor;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers a batch of {@code findUnique} requests that differ in their key only with one query, as clients expect when
 * many of them are made at once. Order, duplicates and missing records are as if each were run by itself.
 */
final class FindUniqueBatch {
    private FindUniqueBatch() {}

    /** The answers, or null where the requests do not go together. */
    static @Nullable List<Answer> answers(List<QueryParser.Parsed> parsed, QueryExecutor executor) {
        if (parsed.size() < 2 || !(parsed.get(0).query() instanceof FindUnique<?> first)) {
            return null;
        }
        List<Object> keys = new ArrayList<>();
        for (QueryParser.Parsed one : parsed) {
            if (!(one.query() instanceof FindUnique<?> query) || !isAlike(first, query)) {
                return null;
            }
            keys.add(query.where().values().get(0));
        }
        if (keys.stream().map(FindUniqueBatch::canonical).distinct().count()
                != keys.stream().map(FindUniqueBatch::ignoringCase).distinct().count()) {
            return null;
        }
        ScalarField key = first.where().fields().get(0);
        return read(parsed, first, key, keys, executor);
    }

    private static boolean isAlike(FindUnique<?> first, FindUnique<?> other) {
        ScalarField key = other.where().fields().get(0);
        return other.model() == first.model()
                && other.where().fields().equals(first.where().fields())
                && other.where().fields().size() == 1
                && other.where().and() == null
                && other.options().equals(first.options())
                && isComparable(key)
                && isSameShape(first.selection(), other.selection());
    }

    /** Keys whose values can be matched outside the database: text may be compared by rules that only it knows. */
    private static boolean isComparable(ScalarField key) {
        return key.is(ScalarType.INT)
                || key.is(ScalarType.BIG_INT)
                || key.is(ScalarType.DECIMAL)
                || key.is(ScalarType.STRING);
    }

    private static boolean isSameShape(Selection<?> one, Selection<?> other) {
        return one.scalars().equals(other.scalars())
                && one.counts().equals(other.counts())
                && one.reads().isEmpty()
                && other.reads().isEmpty();
    }

    private record Keyed(Object key, @Nullable Object value) {}

    private static List<Answer> read(
            List<QueryParser.Parsed> parsed,
            FindUnique<?> first,
            ScalarField key,
            List<Object> keys,
            QueryExecutor executor) {
        Model model = first.model();
        Set<Object> distinct = new LinkedHashSet<>(keys);
        List<Keyed> rows;
        try {
            rows = executor.execute(new FindMany<>(
                    model,
                    ReadArguments.where(Condition.in(key, distinct)),
                    keyed(first.selection(), key),
                    first.options()));
        } catch (RuntimeException e) {
            List<Answer> failures = new ArrayList<>();
            parsed.forEach(one -> failures.add(Answer.Failure.of(e, failures.size())));
            return failures;
        }
        Map<Object, @Nullable Object> exact = new HashMap<>();
        Map<Object, @Nullable Object> loose = new HashMap<>();
        rows.forEach(row -> {
            exact.put(canonical(row.key()), row.value());
            loose.put(ignoringCase(row.key()), row.value());
        });
        boolean surprising = isSurprising(keys, exact.keySet());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            Object wanted = keys.get(i);
            Object value = exact.get(canonical(wanted));
            if (value == null) {
                value = loose.get(ignoringCase(wanted));
            }
            answers.add(
                    value == null && surprising ? single(parsed.get(i), executor, i) : answer(parsed.get(i), value, i));
        }
        return answers;
    }

    /**
     * Whether the database may take texts for equal that differ in more than letter case, as MySQL does with accents and
     * trailing blanks: what is missing must be looked for by itself then.
     */
    private static boolean isSurprising(List<Object> wanted, Set<Object> found) {
        Set<Object> folded = new HashSet<>();
        wanted.forEach(key -> folded.add(ignoringCase(key)));
        return wanted.stream().anyMatch(FindUniqueBatch::isUnusual)
                || found.stream().anyMatch(key -> isUnusual(key) || !folded.contains(ignoringCase(key)));
    }

    private static boolean isUnusual(Object key) {
        return key instanceof String text
                && (!text.equals(text.stripTrailing()) || text.chars().anyMatch(c -> c > 127));
    }

    private static Answer single(QueryParser.Parsed parsed, QueryExecutor executor, int index) {
        Object value;
        try {
            value = executor.execute(parsed.query());
        } catch (RuntimeException e) {
            return Answer.Failure.of(e, index);
        }
        return answer(parsed, value, index);
    }

    private static Selection<Keyed> keyed(Selection<?> selection, ScalarField key) {
        List<ScalarField> scalars = new ArrayList<>(selection.scalars());
        int position = scalars.size();
        scalars.add(key);
        RowReader<?> reader = selection.reader();
        return new Selection<>(
                selection.model(),
                scalars,
                selection.reads(),
                selection.counts(),
                row -> new Keyed(java.util.Objects.requireNonNull(row.getObject(position)), reader.read(row)));
    }

    private static Answer answer(QueryParser.Parsed parsed, @Nullable Object value, int index) {
        try {
            return new Answer.Data(parsed.action().text(), parsed.result().apply(value));
        } catch (RuntimeException e) {
            return Answer.Failure.of(e, index);
        }
    }

    /** One form for numbers that are equal in value. */
    private static Object canonical(Object key) {
        if (key instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return key.toString();
    }

    /** Databases that ignore letter case in keys found the row; which text it has does not matter then. */
    private static Object ignoringCase(Object key) {
        return key instanceof Number ? canonical(key) : key.toString().toLowerCase(Locale.ROOT);
    }
}
