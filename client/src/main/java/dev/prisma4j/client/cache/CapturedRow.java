// A row as it was read, before anybody made an object of it: what a cache keeps.
package dev.prisma4j.client.cache;

import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.Row;
import dev.prisma4j.engine.result.RowReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row, of the rows related to it, and its counts, by position. Objects are made of it anew each time it is
 * read, by the readers of whoever asks: so nobody can change what is kept, and call sites with other types can share it.
 *
 * @param values the scalars
 * @param related per nested read a row, null, or a list of rows
 * @param counts the relation counts
 * @param computed what the database computed
 */
record CapturedRow(
        List<@Nullable Object> values,
        List<@Nullable Object> related,
        List<Long> counts,
        List<@Nullable Object> computed) {

    /** A selection of the same columns and related rows that keeps rows as they are. */
    static Selection<CapturedRow> capturing(Selection<?> selection) {
        List<NestedRead<?>> reads = new ArrayList<>();
        for (NestedRead<?> read : selection.reads()) {
            reads.add(new NestedRead<>(read.relation(), read.arguments(), capturing(read.selection())));
        }
        int scalars = selection.scalars().size();
        int counts = selection.counts().size();
        List<NestedRead<?>> nested = List.copyOf(reads);
        int computed = selection.computed().size();
        return new Selection<>(
                selection.model(),
                selection.scalars(),
                nested,
                selection.counts(),
                selection.computed(),
                row -> of(row, scalars, nested, counts, computed));
    }

    /** Keeps the first values of a row that has nothing else, as aggregates and groups do. */
    static RowReader<CapturedRow> capturing(int columns) {
        return row -> of(row, columns, List.of(), 0, 0);
    }

    private static CapturedRow of(Row row, int scalars, List<NestedRead<?>> reads, int counts, int computed) {
        List<@Nullable Object> values = new ArrayList<>(scalars);
        for (int i = 0; i < scalars; i++) {
            values.add(row.getObject(i));
        }
        List<@Nullable Object> related = new ArrayList<>(reads.size());
        for (int i = 0; i < reads.size(); i++) {
            if (reads.get(i).relation().isList()) {
                related.add(row.<CapturedRow>many(i));
            } else {
                related.add(row.<CapturedRow>one(i));
            }
        }
        List<Long> numbers = new ArrayList<>(counts);
        for (int i = 0; i < counts; i++) {
            numbers.add(row.count(i));
        }
        List<@Nullable Object> results = new ArrayList<>(computed);
        for (int i = 0; i < computed; i++) {
            results.add(row.computed(counts + i));
        }
        return new CapturedRow(values, related, numbers, results);
    }

    /** What the reader of that selection makes of it. */
    <T extends @Nullable Object> T read(Selection<T> selection) {
        List<@Nullable Object> objects = new ArrayList<>(related.size());
        for (int i = 0; i < related.size(); i++) {
            Selection<?> nested = selection.reads().get(i).selection();
            Object kept = related.get(i);
            if (kept instanceof CapturedRow row) {
                objects.add(row.<@Nullable Object>readAs(nested));
            } else if (kept instanceof List<?> rows) {
                objects.add(Collections.unmodifiableList(all(rows, nested)));
            } else {
                objects.add(null);
            }
        }
        return selection.reader().read(new ReplayedRow(values, objects, counts, computed));
    }

    private static List<@Nullable Object> all(List<?> rows, Selection<?> selection) {
        List<@Nullable Object> objects = new ArrayList<>(rows.size());
        for (Object row : rows) {
            objects.add(((CapturedRow) row).<@Nullable Object>readAs(selection));
        }
        return objects;
    }

    @SuppressWarnings("unchecked")
    private <T extends @Nullable Object> T readAs(Selection<?> selection) {
        return read((Selection<T>) selection);
    }

    /** What a reader of values only makes of it. */
    <T extends @Nullable Object> T readValues(RowReader<T> reader) {
        return reader.read(new ReplayedRow(values, List.of(), List.of(), List.of()));
    }
}
