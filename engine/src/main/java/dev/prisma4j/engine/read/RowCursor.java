package dev.prisma4j.engine.read;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.jdbc.OpenRows;
import dev.prisma4j.engine.plan.ReadPlan;
import dev.prisma4j.engine.query.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a read one after the other, some hundred held at a time. A page that is read backwards has to be turned
 * round, so it is held as a whole. Where a connection can do nothing else while rows come one by one, other statements of
 * the transaction make the rest of them be held, too; and related rows that take statements of their own, all of them.
 */
public final class RowCursor<T extends @Nullable Object> implements Iterator<T>, AutoCloseable, Lease.OpenStream {
    private static final int BATCH = 500;

    private final Lease lease;
    private final @Nullable Supplier<Lease> second;
    private final ReadPlan plan;
    private final Selection<T> selection;
    private final @Nullable Object[] values;
    private final Deque<Object> ready = new ArrayDeque<>();
    private final boolean ownsTransaction;
    private @Nullable OpenRows rows;
    private @Nullable Lease related;
    private boolean closed;
    private boolean cutOff;

    private static final Object NULL = new Object();

    /**
     * @param lease the connection of the statement
     * @param second gives another connection for related rows, and says that both are to be closed; or null
     */
    public RowCursor(
            Lease lease,
            @Nullable Supplier<Lease> second,
            ReadPlan plan,
            Selection<T> selection,
            @Nullable Object[] values) {
        this.lease = lease;
        this.second = second;
        this.plan = plan;
        this.selection = selection;
        this.values = values;
        this.ownsTransaction = lease.dialect().facts().streamsInTransaction() && !lease.inTransaction();
        boolean alone = !lease.dialect().facts().streamsBesideOthers();
        if (plan.reversed() || (alone && second == null && !plan.isOneStatement())) {
            new ReadRunner(lease).list(plan, selection, values).forEach(this::add);
            return;
        }
        if (ownsTransaction) {
            lease.begin(null);
        }
        rows = lease.open(
                plan.sql(), values, plan.model(), lease.dialect().facts().fetchSize());
        lease.opened(this);
    }

    @Override
    public void readRest() {
        while (rows != null) {
            fill(rows);
        }
    }

    @Override
    public void stop() {
        if (rows != null) {
            end();
            cutOff = true;
        }
    }

    private void add(T object) {
        ready.add(object == null ? NULL : object);
    }

    /** Whether the next object is there already, without the database. */
    public boolean holdsRows() {
        return !ready.isEmpty();
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && rows != null) {
            fill(rows);
        }
        if (ready.isEmpty() && cutOff && !closed) {
            throw Errors.transactionClosed("stream", "a transaction that has ended");
        }
        return !ready.isEmpty();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // T is nullable where an object is
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object object = ready.remove();
        return (T) (object == NULL ? null : object);
    }

    private void fill(OpenRows open) {
        List<@Nullable Object[]> batch = new ArrayList<>();
        int before = ready.size();
        lease.read(open, plan.model(), result -> {
            if (plan.nested().isEmpty()) {
                ResultRow row = new ResultRow(result, plan.columns(), plan.scalars());
                for (int i = 0; i < BATCH && result.next(); i++) {
                    add(ReadRunner.read(selection.reader(), row));
                }
            } else {
                while (batch.size() < BATCH && result.next()) {
                    batch.add(ReadRunner.read(result, plan.columns()));
                }
            }
        });
        if (!batch.isEmpty()) {
            try {
                Lease over = relatedLease();
                over.under(
                        open.limits(),
                        () -> new ReadRunner(over)
                                .objects(plan, selection, batch, values)
                                .forEach(this::add));
            } catch (GatheredRows.Incomplete e) {
                throw Errors.interpretation(
                        plan.model(),
                        "The related rows of one row are more than the database sends at once. Stream them with a"
                                + " statement per relation.");
            }
        }
        if (ready.size() == before) {
            end();
        }
    }

    private Lease relatedLease() {
        if (second == null || plan.isOneStatement()) {
            return lease;
        }
        Lease known = related;
        if (known == null) {
            known = lease.dialect().facts().streamsBesideOthers() ? lease : second.get();
            related = known;
        }
        return known;
    }

    private void end() {
        if (rows != null) {
            rows.close();
            rows = null;
            lease.ended(this);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        end();
        if (second == null) {
            return;
        }
        if (related != null && related != lease) {
            related.close();
        }
        lease.close();
    }
}
