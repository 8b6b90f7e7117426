package dev.prisma4j.engine;

import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.plan.Planned;
import dev.prisma4j.engine.plan.Plans;
import dev.prisma4j.engine.plan.ReadPlan;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.read.RowCursor;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows one after the other: the statement stays open, related rows are fetched for some hundred rows at a time. */
final class Streaming {
    private final Lease lease;
    private final Plans plans;
    private final @Nullable Supplier<Lease> second;
    private final Turns turns;

    /** Lets reading wait until nothing else uses the connection. */
    @FunctionalInterface
    interface Turns {
        boolean take(BooleanSupplier reading);
    }

    /**
     * @param lease the connection of the statement that stays open
     * @param second gives the connection for related rows; null where they come over the same one, which then is not
     *     closed with the stream
     * @param turns asked before rows are read
     */
    Streaming(Lease lease, Plans plans, @Nullable Supplier<Lease> second, Turns turns) {
        this.lease = lease;
        this.plans = plans;
        this.second = second;
        this.turns = turns;
    }

    <T extends @Nullable Object> Stream<T> stream(FindMany<T> query) {
        boolean owned = second != null;
        RowCursor<T> cursor;
        try {
            Planned<ReadPlan> planned = plans.find(owned ? query : inOneStatement(query));
            cursor = new RowCursor<>(lease, second, planned.plan(), query.selection(), planned.values());
        } catch (RuntimeException | Error e) {
            if (owned) {
                lease.close();
            }
            throw e;
        }
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(inTurns(cursor), Spliterator.ORDERED), false)
                .onClose(() -> turns.take(() -> {
                    cursor.close();
                    return true;
                }));
    }

    private <T extends @Nullable Object> Iterator<T> inTurns(RowCursor<T> cursor) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.holdsRows() || turns.take(cursor::hasNext);
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return cursor.next();
            }
        };
    }

    /** Related rows along with theirs, where statements of their own could not run before the stream has ended. */
    private <T extends @Nullable Object> FindMany<T> inOneStatement(FindMany<T> query) {
        boolean chosen = query.options().strategy() != LoadStrategy.AUTO;
        if (chosen || lease.dialect().facts().streamsBesideOthers()) {
            return query;
        }
        ReadOptions options = new ReadOptions(LoadStrategy.JOIN, query.options().lock());
        return new FindMany<>(query.model(), query.arguments(), query.selection(), options);
    }
}
