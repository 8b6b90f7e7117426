package dev.prisma4j.engine.read;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.plan.AggregatePlan;
import dev.prisma4j.engine.plan.Column;
import dev.prisma4j.engine.plan.ReadPlan;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.engine.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs plans of reads on a connection. Rows without related rows become objects while the driver's result is open; others
 * are held until the related ones are there, which takes one more statement per relation however many rows there are,
 * or none where these were gathered along.
 */
public final class ReadRunner {
    private final Lease lease;

    public ReadRunner(Lease lease) {
        this.lease = lease;
    }

    /** The next statement is the last one of a transaction. */
    void endWithNext() {
        lease.endWithNext();
    }

    /** The objects of all rows. */
    public <T extends @Nullable Object> List<T> list(ReadPlan plan, Selection<T> selection, @Nullable Object[] values) {
        if (!plan.nested().isEmpty()) {
            List<@Nullable Object[]> rows = rows(plan, values);
            return objects(plan, selection, rows, values);
        }
        RowReader<? extends T> reader = selection.reader();
        List<T> objects = lease.query(plan.sql(), values, plan.model(), result -> {
            List<T> list = new ArrayList<>();
            ResultRow row = ResultRow.of(result, plan);
            while (result.next()) {
                list.add(read(reader, row));
            }
            return list;
        });
        if (plan.reversed()) {
            Collections.reverse(objects);
        }
        return objects;
    }

    /** The object of the first row, or null. */
    @SuppressWarnings("NullAway") // the reader of the result may return null here
    public <T extends @Nullable Object> @Nullable T first(
            ReadPlan plan, Selection<T> selection, @Nullable Object[] values) {
        if (!plan.nested().isEmpty()) {
            List<@Nullable Object[]> rows = rows(plan, values);
            return rows.isEmpty()
                    ? null
                    : objects(plan, selection, rows.subList(0, 1), values).get(0);
        }
        RowReader<? extends T> reader = selection.reader();
        return lease.<@Nullable T>query(
                plan.sql(),
                values,
                plan.model(),
                result -> result.next() ? read(reader, ResultRow.of(result, plan)) : null);
    }

    /** The rows of an aggregate. */
    public <T extends @Nullable Object> List<T> aggregate(
            AggregatePlan plan, RowReader<? extends T> reader, @Nullable Object[] values) {
        List<T> objects = lease.query(plan.sql(), values, plan.model(), result -> {
            List<T> list = new ArrayList<>();
            ResultRow row = new ResultRow(result, plan.columns(), plan.columns().length);
            while (result.next()) {
                list.add(read(reader, row));
            }
            return list;
        });
        if (plan.reversed()) {
            Collections.reverse(objects);
        }
        return objects;
    }

    static <T extends @Nullable Object> T read(RowReader<? extends T> reader, ResultRow row) throws SQLException {
        try {
            return reader.read(row);
        } catch (ResultRow.ReadFailure e) {
            throw e.failure;
        }
    }

    // ---- rows with related rows

    private List<@Nullable Object[]> rows(ReadPlan plan, @Nullable Object[] values) {
        List<@Nullable Object[]> rows;
        try {
            rows = lease.query(plan.sql(), values, plan.model(), result -> read(result, plan.columns(), !plan.first()));
        } catch (PrismaException e) {
            if (e.getCause() instanceof SQLException cause && lease.dialect().isGatheringCutOff(cause)) {
                throw new GatheredRows.Incomplete(e);
            }
            throw e;
        }
        if (plan.reversed()) {
            Collections.reverse(rows);
        }
        return rows;
    }

