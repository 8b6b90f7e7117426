package dev.prisma4j.engine;

import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.raw.Raws;
import dev.prisma4j.engine.read.Reads;
import dev.prisma4j.engine.softdelete.SoftDeletes;
import dev.prisma4j.engine.write.LeaseSession;
import org.jspecify.annotations.Nullable;

/** Runs one operation on one connection: sends it to those who read, write, or run raw SQL. */
final class Operations {
    private final Lease lease;
    private final Backend backend;

    Operations(Lease lease, Backend backend) {
        this.lease = lease;
        this.backend = backend;
    }

    <R extends @Nullable Object> R execute(Query<R> query, CallOptions call) {
        SoftDeletes deletes = call.deleted() ? null : backend.softDeletes();
        return deletes == null ? execute(query, (SoftDeletes) null) : execute(deletes.hide(query), deletes);
    }

    @SuppressWarnings("unchecked")
    private <R extends @Nullable Object> R execute(Query<R> query, @Nullable SoftDeletes deletes) {
        if (query instanceof RawQuery<?> raw) {
            return (R) new Raws(lease).query(raw);
        } else if (query instanceof RawExecute raw) {
            return (R) Long.valueOf(new Raws(lease).execute(raw));
        }
        return query.isRead() || isLocking(query)
                ? new Reads(lease, backend.plans()).execute(query)
                : backend.writes().execute(query, new LeaseSession(lease, backend.plans()), deletes);
    }

    /** Reads that lock rows do not count as reads, since they need the connection that writes. */
    private static boolean isLocking(Query<?> query) {
        return query instanceof FindUnique<?>
                || query instanceof FindFirst<?>
                || query instanceof FindMany<?>
                || query instanceof FindUniqueAll<?>;
    }
}
