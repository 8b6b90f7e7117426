package dev.prisma4j.engine;

import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.raw.Raws;
import dev.prisma4j.engine.read.Reads;
import org.jspecify.annotations.Nullable;

/** Runs one operation on one connection: sends it to those who read, write, or run raw SQL. */
final class Operations {
    private final Lease lease;
    private final Backend backend;

    Operations(Lease lease, Backend backend) {
        this.lease = lease;
        this.backend = backend;
    }

    @SuppressWarnings("unchecked")
    <R extends @Nullable Object> R execute(Query<R> query) {
        if (query instanceof RawQuery<?> raw) {
            return (R) new Raws(lease).query(raw);
        } else if (query instanceof RawExecute raw) {
            return (R) Long.valueOf(new Raws(lease).execute(raw));
        }
        return new Reads(lease, backend.plans()).execute(query);
    }
}
