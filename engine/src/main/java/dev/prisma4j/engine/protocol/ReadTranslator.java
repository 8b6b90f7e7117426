package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.model.UniqueCriterion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the arguments of reads into query trees: conditions, orderings, pages, unique criteria. */
final class ReadTranslator {
    private final WhereTranslator wheres;

    ReadTranslator(ValueTranslator values) {
        this.wheres = new WhereTranslator(values);
    }

    @Nullable
    Condition where(Model model, @Nullable Values where) {
        return wheres.where(model, where);
    }

    ReadArguments arguments(Model model, Values given) {
        Values cursor = given.object("cursor");
        return new ReadArguments(
                where(model, given.object("where")),
                orders(model, given.objects("orderBy")),
                cursor == null ? null : cursor(model, cursor),
                take(given),
                skip(given),
                fields(model, given.get("distinct")));
    }

    static @Nullable Integer take(Values given) {
        return number(given.get("take"));
    }

    static @Nullable Integer skip(Values given) {
        Integer skip = number(given.get("skip"));
        if (skip != null && skip < 0) {
            throw new UnreadableRequest("Invalid value for skip argument: Value can only be positive, found: " + skip);
        }
        return skip;
    }

    /** An Int argument; one beyond the range of int means as many as there are. */
    static @Nullable Integer number(@Nullable Object value) {
        if (value instanceof Long big) {
            return big > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE + 1;
        }
        return (Integer) value;
    }

    static ReadOptions options(Values given) {
        if (!(given.get("relationLoadStrategy") instanceof Values.Choice choice)) {
            return ReadOptions.DEFAULT;
        }
        return new ReadOptions(choice.name().equals("join") ? LoadStrategy.JOIN : LoadStrategy.QUERY, null);
    }

    /** The scalar fields that a list of names, or one name, means. */
    static List<ScalarField> fields(Model model, @Nullable Object names) {
        if (names == null) {
            return List.of();
        }
        List<?> list = names instanceof List<?> several ? several : List.of(names);
        return list.stream()
                .map(name -> model.scalarField(((Values.Choice) Objects.requireNonNull(name)).name())
                        .orElseThrow())
                .toList();
    }

    // Unique criteria.

    Unique unique(Model model, Values given) {
        UniqueCriterion criterion = criterion(model, given);
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        given.entries().stream()
                .filter(entry -> !entry.getKey().equals(criterion.name()))
                .forEach(entry -> rest.put(entry.getKey(), entry.getValue()));
        List<Condition> more = new ArrayList<>();
        for (UniqueCriterion other : model.uniqueCriteria()) {
            if (other.isCompound() && rest.remove(other.name()) instanceof Values compound) {
                other.fields().forEach(f -> more.add(Condition.eq(f, value(f, compound.get(f.name())))));
            }
        }
        Condition where = where(model, new Values(given.type(), rest));
        if (where != null) {
            more.add(where);
        }
        return new Unique(criterion.fields(), values(criterion, given), WhereTranslator.joined(more));
    }

    private Cursor cursor(Model model, Values given) {
        UniqueCriterion criterion = criterion(model, given);
        return new Cursor(criterion.fields(), values(criterion, given));
    }

    private static UniqueCriterion criterion(Model model, Values given) {
        return Stream.concat(model.uniqueCriteria().stream(), partial(model))
                .filter(criterion -> given.get(criterion.name()) != null)
                .findFirst()
                .orElseThrow(() -> Errors.invalidQuery(model, "A unique criterion is missing."));
    }

    /** Keys that are unique among a part of the rows only, which Prisma lets clients use too. */
    private static Stream<UniqueCriterion> partial(Model model) {
        return model.indexes().stream()
                .filter(index -> index.isUnique() && index.predicate() != null)
                .map(index -> new UniqueCriterion(
                        index.fields().stream().map(IndexField::field).toList(), index.name(), false));
    }

    private static List<Object> values(UniqueCriterion criterion, Values given) {
        Object value = Objects.requireNonNull(given.get(criterion.name()));
        if (criterion.isCompound()) {
            Values compound = (Values) value;
            return criterion.fields().stream()
                    .map(field -> value(field, compound.get(field.name())))
                    .toList();
        }
        return List.of(value(criterion.fields().get(0), value));
    }

    private static Object value(ScalarField field, @Nullable Object value) {
        if (value instanceof Values.Choice choice) {
            return choice.name();
        }
        return Objects.requireNonNull(value, field::toString);
    }

    // Orderings.

    List<Order> orders(Model model, List<Values> given) {
        List<Order> orders = new ArrayList<>();
        for (Values one : given) {
            one.entries().forEach(entry -> addOrder(orders, model, List.of(), entry.getKey(), entry.getValue()));
        }
        return orders;
    }

    /** Adds the order that is meant; an ordering by a relation that names no field of it is none. */
    private void addOrder(
            List<Order> orders, Model model, List<RelationField> path, String key, @Nullable Object value) {
        if (key.equals("_relevance") && model.field(key).isEmpty()) {
            Values relevance = (Values) Objects.requireNonNull(value);
            orders.add(new Order.ByRelevance(
                    path,
                    fields(model, relevance.get("fields")),
                    (String) Objects.requireNonNull(relevance.get("search")),
                    direction(relevance.get("sort"))));
            return;
        }
        Field field = model.field(key).orElseThrow();
        if (field instanceof ScalarField scalar) {
            orders.add(byField(path, scalar, value));
            return;
        }
        RelationField relation = (RelationField) field;
        Values inner = (Values) Objects.requireNonNull(value);
        if (relation.isList()) {
            if (inner.has("_count")) {
                orders.add(new Order.ByRelationCount(path, relation, null, direction(inner.get("_count"))));
            }
            return;
        }
        List<RelationField> longer = new ArrayList<>(path);
        longer.add(relation);
        for (Map.Entry<String, @Nullable Object> next : inner.entries()) {
            addOrder(orders, relation.relatedModel(), longer, next.getKey(), next.getValue());
        }
    }

    private static Order byField(List<RelationField> path, ScalarField field, @Nullable Object value) {
        if (value instanceof Values sort) {
            Order.Nulls nulls = sort.get("nulls") instanceof Values.Choice choice
                    ? Order.Nulls.valueOf(choice.name().toUpperCase(Locale.ROOT))
                    : null;
            return new Order.ByField(path, field, direction(sort.get("sort")), nulls);
        }
        return new Order.ByField(path, field, direction(value), null);
    }

    static SortOrder direction(@Nullable Object value) {
        return ((Values.Choice) Objects.requireNonNull(value)).name().equals("desc") ? SortOrder.DESC : SortOrder.ASC;
    }

    /** The orderings of groups. */
    List<Order> groupOrders(Model model, List<Values> given) {
        List<Order> orders = new ArrayList<>();
        for (Values one : given) {
            for (Map.Entry<String, @Nullable Object> entry : one.entries()) {
                if (entry.getValue() instanceof Values inner && entry.getKey().startsWith("_")) {
                    AggregateFunction function = AggregateFunction.valueOf(
                            entry.getKey().substring(1).toUpperCase(Locale.ROOT));
                    inner.entries()
                            .forEach(e -> orders.add(new Order.ByAggregate(
                                    function, model.scalarField(e.getKey()).orElseThrow(), direction(e.getValue()))));
                } else {
                    addOrder(orders, model, List.of(), entry.getKey(), entry.getValue());
                }
            }
        }
        return orders;
    }
}
