package dev.prisma4j.client.query;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.result.NotIncluded;
import dev.prisma4j.client.result.NotSelected;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.Row;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which fields and relations of a model a query reads: the accumulator behind the generated {@code select}, {@code
 * include} and {@code omit}, whose type parameters say the same to the compiler. Rows become arrays by field position,
 * wrapped by the generated type.
 */
public abstract class Shape {
    private final ModelType<?> type;
    private final boolean[] scalars;
    private final @Nullable NestedRead<?>[] relations;
    private @Nullable CountShape counts;
    private final Object absentRelation;

    /**
     * @param type the model
     * @param allScalars whether it starts with all scalars that reads usually give, as {@code include} and {@code omit} do, or none
     */
    protected Shape(ModelType<?> type, boolean allScalars) {
        this.type = type;
        scalars = new boolean[type.scalars().size()];
        for (int i = 0; i < scalars.length; i++) {
            scalars[i] = allScalars && type.isUsual(i);
        }
        relations = new @Nullable NestedRead<?>[type.relations().size()];
        absentRelation = allScalars ? NotIncluded.VALUE : NotSelected.VALUE;
    }

    /** Wraps the values of a row: scalars, relations, counts. */
    protected abstract Object wrap(@Nullable Object[] values);

    /** For generated code: reads a scalar. */
    protected final <S> S with(int scalar) {
        scalars[scalar] = true;
        return self();
    }

    /** For generated code: leaves out a scalar. */
    protected final <S> S without(int scalar) {
        scalars[scalar] = false;
        return self();
    }

    /** For generated code: reads all scalars. */
    protected final <S> S withScalars() {
        Arrays.fill(scalars, true);
        return self();
    }

    /** For generated code: reads related rows as they are. */
    protected final <S> S related(int relation, ModelType<?> target) {
        relations[relation] = new NestedRead<>(type.relation(relation), ReadArguments.ALL, target.all());
        return self();
    }

    /** For generated code: reads related rows as a query of their own says. */
    protected final <S> S related(int relation, ModelType<?> target, Function<?, ? extends Reading<?, ?>> query) {
        relations[relation] = nested(type.relation(relation), target, query);
        return self();
    }

    /** For generated code: counts related rows. */
    protected final <S> S counting(CountShape shape) {
        counts = shape;
        return self();
    }

    void adoptRelations(Shape other) {
        System.arraycopy(other.relations, 0, relations, 0, relations.length);
        counts = other.counts;
    }

    @SuppressWarnings("unchecked")
    static NestedRead<?> nested(
            RelationField relation, ModelType<?> target, Function<?, ? extends Reading<?, ?>> query) {
        ReadState<?> state =
                ((Function<Object, Reading<?, ?>>) query).apply(target.find()).state();
        if (!relation.isList() && !isOnlyCondition(state)) {
            throw new IllegalArgumentException(relation
                    + " is one row at most: of it, a query can only select, include, omit, map or ask a condition.");
        }
        if (state.cache != null) {
            throw new IllegalArgumentException(
                    relation + " is read along with others: cache(..) belongs to the whole read.");
        }
        return new NestedRead<>(relation, state.arguments(), state.selection());
    }

    private static boolean isOnlyCondition(ReadState<?> state) {
        return state.orderBy.isEmpty()
                && state.cursor == null
                && state.take == null
                && state.skip == null
                && state.distinct.isEmpty();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <S> S self() {
        return (S) this;
    }

    Selection<?> selection() {
        List<ScalarField> fields = new ArrayList<>();
        List<NestedRead<?>> reads = new ArrayList<>();
        @Nullable Object[] absent = new @Nullable Object[scalars.length + relations.length + 1];
        Arrays.fill(absent, 0, scalars.length, NotSelected.VALUE);
        Arrays.fill(absent, scalars.length, absent.length, absentRelation);
        int[] scalarAt = new int[scalars.length];
        for (int i = 0; i < scalars.length; i++) {
            if (scalars[i]) {
                scalarAt[fields.size()] = i;
                fields.add(type.scalar(i));
            }
        }
        int[] readAt = new int[relations.length];
        for (int i = 0; i < relations.length; i++) {
            NestedRead<?> read = relations[i];
            if (read != null) {
                readAt[reads.size()] = i;
                reads.add(read);
            }
        }
        CountShape counted = counts;
        List<RelationCount> relationCounts = counted == null ? List.of() : counted.counts();
        if (fields.isEmpty() && reads.isEmpty() && relationCounts.isEmpty()) {
            throw new IllegalArgumentException("A select of " + type + " must name at least one field.");
        }
        int scalarCount = fields.size();
        int readCount = reads.size();
        return new Selection<>(type.model(), fields, reads, relationCounts, row -> {
            @Nullable Object[] values = absent.clone();
            for (int i = 0; i < scalarCount; i++) {
                values[scalarAt[i]] = type.convert(scalarAt[i], row.getObject(i));
            }
            for (int i = 0; i < readCount; i++) {
                values[scalars.length + readAt[i]] = related(row, i, readAt[i]);
            }
            if (counted != null) {
                values[values.length - 1] = counted.read(row);
            }
            return wrap(values);
        });
    }

    private @Nullable Object related(Row row, int read, int relation) {
        return type.relation(relation).isList() ? row.many(read) : row.<Object>one(read);
    }

    /** A condition on related rows. */
    @SuppressWarnings("unchecked")
    static dev.prisma4j.engine.query.Condition condition(
            ModelType<?> target, Function<?, ? extends Condition<?>> where) {
        return ((Function<Object, Condition<?>>) where)
                .apply(target.fields(Path.ROOT))
                .engine();
    }
}
