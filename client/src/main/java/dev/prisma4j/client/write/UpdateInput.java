package dev.prisma4j.client.write;

import dev.prisma4j.client.expression.Expression;
import dev.prisma4j.client.expression.Field;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
    @SuppressWarnings("unchecked")
    protected final S change(int scalar, FieldChange change, Consumer<?> operation) {
        ((Consumer<Object>) operation).accept(change);
        return change(change.on(type.scalar(scalar)));
    }

    /** For generated code: a new value that the database computes. */
    @SuppressWarnings("unchecked")
    protected final <F, M, T> S compute(
            Function<F, ? extends Field<M, T>> field, Function<F, ? extends Expression<M, T>> value) {
        F fields = (F) type.fields(Path.ROOT);
        Expression<M, T> expression = value.apply(fields);
        if (!expression.path().isRoot()) {
            throw new IllegalArgumentException(
                    expression + " is of a related row: a field can only be set to a value of its own row.");
        }
        return change(FieldUpdate.set(field.apply(fields).ownField(), expression.formula()));
    }

    /** For generated code: what happens to the rows of a list relation. */
    protected final S toMany(int relation, ModelType<?> target, Consumer<?> rows) {
        return add(rows, new ToManyUpdate<>(type.relation(relation), target));
    }

    /** For generated code: what happens to the row of a required to-one relation. */
    protected final S toOne(int relation, ModelType<?> target, Consumer<?> row) {
        return add(row, new ToOneUpdate<>(type.relation(relation), target));
    }

    /** For generated code: what happens to the row of an optional to-one relation. */
    protected final S toOptional(int relation, ModelType<?> target, Consumer<?> row) {
        return add(row, new ToOptionalUpdate<>(type.relation(relation), target));
    }

    @SuppressWarnings("unchecked")
    private S add(Consumer<?> rows, RelatedWrites builder) {
        ((Consumer<Object>) rows).accept(builder);
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
