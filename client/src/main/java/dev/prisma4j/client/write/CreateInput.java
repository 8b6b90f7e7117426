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
    private static final int ROOM = 8;

    private final CreateData.Builder data;
    private boolean related;

    /** For generated code. */
    protected CreateInput(ModelType<?> type) {
        this.type = type;
        this.data = CreateData.builder(Math.min(ROOM, type.scalars().size()));
    }

    /** For generated code: the value of a scalar. */
    protected final void set(int scalar, @Nullable Object value) {
        data.set(type.scalar(scalar), Values.toEngine(value));
    }

    /** For generated code: what happens to the rows of a list relation. */
    protected final void toMany(int relation, ModelType<?> target, Consumer<?> rows) {
        add(rows, new ToManyCreate<>(type.relation(relation), target));
    }

    /** For generated code: what happens to the row of a to-one relation. */
    protected final void toOne(int relation, ModelType<?> target, Consumer<?> row) {
        add(row, new ToOneCreate<>(type.relation(relation), target));
    }

    @SuppressWarnings("unchecked")
    private void add(Consumer<?> rows, RelatedWrites builder) {
        ((Consumer<Object>) rows).accept(builder);
        List<NestedWrite> writes = builder.writes();
        writes.forEach(data::relation);
        related |= !writes.isEmpty();
    }

    /** For generated code: this object under the type that says what is given now. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected final <S> S given() {
        return (S) this;
    }

    /** The data as the engine takes it. For the library, not for users. */
    public static CreateData dataOf(Object input) {
        return dataOf(input, null);
    }

    /**
     * The data as the engine takes it. For the library, not for users.
     *
     * @param last the row before it, with which it shares what is the same
     */
    public static CreateData dataOf(Object input, @Nullable CreateData last) {
        return ((CreateInput) input).data.build(last);
    }

    /** Whether the data speaks of related rows. For the library, not for users. */
    public static boolean relatesOf(Object input) {
        return ((CreateInput) input).related;
    }
}
