package dev.prisma4j.client.model;

import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a projection needs of each row, and hands out readers for it. What is asked for twice is read once; parts
 * that lie behind to-one relations become one nested read per relation.
 *
 * <p>In the modes for aggregates and groups the positions are those of {@code Aggregate} and {@code GroupBy} instead.
 */
@SuppressWarnings("NullAway") // readers of values that may be missing
public final class SelectionBuilder {
    private final Model model;
    private final @Nullable List<ScalarField> groupedBy;
    private final boolean aggregating;
    private final List<ScalarField> scalars = new ArrayList<>();
    private final List<NestedRead<?>> reads = new ArrayList<>();
    private final List<RelationCount> counts = new ArrayList<>();
    private final List<Formula> computed = new ArrayList<>();
    private final List<AggregateField> aggregates = new ArrayList<>();
    private final Map<RelationField, Child> children = new LinkedHashMap<>();

    private SelectionBuilder(Model model, boolean aggregating, @Nullable List<ScalarField> groupedBy) {
        this.model = model;
        this.aggregating = aggregating;
        this.groupedBy = groupedBy;
    }

    /** For a read of rows. */
    public static SelectionBuilder ofRows(Model model) {
        return new SelectionBuilder(model, false, null);
    }

    /** For an aggregate over all rows. */
    public static SelectionBuilder ofAggregates(Model model) {
        return new SelectionBuilder(model, true, null);
    }

    /** For groups by those fields. */
    public static SelectionBuilder ofGroups(Model model, List<ScalarField> by) {
        return new SelectionBuilder(model, true, by);
    }

    /** Asks for a field's value, as the engine gives it. */
    public RowReader<@Nullable Object> scalar(Path path, ScalarField field) {
        if (!path.isRoot()) {
            return behind(path, child -> child.scalar(Path.ROOT, field));
        }
        int index;
        if (aggregating) {
            index = groupedBy == null ? -1 : groupedBy.indexOf(field);
            if (index < 0) {
                throw new IllegalArgumentException(
                        groupedBy == null
                                ? field
                                        + " has one value per row: an aggregate can read count(), avg(), sum(), min()"
                                        + " and max()."
                                : field + " is not among the fields that the groups are made by: add it to by(..).");
            }
        } else {
            index = scalars.indexOf(field);
            if (index < 0) {
                index = scalars.size();
                scalars.add(field);
            }
        }
        int position = index;
        return row -> row.getObject(position);
    }

    /** Asks for an aggregate. */
    public RowReader<@Nullable Object> aggregate(AggregateField aggregate) {
        if (!aggregating) {
            throw new IllegalArgumentException(
                    "Aggregates are read by aggregate(..) and groupBy(..), not per row of " + model.name() + ".");
        }
        int known = aggregates.indexOf(aggregate);
        if (known < 0) {
            known = aggregates.size();
            aggregates.add(aggregate);
        }
        int position = known + (groupedBy == null ? 0 : groupedBy.size());
        return row -> row.getObject(position);
    }

    /** Asks for related rows. */
    public <T extends @Nullable Object> RowReader<@Nullable Object> related(
            Path path, RelationField relation, ReadArguments arguments, Selection<T> selection) {
        if (!path.isRoot()) {
            return behind(path, child -> child.related(Path.ROOT, relation, arguments, selection));
        }
        refuseInAggregates(relation);
        int position = reads.size();
        reads.add(new NestedRead<>(relation, arguments, selection));
        return relation.isList() ? row -> row.many(position) : row -> row.one(position);
    }

    /** Asks for the number of related rows. */
    public RowReader<@Nullable Object> count(Path path, RelationCount count) {
        if (!path.isRoot()) {
            return behind(path, child -> child.count(Path.ROOT, count));
        }
        refuseInAggregates(count.relation());
        int position = counts.size();
        counts.add(count);
        return row -> row.count(position);
    }

    /** Asks for a computed value. */
    public RowReader<@Nullable Object> computed(Path path, Formula formula) {
        if (!path.isRoot()) {
            return behind(path, child -> child.computed(Path.ROOT, formula));
        }
        if (aggregating) {
            throw new IllegalArgumentException(
                    "A computed value is read per row: aggregates and groups cannot read it.");
        }
        int position = computed.size();
        computed.add(formula);
        return row -> row.computed(counts.size() + position);
    }

    /** What a read of rows selects, for a reader made of the handed-out ones. */
    public <T extends @Nullable Object> Selection<T> build(RowReader<? extends T> reader) {
        closeChildren();
        return new Selection<>(model, scalars, reads, counts, computed, reader);
    }

    /** The aggregates that were asked for. */
    public List<AggregateField> aggregates() {
        return aggregates;
    }

    private void refuseInAggregates(RelationField relation) {
        if (aggregating) {
            throw new IllegalArgumentException(relation + " is a relation: aggregates and groups cannot read it.");
        }
    }

    private RowReader<@Nullable Object> behind(
            Path path, Function<SelectionBuilder, RowReader<@Nullable Object>> part) {
        List<RelationField> steps = path.steps();
        refuseInAggregates(steps.get(0));
        Child first = child(steps.get(0));
        Path rest = Path.ROOT;
        for (RelationField step : steps.subList(1, steps.size())) {
            rest = rest.to(step);
        }
        RowReader<@Nullable Object> inner =
                rest.isRoot() ? part.apply(first.builder) : first.builder.behind(rest, part);
        int slot = first.parts.size();
        first.parts.add(inner);
        int position = first.position;
        return row -> {
            @Nullable Object @Nullable [] parts = row.one(position);
            return parts == null ? null : parts[slot];
        };
    }

    private Child child(RelationField relation) {
        return children.computeIfAbsent(relation, key -> {
            Child child = new Child(SelectionBuilder.ofRows(key.relatedModel()), reads.size());
            reads.add(
                    new NestedRead<>(key, ReadArguments.ALL, Selection.of(key.relatedModel(), List.of(), row -> row)));
            return child;
        });
    }

    private void closeChildren() {
        children.forEach((relation, child) -> {
            List<RowReader<@Nullable Object>> parts = List.copyOf(child.parts);
            Selection<@Nullable Object[]> selection = child.builder.build(row -> {
                @Nullable Object[] values = new Object[parts.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = parts.get(i).read(row);
                }
                return values;
            });
            reads.set(child.position, new NestedRead<>(relation, ReadArguments.ALL, selection));
        });
    }

    private static final class Child {
        final SelectionBuilder builder;
        final int position;
        final List<RowReader<@Nullable Object>> parts = new ArrayList<>();

        Child(SelectionBuilder builder, int position) {
            this.builder = builder;
            this.position = position;
        }
    }
}
