package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.plan.Ordering;
import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.queryschema.OutputObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns {@code aggregate} and {@code groupBy} requests into queries. */
final class AggregateParser {
    private final SelectionParser selections;
    private final ReadTranslator reads;

    AggregateParser(SelectionParser selections, ReadTranslator reads) {
        this.selections = selections;
        this.reads = reads;
    }

    /** What to compute, and under which names the values go. */
    private static final class Plan {
        final List<AggregateField> fields = new ArrayList<>();
        final List<Slot> slots = new ArrayList<>();
    }

    /** A value of the result: under {@code group} (or at the top where null), from that position of the row. */
    private record Slot(@Nullable String group, String name, int position, boolean plain, boolean list) {}

    Query<?> aggregate(
            Model model, Values arguments, OutputObject type, @Nullable JsonNode selection, List<String> path) {
        Plan plan = new Plan();
        for (SelectionParser.Selected one : selections.fields(type, selection, path)) {
            addAggregates(plan, model, one, 0, path);
        }
        ReadArguments given = reads.arguments(model, arguments);
        if (given.cursor() != null && Ordering.needsRowOfCursor(model, given.orderBy())) {
            throw Errors.inputError(
                    model,
                    "Unable to process combination of query arguments for aggregation query. Please note that it is not"
                            + " possible at the moment to have a null-cursor, or a cursor and orderBy combination that"
                            + " not stable (unique).");
        }
        return new Aggregate<>(model, given, plan.fields, reader(plan));
    }

    Query<?> groupBy(
            Model model, Values arguments, OutputObject type, @Nullable JsonNode selection, List<String> path) {
        Condition where = reads.where(model, arguments.object("where"));
        List<ScalarField> by = ReadTranslator.fields(model, arguments.get("by"));
        if (by.isEmpty()) {
            throw Errors.inputError(model, "At least one selection is required for the `by` argument.");
        }
        Plan plan = new Plan();
        List<String> missing = new ArrayList<>();
        for (SelectionParser.Selected one : selections.fields(type, selection, path)) {
            String name = one.field().name();
            if (one.field().type() instanceof OutputObject) {
                addAggregates(plan, model, one, by.size(), path);
                continue;
            }
            SelectionParser.rejectNested(one, path);
            int position = by.indexOf(model.scalarField(name).orElseThrow());
            if (position < 0) {
                missing.add(name);
            }
            plan.slots.add(new Slot(
                    null,
                    name,
                    position,
                    false,
                    position >= 0 && by.get(position).isList()));
        }
        List<Order> orders = reads.groupOrders(model, arguments.objects("orderBy"));
        Condition having = reads.where(model, arguments.object("having"));
        Integer take = ReadTranslator.take(arguments);
        Integer skip = ReadTranslator.skip(arguments);
        rejectMissing(
                model,
                missing,
                "Every selected scalar field that is not part of an aggregation must be included in"
                        + " the by-arguments of the query.");
        checkOrders(model, by, orders, take != null || skip != null);
        checkHaving(model, by, having);
        return new GroupBy<>(model, where, by, plan.fields, having, orders, take, skip, reader(plan));
    }

    private static void checkOrders(Model model, List<ScalarField> by, List<Order> orders, boolean paged) {
        List<String> missing = new ArrayList<>();
        for (Order order : orders) {
            if (order instanceof Order.ByField field && !by.contains(field.field())) {
                missing.add(field.field().name());
            }
        }
        if (orders.isEmpty() && paged) {
            model.primaryKey().stream()
                    .flatMap(key -> key.fields().stream())
                    .map(IndexField::field)
                    .filter(field -> !by.contains(field))
                    .map(Field::name)
                    .forEach(missing::add);
        }
        rejectMissing(
                model, missing, "Every field used for orderBy must be included in the by-arguments of the query.");
    }

    private static void checkHaving(Model model, List<ScalarField> by, @Nullable Condition having) {
        List<ScalarField> used = new ArrayList<>();
        collect(having, used);
        List<String> missing = used.stream()
                .filter(field -> !by.contains(field))
                .map(Field::name)
                .toList();
        rejectMissing(
                model,
                missing,
                "Every field used in `having` filters must either be an aggregation filter or be included in the"
                        + " selection of the query.");
    }

    private static void rejectMissing(Model model, List<String> missing, String rule) {
        if (!missing.isEmpty()) {
            throw Errors.inputError(model, rule + " Missing fields: " + String.join(", ", missing));
        }
    }

    private static void collect(@Nullable Condition condition, List<ScalarField> used) {
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(inner -> collect(inner, used));
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(inner -> collect(inner, used));
        } else if (condition instanceof Condition.Not not) {
            collect(not.condition(), used);
        } else if (condition instanceof Condition.Compare compare) {
            collect(compare.left(), used);
        } else if (condition instanceof Condition.In in) {
            collect(in.left(), used);
        } else if (condition instanceof Condition.IsNull isNull) {
            collect(isNull.left(), used);
        } else if (condition instanceof Condition.TextMatch text) {
            collect(text.left(), used);
        } else if (condition instanceof Condition.ListMatch list) {
            used.add(list.field());
        } else if (condition instanceof Condition.ListIsEmpty list) {
            used.add(list.field());
        } else if (condition instanceof Condition.JsonMatch json) {
            used.add(json.field());
        } else if (condition instanceof Condition.Search search) {
            used.addAll(search.fields());
        }
    }

    private static void collect(Operand operand, List<ScalarField> used) {
        if (operand instanceof Operand.Column column) {
            used.add(column.field());
        }
    }

    private void addAggregates(Plan plan, Model model, SelectionParser.Selected one, int offset, List<String> path) {
        String group = one.field().name();
        AggregateFunction function =
                AggregateFunction.valueOf(group.substring(1).toUpperCase(Locale.ROOT));
        OutputObject type = (OutputObject) one.field().type();
        List<String> inner = SelectionParser.then(path, group);
        for (SelectionParser.Selected value : selections.fields(type, one.part("selection"), inner)) {
            SelectionParser.rejectNested(value, inner);
            String name = value.field().name();
            ScalarField field = function == AggregateFunction.COUNT && name.equals("_all")
                    ? null
                    : model.scalarField(name).orElseThrow();
            boolean plain = function == AggregateFunction.COUNT
                    || function == AggregateFunction.SUM && field != null && field.is(ScalarType.INT);
            plan.slots.add(new Slot(group, name, offset + plan.fields.size(), plain, false));
            plan.fields.add(new AggregateField(function, field));
        }
    }

    private static RowReader<Object> reader(Plan plan) {
        List<Slot> slots = List.copyOf(plan.slots);
        return row -> {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            Map<String, Map<String, @Nullable Object>> groups = new LinkedHashMap<>();
            for (Slot slot : slots) {
                Object value = row.getObject(slot.position());
                if (slot.plain() && value instanceof Number number) {
                    value = new PlainNumber(number.longValue());
                }
                if (value == null && slot.list()) {
                    value = List.of();
                }
                if (slot.group() == null) {
                    result.put(slot.name(), value);
                } else {
                    Map<String, @Nullable Object> group =
                            groups.computeIfAbsent(slot.group(), g -> new LinkedHashMap<>());
                    group.put(slot.name(), value);
                    result.put(slot.group(), group);
                }
            }
            return result;
        };
    }
}
