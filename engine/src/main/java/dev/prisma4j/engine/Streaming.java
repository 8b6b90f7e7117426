package dev.prisma4j.engine;

import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.plan.Planned;
import dev.prisma4j.engine.plan.Plans;
import dev.prisma4j.engine.plan.ReadPlan;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.read.RowCursor;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows one after the other: the statement stays open, related rows are fetched for some hundred rows at a time. */
final class Streaming {
    private final Lease lease;
    private final Plans plans;
    private final @Nullable Supplier<Lease> second;

    /**
     * @param lease the connection of the statement that stays open
     * @param second gives the connection for related rows; null where they come over the same one, which then is not
     *     closed with the stream
     */
    Streaming(Lease lease, Plans plans, @Nullable Supplier<Lease> second) {
        this.lease = lease;
        this.plans = plans;
        this.second = second;
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
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .onClose(cursor::close);
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
