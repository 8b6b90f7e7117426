package dev.prisma4j.engine.write;

import dev.prisma4j.engine.defaults.Defaults;
import dev.prisma4j.engine.error.RecordNotFoundException;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.CreateManyAndReturn;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.DeleteManyAndReturn;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateEach;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.engine.query.UpsertMany;
import dev.prisma4j.engine.softdelete.SoftDeletes;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.model.Schema;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the operations that write. What one statement can do is one statement, without a transaction around it; everything
 * else happens as a whole or not at all. One per engine.
 */
public final class WriteExecutor {
    private final WritePlans plans;
    private final Defaults defaults;
    private final boolean emulatesActions;

    public WriteExecutor(Schema schema, WritePlans plans, Defaults defaults) {
        this.plans = plans;
        this.defaults = defaults;
        this.emulatesActions = schema.datasource()
                .map(source -> source.relationMode() == RelationMode.PRISMA)
                .orElse(false);
    }

    /**
     * Runs an operation that writes rows of models.
     *
     * @param softDeletes the models whose rows stay when they are deleted, or null if all go
     * @throws dev.prisma4j.engine.error.PrismaException if it fails; then it has had no effect
     */
    @SuppressWarnings("unchecked") // each operation gives what its own type says
    public <R extends @Nullable Object> R execute(
            Query<R> query, WriteSession session, @Nullable SoftDeletes softDeletes) {
        Operation operation = new Operation(plans, defaults, emulatesActions, softDeletes, session);
        Object result;
        if (query instanceof Create<?> create) {
            result = new SingleWrites(operation).create(create);
        } else if (query instanceof Update<?> update) {
            result = versioned(
                    operation, update.model(), update.where(), () -> new SingleWrites(operation).update(update));
        } else if (query instanceof Upsert<?> upsert) {
            result = new SingleWrites(operation).upsert(upsert);
        } else if (query instanceof Delete<?> delete) {
            result = versioned(
                    operation, delete.model(), delete.where(), () -> new SingleWrites(operation).delete(delete));
        } else if (query instanceof CreateMany many) {
            result = new ManyWrites(operation).create(many);
        } else if (query instanceof CreateManyAndReturn<?> many) {
            result = new ManyWrites(operation).createAndReturn(many);
        } else if (query instanceof UpdateMany many) {
            result = new ManyWrites(operation).update(many);
        } else if (query instanceof UpdateManyAndReturn<?> many) {
            result = new ManyWrites(operation).updateAndReturn(many);
        } else if (query instanceof UpsertMany many) {
            result = new OwnWrites(operation).upsert(many);
        } else if (query instanceof UpdateEach each) {
            result = new OwnWrites(operation).update(each);
        } else if (query instanceof DeleteMany many) {
            result = new ManyWrites(operation).delete(many);
        } else if (query instanceof DeleteManyAndReturn<?> many) {
            result = new ManyWrites(operation).deleteAndReturn(many);
        } else {
            throw new IllegalArgumentException("not a query that writes: " + query.operation());
        }
        return (R) result;
    }

    private static <R extends @Nullable Object> R versioned(
            Operation operation, Model model, Unique where, Supplier<R> write) {
        try {
            return write.get();
        } catch (RecordNotFoundException e) {
            throw Versions.missing(operation.statements(), model, Conditions.of(where), e);
        }
    }
}
