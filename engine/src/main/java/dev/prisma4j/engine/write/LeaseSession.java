package dev.prisma4j.engine.write;

import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.plan.Column;
import dev.prisma4j.engine.plan.Planned;
import dev.prisma4j.engine.plan.Plans;
import dev.prisma4j.engine.plan.ReadPlan;
import dev.prisma4j.engine.plan.WritePlan;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.read.Reads;
import dev.prisma4j.engine.read.RowAccess;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A write's session on a leased connection: by itself, or within a transaction that somebody else ends. */
public final class LeaseSession implements WriteSession {
    private final Lease lease;
    private final Plans plans;

    /** @param plans for what is read in between */
    public LeaseSession(Lease lease, Plans plans) {
        this.lease = lease;
        this.plans = plans;
    }

    @Override
    public long run(WritePlan plan, @Nullable Object[] values) {
        return lease.update(plan.sql(), values, plan.model());
    }

    @Override
    public <T extends @Nullable Object> List<T> rows(
            WritePlan plan, @Nullable Object[] values, RowReader<? extends T> reader) {
        return lease.query(plan.sql(), values, plan.model(), result -> {
            List<T> objects = new ArrayList<>();
            RowAccess row = RowAccess.of(result, plan.columns(), plan.columns().length);
            while (result.next()) {
                objects.add(row.read(reader));
            }
            return objects;
        });
    }

    @Override
    public List<Long> generatedKeys(WritePlan plan, @Nullable Object[] values) {
        return lease.insert(plan.sql(), values, plan.model());
    }

    @Override
    public @Nullable Long firstNumber(WritePlan plan, @Nullable Object[] values, int count, String lastNumber) {
        return lease.insertNumbered(plan.sql(), values, plan.model(), count, lastNumber);
    }

    @Override
    public <R extends @Nullable Object> R read(Query<R> query) {
        return new Reads(lease, plans).execute(query);
    }

    @Override
    public <R extends @Nullable Object> @Nullable R readLast(FindUnique<R> query) {
        return new Reads(lease, plans).last(query);
    }

    @Override
    public void endWithNext() {
        lease.endWithNext();
    }

    @Override
    public <T extends @Nullable Object> @Nullable Returned<T> returned(FindMany<T> query) {
        if (!query.selection().counts().isEmpty()
                || !query.selection().computed().isEmpty()) {
            return null;
        }
        Planned<ReadPlan> planned = plans.find(query);
        ReadPlan plan = planned.plan();
        List<ScalarField> fields = new ArrayList<>(plan.columns().length);
        for (Column column : plan.columns()) {
            ScalarField field = column.model() == plan.model()
                    ? plan.model().scalarField(column.name()).orElse(null)
                    : null;
            if (field == null) {
                return null;
            }
            fields.add(field);
        }
        return fields.isEmpty()
                        || plan.nested().size() != query.selection().reads().size()
                ? null
                : new Returned<>(query.selection(), planned, fields);
    }

    @Override
    public <T extends @Nullable Object> List<T> related(Returned<T> returned, List<@Nullable Object[]> rows) {
        return new Reads(lease, plans).related(returned.planned(), returned.selection(), rows);
    }

    @Override
    public <T extends @Nullable Object> List<T> objects(Selection<T> selection, List<@Nullable Object[]> rows) {
        return Reads.objects(lease.dialect(), selection, rows);
    }

    @Override
    public <T extends @Nullable Object> List<T> assembled(
            Returned<T> returned, List<@Nullable Object[]> rows, @Nullable Object[][] related) {
        return Reads.assembled(returned.planned().plan(), returned.selection(), rows, related);
    }

    /**
     * A transaction that goes on after a failure must not keep half of a write, so there it gets a savepoint. PostgreSQL's
     * does not go on after what the database refuses, and for what is found missing in between two more round trips would
     * be too many.
     */
    @Override
    public <R extends @Nullable Object> R atomically(Supplier<R> work) {
        return lease.inTransaction() && lease.dialect().writes().survivesFailures()
                ? lease.inSavepoint(work)
                : lease.atomically(work);
    }
}
