package dev.prisma4j.client.query;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.result.LoadedFields;
import dev.prisma4j.client.result.NotIncluded;
import dev.prisma4j.client.result.NotSelected;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /** Wraps the values of a row, in the places that the fields name. */
    protected abstract Object wrap(LoadedFields fields, @Nullable Object[] values);

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
        state.refuseHow(relation + " is read along with others");
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
        int[] places = new int[scalars.length + relations.length + 1];
        Arrays.fill(places, -1);
        for (int i = 0; i < scalars.length; i++) {
            if (scalars[i]) {
                places[i] = fields.size();
                fields.add(type.scalar(i));
            }
        }
        for (int i = 0; i < relations.length; i++) {
            NestedRead<?> read = relations[i];
            if (read != null) {
                places[scalars.length + i] = fields.size() + reads.size();
                reads.add(read);
            }
        }
        CountShape counted = counts;
        if (counted != null) {
            places[places.length - 1] = fields.size() + reads.size();
        }
        List<RelationCount> relationCounts = counted == null ? List.of() : counted.counts();
        if (fields.isEmpty() && reads.isEmpty() && relationCounts.isEmpty()) {
            throw new IllegalArgumentException("A select of " + type + " must name at least one field.");
        }
        LoadedFields loaded = new LoadedFields(type, places, absentRelation);
        return new Selection<>(
                type.model(), fields, reads, relationCounts, reader(loaded, positions(fields.size()), reads, counted));
    }

    /** Which scalars are read, by their positions. */
    private int[] positions(int count) {
        int[] positions = new int[count];
        for (int i = 0, next = 0; next < count; i++) {
            if (scalars[i]) {
                positions[next++] = i;
            }
        }
        return positions;
    }

    /** Reads a row's scalars, then its related rows, then its counts, each in the order of the selection. */
    private RowReader<Object> reader(
            LoadedFields loaded, int[] positions, List<NestedRead<?>> reads, @Nullable CountShape counted) {
        boolean[] lists = new boolean[reads.size()];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = reads.get(i).relation().isList();
        }
        int size = positions.length + lists.length + (counted == null ? 0 : 1);
        int[] enums = IntStream.range(0, positions.length)
                .filter(i -> type.scalar(positions[i]).type() instanceof EnumType)
                .toArray();
        return row -> {
            @Nullable Object[] values = row.getObjects(positions.length, size);
            for (int i : enums) {
                values[i] = type.convert(positions[i], values[i]);
            }
            for (int i = 0; i < lists.length; i++) {
                values[positions.length + i] = lists[i] ? row.many(i) : row.<Object>one(i);
            }
            if (counted != null) {
                values[size - 1] = counted.read(row);
            }
            return wrap(loaded, values);
        };
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
