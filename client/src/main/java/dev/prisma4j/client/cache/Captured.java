// Turns a read into one whose answer can be kept, and what was kept into the answer.
package dev.prisma4j.client.cache;

import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one dispatch over the reads that can be kept. */
final class Captured {
    private Captured() {}

    /** Runs a read and gives its rows as they are: none or one where it gives at most one. */
    static List<CapturedRow> load(Query<?> query, Function<Query<?>, @Nullable Object> database) {
        Object answer = database.apply(capturing(query));
        if (answer instanceof Long number) {
            return List.of(new CapturedRow(List.of(number), List.of(), List.of(), List.of()));
        } else if (answer instanceof List<?> rows) {
            List<CapturedRow> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add((CapturedRow) row));
            return all;
        }
        return answer == null ? List.of() : List.of((CapturedRow) answer);
    }

    private static Query<?> capturing(Query<?> query) {
        if (query instanceof FindUnique<?> find) {
            return new FindUnique<>(find.model(), find.where(), capturing(find.selection()), find.options());
        } else if (query instanceof FindFirst<?> find) {
            return new FindFirst<>(find.model(), find.arguments(), capturing(find.selection()), find.options());
        } else if (query instanceof FindMany<?> find) {
            return new FindMany<>(find.model(), find.arguments(), capturing(find.selection()), find.options());
        } else if (query instanceof Aggregate<?> aggregate) {
            return new Aggregate<>(
                    aggregate.model(),
                    aggregate.arguments(),
                    aggregate.aggregates(),
                    CapturedRow.capturing(aggregate.aggregates().size()));
        } else if (query instanceof GroupBy<?> group) {
            return new GroupBy<>(
                    group.model(),
                    group.where(),
                    group.by(),
                    group.aggregates(),
                    group.having(),
                    group.orderBy(),
                    group.take(),
                    group.skip(),
                    CapturedRow.capturing(group.by().size() + group.aggregates().size()));
        } else if (query instanceof Count) {
            return query;
        }
        throw new IllegalArgumentException("The answer of " + query.operation() + " cannot be kept.");
    }

    private static Selection<CapturedRow> capturing(Selection<?> selection) {
        return CapturedRow.capturing(selection);
    }

    /** What the read gives, made of rows that were kept. */
    static @Nullable Object answer(Query<?> query, List<CapturedRow> rows) {
        if (query instanceof FindUnique<?> find) {
            return rows.isEmpty() ? null : rows.get(0).read(find.selection());
        } else if (query instanceof FindFirst<?> find) {
            return rows.isEmpty() ? null : rows.get(0).read(find.selection());
        } else if (query instanceof FindMany<?> find) {
            return all(rows, row -> row.read(find.selection()));
        } else if (query instanceof Aggregate<?> aggregate) {
            return rows.get(0).readValues(aggregate.reader());
        } else if (query instanceof GroupBy<?> group) {
            return all(rows, row -> row.readValues(group.reader()));
        }
        return rows.get(0).values().get(0);
    }

    private static List<@Nullable Object> all(List<CapturedRow> rows, Function<CapturedRow, @Nullable Object> reader) {
        List<@Nullable Object> objects = new ArrayList<>(rows.size());
        rows.forEach(row -> objects.add(reader.apply(row)));
        return objects;
    }
}