    private static List<@Nullable Object[]> read(ResultSet result, Column[] columns, boolean all) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        while (result.next() && (all || rows.isEmpty())) {
            rows.add(read(result, columns));
        }
        return rows;
    }

    static @Nullable Object[] read(ResultSet result, Column[] columns) throws SQLException {
        @Nullable Object[] row = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            row[i] = ResultRow.read(result, columns[i], i + 1);
        }
        return row;
    }

    /** The objects of rows that were read before, with the rows related to them. */
    <T extends @Nullable Object> List<T> objects(
            ReadPlan plan, Selection<T> selection, List<@Nullable Object[]> rows, @Nullable Object[] values) {
        @Nullable Object[][] related = new Object[plan.nested().size()][];
        for (int i = 0; i < related.length; i++) {
            ReadPlan.Nested nested = plan.nested().get(i);
            NestedRead<?> read = selection.reads().get(i);
            related[i] = nested.isGathered()
                    ? gathered(nested, read.selection(), rows, values)
                    : related(nested, read, rows, values);
        }
        return assembled(plan, selection, rows, related);
    }

    /** The objects of rows, whose related objects are known. */
    static <T extends @Nullable Object> List<T> assembled(
            ReadPlan plan, Selection<T> selection, List<@Nullable Object[]> rows, @Nullable Object[][] related) {
        BufferedRow row = new BufferedRow(i -> plan.columns()[i], plan.scalars(), related);
        List<T> objects = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            row.moveTo(i, rows.get(i));
            objects.add(selection.reader().read(row));
        }
        return objects;
    }

    /** For each row, its related object or list of objects, of the rows that came with it. */
    private <T extends @Nullable Object> @Nullable Object[] gathered(
            ReadPlan.Nested nested,
            Selection<T> selection,
            List<@Nullable Object[]> parents,
            @Nullable Object[] values) {
        ReadPlan plan = nested.plan();
        List<@Nullable Object[]> all = new ArrayList<>();
        int[] ends = new int[parents.size()];
        for (int i = 0; i < ends.length; i++) {
            try {
                all.addAll(GatheredRows.of(parents.get(i)[nested.column()], plan));
            } catch (SQLException e) {
                throw lease.failed(e, plan.model());
            }
            ends[i] = all.size();
        }
        List<T> objects = objects(plan, selection, all, values);
        @Nullable Object[] result = new Object[ends.length];
        for (int i = 0, start = 0; i < ends.length; start = ends[i++]) {
            if (start == ends[i]) {
                continue;
            }
            List<@Nullable Object> mine = new ArrayList<>(objects.subList(start, ends[i]));
            if (plan.reversed()) {
                Collections.reverse(mine);
            }
            result[i] = nested.toOne() ? mine.get(0) : mine;
        }
        return result;
    }

    /** For each row, its related object or list of objects. */
    private @Nullable Object[] related(
            ReadPlan.Nested nested, NestedRead<?> read, List<@Nullable Object[]> parents, @Nullable Object[] values) {
        RelatedObjects related =
                new RelatedObjects(nested, parents, lease.dialect().facts().foldsTextKeys());
        List<Object> keys = related.keys();
        for (int from = 0; from < keys.size(); ) {
            int to = (int) Math.min(keys.size(), (long) from + nested.maxKeys());
            find(nested.plan(), read.selection(), keys.subList(from, to), values, related);
            from = to;
        }
        if (nested.plan().reversed()) {
            related.reverse();
        }
        return related.result();
    }

    /** Reads the rows related to some parents. */
    private <T extends @Nullable Object> void find(
            ReadPlan plan,
            Selection<T> selection,
            List<Object> keys,
            @Nullable Object[] values,
            RelatedObjects related) {
        boolean single = keys.size() == 1 && plan.single() != null;
        @Nullable Object[] bound = Arrays.copyOf(values, values.length);
        bound[plan.keySlot()] = single ? keys.get(0) : keys;
        SqlText sql = single && plan.single() != null ? plan.single() : plan.sql();
        if (plan.nested().isEmpty()) {
            lease.query(sql, bound, plan.model(), result -> flat(plan, selection, result, related));
            return;
        }
        List<@Nullable Object[]> rows =
                lease.query(sql, bound, plan.model(), result -> read(result, plan.columns(), true));
        List<T> objects = objects(plan, selection, rows, values);
        for (int i = 0; i < objects.size(); i++) {
            related.add(rows.get(i), plan.linkColumns(), objects.get(i));
        }
    }

    /** Related rows without related rows of their own become objects while the result is open. */
    private static <T extends @Nullable Object> boolean flat(
            ReadPlan plan, Selection<T> selection, ResultSet result, RelatedObjects related) throws SQLException {
        ResultRow row = new ResultRow(result, plan.columns(), plan.scalars());
        RowReader<? extends T> reader = selection.reader();
        int[] columns = plan.linkColumns();
        if (related.areByNumber() && columns.length == 1 && row.isNumber(columns[0])) {
            while (result.next()) {
                if (row.aheadNumber(columns[0])) {
                    related.add(row.number(), read(reader, row));
                }
            }
            return true;
        }
        @Nullable Object[] link = new Object[columns.length];
        int[] all = new int[link.length];
        Arrays.setAll(all, i -> i);
        while (result.next()) {
            for (int i = 0; i < link.length; i++) {
                link[i] = row.ahead(columns[i]);
            }
            related.add(link, all, read(reader, row));
        }
        return true;
    }
}
