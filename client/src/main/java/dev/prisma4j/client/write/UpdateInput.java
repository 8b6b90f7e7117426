package dev.prisma4j.client.write;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a row under construction. Generated subclasses have a method per field. Methods change this object and
 * return it.
 *
 * @param <S> the generated type
 */
public abstract class UpdateInput<S extends UpdateInput<S>> {
    private final ModelType<?> type;
    private final List<FieldUpdate> fields = new ArrayList<>();
    private final List<NestedWrite> relations = new ArrayList<>();

    /** For generated code. */
    protected UpdateInput(ModelType<?> type) {
        this.type = type;
    }

    /** For generated code: a new value of a scalar. */
    protected final S set(int scalar, @Nullable Object value) {
        return change(FieldUpdate.set(type.scalar(scalar), Values.toEngine(value)));
    }

    /** For generated code: an operation on a scalar. */
    protected final <O extends FieldChange> S change(int scalar, O change, Consumer<? super O> operation) {
        operation.accept(change);
        return change(change.on(type.scalar(scalar)));
    }

    /** For generated code: what happens to the rows of a list relation. */
    protected final <N, F, U, C, D, P, Q> S toMany(
            int relation, ModelType<?> target, Consumer<? super ToManyUpdate<N, F, U, C, D, P, Q>> rows) {
        ToManyUpdate<N, F, U, C, D, P, Q> builder = new ToManyUpdate<>(type.relation(relation), target);
        rows.accept(builder);
        relations.addAll(builder.writes());
        return self();
    }

    /** For generated code: what happens to the row of a required to-one relation. */
    protected final <N, F, U, C, D, P> S toOne(
            int relation, ModelType<?> target, Consumer<? super ToOneUpdate<N, F, U, C, D, P>> row) {
        return add(row, new ToOneUpdate<>(type.relation(relation), target));
    }

    /** For generated code: what happens to the row of an optional to-one relation. */
    protected final <N, F, U, C, D, P> S toOptional(
            int relation, ModelType<?> target, Consumer<? super ToOptionalUpdate<N, F, U, C, D, P>> row) {
        RelationField field = type.relation(relation);
        return add(row, new ToOptionalUpdate<>(field, target));
    }

    private <B extends RelatedWrites> S add(Consumer<? super B> row, B builder) {
        row.accept(builder);
        relations.addAll(builder.writes());
        return self();
    }

    private S change(FieldUpdate update) {
        ScalarField field = update.field();
        fields.removeIf(known -> known.field() == field);
        fields.add(update);
        return self();
    }

    @SuppressWarnings("unchecked")
    private S self() {
        return (S) this;
    }

    /** The changes as the engine takes them. For the library, not for users. */
    public static UpdateData dataOf(Object input) {
        UpdateInput<?> update = (UpdateInput<?>) input;
        return new UpdateData(update.fields, update.relations);
    }
}
