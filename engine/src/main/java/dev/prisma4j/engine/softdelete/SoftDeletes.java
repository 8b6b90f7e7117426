package dev.prisma4j.engine.softdelete;

import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hides soft-deleted rows from queries: at the root, in nested reads, counts, conditions and orders on relations, and in
 * the rows that writes choose. The row of a <em>required</em> to-one relation is not hidden: what refers to it cannot be
 * without it.
 */
public final class SoftDeletes {
    private final Map<Model, ScalarField> fields;
    private final HiddenConditions conditions;
    private final HiddenWrites writes;

    private SoftDeletes(Map<Model, ScalarField> fields) {
        this.fields = fields;
        this.conditions = new HiddenConditions(this);
        this.writes = new HiddenWrites(this);
    }

    /** The soft deletes of a schema, or null if it has none. */
    public static @Nullable SoftDeletes of(Schema schema) {
        Map<Model, ScalarField> fields = new IdentityHashMap<>();
        for (Model model : schema.models()) {
            model.softDeleteField().ifPresent(field -> fields.put(model, field));
        }
        return fields.isEmpty() ? null : new SoftDeletes(fields);
    }

    /** The field that says when a row was deleted; null for models whose rows really go. */
    public @Nullable ScalarField field(Model model) {
        return fields.get(model);
    }

    /** A row is not deleted; null for models whose rows really go. */
    @Nullable
    Condition present(Model model) {
        ScalarField field = fields.get(model);
        return field == null ? null : Condition.isNull(field);
    }

    /** Whether deleted rows of the other side of a relation are hidden. */
    boolean hides(RelationField relation) {
        return fields.containsKey(relation.relatedModel()) && !relation.isRequired();
    }

    /** The query without soft-deleted rows. */
    @SuppressWarnings("unchecked") // each query gives what it gave
    public <R extends @Nullable Object> Query<R> hide(Query<R> query) {
        return (Query<R>) read(query);
    }

    private Query<?> read(Query<?> query) {
        if (query instanceof FindMany<?> find) {
            return hide(find);
        } else if (query instanceof FindUnique<?> find) {
            return find.options().deleted() ? find : unique(find);
        } else if (query instanceof FindUniqueAll<?> find) {
            return find.options().deleted() ? find : uniques(find);
        } else if (query instanceof FindFirst<?> find) {
            return first(find);
        } else if (query instanceof Count count) {
            return new Count(count.model(), arguments(count.model(), count.arguments()));
        } else if (query instanceof Aggregate<?> aggregate) {
            return aggregate(aggregate);
        } else if (query instanceof GroupBy<?> group) {
            return group(group);
        }
        return writes.hide(query);
    }

    /** The read without soft-deleted rows. */
    public <T extends @Nullable Object> FindMany<T> hide(FindMany<T> find) {
        if (find.arguments().deleted()) {
            return find;
        }
        return new FindMany<>(
                find.model(), arguments(find.model(), find.arguments()), selection(find.selection()), find.options());
    }

    private <T extends @Nullable Object> Query<?> unique(FindUnique<T> find) {
        return new FindUnique<>(
                find.model(), unique(find.model(), find.where()), selection(find.selection()), find.options());
    }

    private <T extends @Nullable Object> Query<?> uniques(FindUniqueAll<T> find) {
        List<Unique> keys = new ArrayList<>(find.keys().size());
        find.keys().forEach(key -> keys.add(unique(find.model(), key)));
        return new FindUniqueAll<>(find.model(), keys, selection(find.selection()), find.options());
    }

    private <T extends @Nullable Object> Query<?> first(FindFirst<T> find) {
        if (find.arguments().deleted()) {
            return find;
        }
        return new FindFirst<>(
                find.model(), arguments(find.model(), find.arguments()), selection(find.selection()), find.options());
    }

    private <T extends @Nullable Object> Query<?> aggregate(Aggregate<T> aggregate) {
        return new Aggregate<>(
                aggregate.model(),
                arguments(aggregate.model(), aggregate.arguments()),
                aggregate.aggregates(),
                aggregate.reader());
    }

    private <T extends @Nullable Object> Query<?> group(GroupBy<T> group) {
        return new GroupBy<>(
                group.model(),
                conditions.among(group.model(), group.where()),
                group.by(),
                group.aggregates(),
                group.having(),
                group.orderBy(),
                group.take(),
                group.skip(),
                group.reader());
    }

    // ---- parts

    /** The rows that are not deleted, of those that the arguments name. */
    ReadArguments arguments(Model model, ReadArguments arguments) {
        if (arguments.deleted()) {
            return arguments;
        }
        Condition where = conditions.among(model, arguments.where());
        List<Order> orders = new ArrayList<>(arguments.orderBy().size());
        arguments.orderBy().forEach(order -> orders.add(order(order)));
        return new ReadArguments(
                where, orders, arguments.cursor(), arguments.take(), arguments.skip(), arguments.distinct());
    }

    private Order order(Order order) {
        return order instanceof Order.ByRelationCount by
                ? new Order.ByRelationCount(
                        by.path(),
                        by.relation(),
                        conditions.among(by.relation().relatedModel(), by.where()),
                        by.direction())
                : order;
    }

    /** What is read along, without soft-deleted rows. */
    <T extends @Nullable Object> Selection<T> selection(Selection<T> selection) {
        if (selection.reads().isEmpty() && selection.counts().isEmpty()) {
            return selection;
        }
        List<NestedRead<?>> reads = new ArrayList<>();
        selection.reads().forEach(read -> reads.add(nested(read)));
        List<RelationCount> counts = new ArrayList<>();
        for (RelationCount count : selection.counts()) {
            counts.add(new RelationCount(
                    count.relation(), conditions.among(count.relation().relatedModel(), count.where())));
        }
        return new Selection<>(
                selection.model(), selection.scalars(), reads, counts, selection.computed(), selection.reader());
    }

    private <T extends @Nullable Object> NestedRead<T> nested(NestedRead<T> read) {
        if (read.arguments().deleted()) {
            return read;
        }
        RelationField relation = read.relation();
        ReadArguments arguments = hides(relation)
                ? arguments(relation.relatedModel(), read.arguments())
                : new ReadArguments(
                        conditions.hide(read.arguments().where()),
                        read.arguments().orderBy(),
                        read.arguments().cursor(),
                        read.arguments().take(),
                        read.arguments().skip(),
                        read.arguments().distinct());
        boolean plain = arguments.equals(ReadArguments.ALL);
        return new NestedRead<>(relation, plain ? ReadArguments.ALL : arguments, selection(read.selection()));
    }

    /** The row of a criterion, if it is not deleted. */
    Unique unique(Model model, Unique unique) {
        Condition and = conditions.among(model, unique.and());
        return and == null ? unique : new Unique(unique.fields(), unique.values(), and);
    }

    /** Conditions with those on relations seen to. */
    HiddenConditions conditions() {
        return conditions;
    }
}
