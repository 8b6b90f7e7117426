package dev.prisma4j.client.write;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.NestedWrite;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The data of a new row under construction. Generated subclasses have a method per field and a type parameter per
 * required one, which turns from {@code ..Missing} to {@link Given} once the field is set. Methods change this object and
 * return it under its new type.
 */
public abstract class CreateInput {
    private final ModelType<?> type;
    private final CreateData.Builder data = CreateData.builder();
    private boolean related;

    /** For generated code. */
    protected CreateInput(ModelType<?> type) {
        this.type = type;
    }

    /** For generated code: the value of a scalar. */
    protected final <S> S set(int scalar, @Nullable Object value) {
        data.set(type.scalar(scalar), Values.toEngine(value));
        return self();
    }

    /** For generated code: what happens to the rows of a list relation. */
    protected final <S, C, D, U> S toMany(
            int relation, ModelType<?> target, Consumer<? super ToManyCreate<C, D, U>> rows) {
        ToManyCreate<C, D, U> builder = new ToManyCreate<>(type.relation(relation), target);
        rows.accept(builder);
        return add(builder.writes());
    }

    /** For generated code: what happens to the row of a to-one relation. */
    protected final <S, C, D, U> S toOne(
            int relation, ModelType<?> target, Consumer<? super ToOneCreate<C, D, U>> row) {
        ToOneCreate<C, D, U> builder = new ToOneCreate<>(type.relation(relation), target);
        row.accept(builder);
        return add(builder.writes());
    }

    private <S> S add(List<NestedWrite> writes) {
        writes.forEach(data::relation);
        related |= !writes.isEmpty();
        return self();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <S> S self() {
        return (S) this;
    }

    /** The data as the engine takes it. For the library, not for users. */
    public static CreateData dataOf(Object input) {
        return ((CreateInput) input).data.build();
    }

    /** Whether the data speaks of related rows. For the library, not for users. */
    public static boolean relatesOf(Object input) {
        return ((CreateInput) input).related;
    }
}
