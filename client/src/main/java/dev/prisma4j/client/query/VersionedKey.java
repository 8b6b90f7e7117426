package dev.prisma4j.client.query;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.ScalarField;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names one row of a model that counts the changes of its rows, perhaps in the state that somebody has seen.
 *
 * @param <M> the model
 * @param <F> the model's fields
 */
public final class VersionedKey<M, F> extends Key<M, F> {
    private VersionedKey(ModelType<M> type, Unique unique) {
        super(type, unique);
    }

    /** For generated code: a key by its position among the unique criteria of the model, and its values. */
    public static <M, F> VersionedKey<M, F> of(ModelType<M> type, int key, @Nullable Object... values) {
        return new VersionedKey<>(type, unique(type, key, values));
    }

    /**
     * Only if the row still is of that version. An update or delete of a row that has changed since then fails with
     * {@link dev.prisma4j.engine.error.OptimisticLockException}.
     */
    public VersionedKey<M, F> atVersion(long version) {
        ScalarField field = type.model()
                .versionField()
                .orElseThrow(() -> new IllegalStateException(type + " does not count the changes of its rows."));
        return new VersionedKey<>(type, unique.and(dev.prisma4j.engine.query.Condition.eq(field, version)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public VersionedKey<M, F> and(Function<F, Condition<M>> condition) {
        return new VersionedKey<>(
                type, unique.and(condition.apply((F) type.fields(Path.ROOT)).engine()));
    }
}
