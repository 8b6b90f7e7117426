package dev.prisma4j.engine.read;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.plan.AggregatePlan;
import dev.prisma4j.engine.plan.Column;
import dev.prisma4j.engine.plan.Planned;
import dev.prisma4j.engine.plan.Plans;
import dev.prisma4j.engine.plan.ReadPlan;
import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs queries that read, on one connection: plans them and reads their rows. */
public final class Reads {
    private static final RowReader<Long> NUMBER = row -> row.getLong(0);
    private static final @Nullable Object[][] NOTHING_RELATED = {};

    private final ReadRunner runner;
    private final Plans plans;

    public Reads(Lease lease, Plans plans) {
        this.runner = new ReadRunner(lease);
        this.plans = plans;
    }

    /** Runs a query that reads; the one dispatch over these. */
    @SuppressWarnings({"unchecked", "NullAway"}) // R is nullable where the result is
    public <R extends @Nullable Object> R execute(Query<R> query) {
        if (query instanceof FindUnique<?> find) {
            return (R) unique(find);
        } else if (query instanceof FindMany<?> find) {
            return (R) many(find);
        } else if (query instanceof FindUniqueAll<?> find) {
            return (R) new RowsByKey<>(this, plans, find).find();
        } else if (query instanceof FindFirst<?> find) {
            check(find.arguments());
            return (R) first(find);
        } else if (query instanceof Count count) {
            check(count.arguments());
            return (R) aggregate(count, NUMBER).get(0);
        } else if (query instanceof Aggregate<?> aggregate) {
            check(aggregate.arguments());
            return (R) aggregate(aggregate, aggregate.reader()).get(0);
        } else if (query instanceof GroupBy<?> group) {
            return (R) aggregate(group, group.reader());
        }
        throw new IllegalArgumentException("not a query that reads: " + query.operation());
    }

    private static void check(ReadArguments arguments) {
        if (arguments.skip() != null && arguments.skip() < 0) {
            throw Errors.invalidQuery(
                    null, "Invalid value for skip argument: Value can only be positive, found: " + arguments.skip());
        }
    }

    /** The row of a key, read by the last statement of a transaction if one statement is all it takes. */
    public <T extends @Nullable Object> @Nullable T last(FindUnique<T> find) {
        Planned<ReadPlan> planned = plans.find(find);
        if (planned.plan().nested().isEmpty()) {
            runner.endWithNext();
        }
        return unique(find, planned);
    }

    private <T extends @Nullable Object> @Nullable T unique(FindUnique<T> find) {
        return unique(find, plans.find(find));
    }

    private <T extends @Nullable Object> @Nullable T unique(FindUnique<T> find, Planned<ReadPlan> planned) {
        try {
            return runner.first(planned.plan(), find.selection(), planned.values());
        } catch (GatheredRows.Incomplete e) {
            return unique(new FindUnique<>(find.model(), find.where(), find.selection(), separate(find.options())));
        }
    }

    private <T extends @Nullable Object> @Nullable T first(FindFirst<T> find) {
        Planned<ReadPlan> planned = plans.find(find);
        try {
            return runner.first(planned.plan(), find.selection(), planned.values());
        } catch (GatheredRows.Incomplete e) {
            return first(new FindFirst<>(find.model(), find.arguments(), find.selection(), separate(find.options())));
        }
    }

    private <T extends @Nullable Object> List<T> many(FindMany<T> find) {
        check(find.arguments());
        Planned<ReadPlan> planned = plans.find(find);
        try {
            return runner.list(planned.plan(), find.selection(), planned.values());
        } catch (GatheredRows.Incomplete e) {
            return many(new FindMany<>(find.model(), find.arguments(), find.selection(), separate(find.options())));
        }
    }

    /** A statement per relation: what one statement would have gathered was too large for the server. */
    private static ReadOptions separate(ReadOptions options) {
        return new ReadOptions(LoadStrategy.QUERY, options.lock());
    }

    /**
     * The objects of rows that are known already, with what is related to them.
     *
     * @param planned how the rows would be read
     * @param rows with the columns of that plan
     */
    public <T extends @Nullable Object> List<T> related(
            Planned<ReadPlan> planned, Selection<T> selection, List<@Nullable Object[]> rows) {
        return runner.objects(planned.plan(), selection, rows, planned.values());
    }

    /**
     * The objects of rows that are known already, and of what is related to them.
     *
     * @param plan how the rows would be read
     * @param rows with the columns of that plan
     * @param related for each nested read and each row, the related object or the list of them
     */
    public static <T extends @Nullable Object> List<T> assembled(
            ReadPlan plan, Selection<T> selection, List<@Nullable Object[]> rows, @Nullable Object[][] related) {
        return ReadRunner.assembled(plan, selection, rows, related);
    }

    /**
     * The objects of rows that are known already.
     *
     * @param rows with the fields of the selection, which has nothing else
     */
    public static <T extends @Nullable Object> List<T> objects(
            Dialect dialect, Selection<T> selection, List<@Nullable Object[]> rows) {
        List<ScalarField> fields = selection.scalars();
        BufferedRow row = new BufferedRow(
                i -> Column.of(fields.get(i), dialect.codec(fields.get(i))), fields.size(), NOTHING_RELATED);
        List<T> objects = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            row.moveTo(i, rows.get(i));
            objects.add(selection.reader().read(row));
        }
        return objects;
    }

    private <T extends @Nullable Object> List<T> aggregate(Query<?> query, RowReader<? extends T> reader) {
        Planned<AggregatePlan> planned = plans.aggregate(query);
        return runner.aggregate(planned.plan(), reader, planned.values());
    }
}
