package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition.Compare;
import dev.prisma4j.engine.query.Condition.IsNull;
import dev.prisma4j.engine.query.Condition.ListIsEmpty;
import dev.prisma4j.engine.query.Condition.ListMatch;
import dev.prisma4j.engine.query.Condition.ListTest;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.ScalarField;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A scalar list.
 *
 * @param <M> the model at the root of the query
 * @param <E> the type of the elements
 */
public final class ListField<M, E> implements Selection<M, List<E>> {
    private final ModelType<?> type;
    private final Path path;
    private final int index;

    /** For generated code: a field by its position among the scalars of its model. */
    public ListField(ModelFields<M> fields, int index) {
        this.type = fields.type;
        this.path = fields.path;
        this.index = index;
    }

    /** The same elements in the same order. */
    public Condition<M> eq(Collection<? extends E> values) {
        return condition(
                new Compare(new Operand.Column(field()), Comparator.EQ, Values.all(values, field().toString()), false));
    }

    /** Has the element. */
    public Condition<M> has(E value) {
        return condition(new ListMatch(field(), ListTest.HAS, Values.compared(value, field().toString())));
    }

    /** Has all these elements. */
    public Condition<M> hasEvery(Collection<? extends E> values) {
        return condition(new ListMatch(field(), ListTest.HAS_EVERY, Values.all(values, field().toString())));
    }

    /** Has all these elements. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> hasEvery(E... values) {
        return hasEvery(Arrays.asList(values));
    }

    /** Has at least one of these elements. */
    public Condition<M> hasSome(Collection<? extends E> values) {
        return condition(new ListMatch(field(), ListTest.HAS_SOME, Values.all(values, field().toString())));
    }

    /** Has at least one of these elements. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> hasSome(E... values) {
        return hasSome(Arrays.asList(values));
    }

    /** Has no elements. */
    public Condition<M> isEmpty() {
        return condition(new ListIsEmpty(field(), false));
    }

    /** Has elements. */
    public Condition<M> isNotEmpty() {
        return condition(new ListIsEmpty(field(), true));
    }

    /** NULL in the database, which reads as the empty list. */
    public Condition<M> isNull() {
        return condition(new IsNull(new Operand.Column(field()), false));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // lists are never null
    public RowReader<List<E>> readWith(SelectionBuilder builder) {
        RowReader<?> raw = builder.scalar(path, field());
        return (RowReader<List<E>>) (RowReader<?>) row -> type.convert(index, raw.read(row));
    }

    private ScalarField field() {
        return type.scalar(index);
    }

    private Condition<M> condition(dev.prisma4j.engine.query.Condition condition) {
        return Condition.of(path.fromRoot(condition));
    }
}
