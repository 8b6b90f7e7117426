package dev.prisma4j.engine;

import dev.prisma4j.engine.jdbc.Database;
import dev.prisma4j.engine.plan.Plans;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.softdelete.SoftDeletes;
import dev.prisma4j.engine.write.WriteExecutor;
import dev.prisma4j.schema.model.Schema;
import org.jspecify.annotations.Nullable;

/** What operations need: the database and the plans for it. */
record Backend(
        Database database,
        Plans plans,
        Schema schema,
        WriteExecutor writes,
        @Nullable SoftDeletes softDeletes) {
    /** The read without soft-deleted rows. */
    <T extends @Nullable Object> FindMany<T> hide(FindMany<T> query) {
        return softDeletes == null ? query : softDeletes.hide(query);
    }
}
