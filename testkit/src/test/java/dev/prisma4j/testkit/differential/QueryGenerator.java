package dev.prisma4j.testkit.differential;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.queryschema.EnumShape;
import dev.prisma4j.schema.queryschema.FieldRefShape;
import dev.prisma4j.schema.queryschema.InputField;
import dev.prisma4j.schema.queryschema.InputObject;
import dev.prisma4j.schema.queryschema.InputType;
import dev.prisma4j.schema.queryschema.Operation;
import dev.prisma4j.schema.queryschema.Operation.Action;
import dev.prisma4j.schema.queryschema.OutputField;
import dev.prisma4j.schema.queryschema.OutputObject;
import dev.prisma4j.schema.queryschema.QuerySchema;
import dev.prisma4j.schema.queryschema.ScalarShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests by walking the query schema, so every operation, argument and filter comes up. Values are from small
 * pools, so that conditions meet rows.
 */
final class QueryGenerator {
    private static final List<Action> READS = List.of(
            Action.FIND_MANY,
            Action.FIND_MANY,
            Action.FIND_MANY,
            Action.FIND_FIRST,
            Action.FIND_UNIQUE,
            Action.AGGREGATE,
            Action.GROUP_BY);
    private static final List<Action> WRITES = List.of(
            Action.CREATE_ONE,
            Action.CREATE_ONE,
            Action.CREATE_ONE,
            Action.CREATE_MANY,
            Action.UPDATE_ONE,
            Action.UPDATE_ONE,
            Action.UPDATE_MANY,
            Action.UPSERT_ONE,
            Action.DELETE_ONE,
            Action.DELETE_MANY);

    /** The keys of models whose key is not called id. */
    private static final Map<String, List<String>> KEYS = Map.of("Tag", List.of("name"), "Seat", List.of("row", "no"));

    private final Random random;
    private final QuerySchema queries;
    private final List<Model> models;
    private @Nullable Model container;
    private int counter;

    QueryGenerator(long seed, QuerySchema queries) {
        this.random = new Random(seed);
        this.queries = queries;
        this.models = QuerySchema.modelsOf(queries.schema());
    }

    /** A request that creates one record, with relations or without. */
    Map<String, Object> create() {
        return request(Action.CREATE_ONE, models.get(random.nextInt(models.size())));
    }

    Map<String, Object> read() {
        return request(pick(READS), models.get(random.nextInt(models.size())));
    }

    Map<String, Object> write() {
        return request(pick(WRITES), models.get(random.nextInt(models.size())));
    }

    private Map<String, Object> request(Action action, Model model) {
        OutputField field = queries.operation(action, model).orElseThrow();
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("arguments", arguments(field));
        query.put("selection", selection(field, 2, query));
        if (random.nextInt(30) == 0) {
            spoil(query);
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("modelName", model.name());
        request.put("action", action.text());
        request.put("query", query);
        return request;
    }

    /** Makes a mistake: an argument, field or value that there is not. */
    @SuppressWarnings("unchecked") // made by this class
    private void spoil(Map<String, Object> query) {
        Map<String, Object> arguments = (Map<String, Object>) query.get("arguments");
        Object part = arguments.isEmpty() ? null : arguments.values().iterator().next();
        switch (random.nextInt(4)) {
            case 0 -> arguments.put("wheer", Map.of());
            case 1 -> arguments.put("where", 5);
            case 2 -> {
                if (query.get("selection") instanceof LinkedHashMap<?, ?> selection) {
                    ((Map<String, Object>) selection).put("nothing", true);
                }
            }
            default -> {
                if (part instanceof LinkedHashMap<?, ?> object) {
                    ((Map<String, Object>) object).put("nothing", "x");
                }
            }
        }
    }

    private Map<String, @Nullable Object> arguments(OutputField field) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (InputField argument : field.arguments()) {
            if (argument.required() || random.nextInt(3) == 0) {
                arguments.put(argument.name(), argument(argument));
            }
        }
        boolean paged = arguments.containsKey("take")
                || arguments.containsKey("skip")
                || arguments.containsKey("distinct")
                || arguments.containsKey("cursor")
                || arguments.containsKey("orderBy");
        Operation operation = field.operation();
        if (operation != null && operation.action() == Action.GROUP_BY) {
            Object by = arguments.get("by");
            if (arguments.containsKey("orderBy") || arguments.containsKey("take") || arguments.containsKey("skip")) {
                Object first = by instanceof List<?> list ? list.isEmpty() ? null : list.get(0) : by;
                arguments.remove("orderBy");
                if (first != null) {
                    arguments.put("orderBy", List.of(Map.of(first, "asc")));
                }
            }
        } else if ((paged || operation != null && operation.action() == Action.FIND_FIRST)
                && field.argument("orderBy").isPresent()) {
            arguments.put("orderBy", totalOrder(field));
        }
        arguments.remove("limit"); // which rows it leaves out is the database's choice
        if (arguments.get("distinct") instanceof List<?> fields && fields.isEmpty()) {
            arguments.remove("distinct"); // a difference on purpose
        }
        if (operation == null) {
            return arguments;
        } else if (operation.action() == Action.FIND_FIRST && arguments.containsKey("take")) {
            arguments.put("take", random.nextBoolean() ? 1 : -1);
        }
        return arguments;
    }

    /** An order that leaves nothing to chance: some keys, and the primary key last. */
    private List<Object> totalOrder(OutputField field) {
        List<Object> orders = new ArrayList<>();
        if (random.nextBoolean()) {
            InputType type = field.argument("orderBy").orElseThrow().types().get(1);
            Object order = object((InputObject) type, 2);
            orders.add(order);
        }
        String model = field.type().typeName().replace("Aggregate", "");
        for (String key : KEYS.getOrDefault(model, List.of("id"))) {
            orders.add(Map.of(key, random.nextBoolean() ? "asc" : "desc"));
        }
        return orders;
    }

    private @Nullable Object argument(InputField argument) {
        return switch (argument.name()) {
            case "take" -> random.nextInt(7) - 2;
            case "skip" -> random.nextInt(3);
            default -> value(argument, 3);
        };
    }

    private @Nullable Object value(InputField field, int depth) {
        List<InputType> types = field.types().stream()
                .filter(type -> !(type instanceof FieldRefShape) || container != null && random.nextInt(4) == 0)
                .filter(type -> depth > 0 || isPlain(type))
                .toList();
        InputType type = types.isEmpty() ? field.types().get(0) : types.get(random.nextInt(types.size()));
        return value(type, field.name(), depth);
    }

    private static boolean isPlain(InputType type) {
        InputType element = type instanceof InputType.ListOf list ? list.element() : type;
        return element instanceof ScalarShape || element instanceof EnumShape;
    }

    private @Nullable Object value(InputType type, String name, int depth) {
        if (name.equals("path")) {
            return type instanceof InputType.ListOf
                    ? List.of(List.of("a"), List.of("a", "b"), List.of("0")).get(random.nextInt(3))
                    : List.of("$.a", "$.a.b", "$[0]").get(random.nextInt(3));
        }
        if (type instanceof InputType.ListOf list) {
            List<@Nullable Object> values = new ArrayList<>();
            int size = random.nextInt(3) + (depth <= 0 ? 0 : 1);
            for (int i = 0; i < size; i++) {
                values.add(value(list.element(), name, depth - 1));
            }
            return values;
        }
        if (type instanceof FieldRefShape) {
            return reference(Objects.requireNonNull(container));
        }
        if (type instanceof InputObject object) {
            Model before = container;
            if (object.typeName().endsWith("WhereInput")) {
                container = queries.schema()
                        .model(object.typeName().replace("WhereInput", ""))
                        .orElse(null);
            } else if (object.typeName().contains("Create") || object.typeName().contains("Update")) {
                container = null;
            }
            Map<String, @Nullable Object> made = object(object, depth - 1);
            container = before;
            return made;
        }
        if (type instanceof EnumShape shape) {
            return shape.values().get(random.nextInt(shape.values().size()));
        }
        return scalar((ScalarShape) type, name);
    }

    /** A field of the model at hand; of another type than the compared one it is a mistake that both must tell. */
    private Map<String, Object> reference(Model model) {
        List<ScalarField> fields = model.scalarFields();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("_ref", fields.get(random.nextInt(fields.size())).name());
        value.put("_container", model.name());
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$type", "FieldRef");
        reference.put("value", value);
        return reference;
    }

    private Map<String, @Nullable Object> object(InputObject type, int depth) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<InputField> optional = new ArrayList<>();
        for (InputField field : type.fields()) {
            if (field.required()) {
                values.put(field.name(), value(field, depth));
            } else if (isWanted(field, depth)) {
                optional.add(field);
            }
        }
        InputObject.Constraints constraints = type.constraints();
        List<InputField> keys = optional.stream()
                .filter(field -> constraints.fields().contains(field.name()))
                .toList();
        if (!keys.isEmpty()) {
            InputField key = keys.get(random.nextInt(keys.size()));
            values.put(key.name(), value(key, depth));
            return values;
        }
        int max = constraints.max() == null ? 1 + random.nextInt(3) : constraints.max();
        boolean data = type.typeName().contains("Create") || type.typeName().contains("Update");
        if (type.typeName().contains("NestedOne") || type.typeName().contains("UpdateOne")) {
            max = 1;
        }
        if (data && constraints.max() == null && !type.typeName().contains("Nested")) {
            max = 1 + random.nextInt(6);
        }
        java.util.Collections.shuffle(optional, random);
        optional.stream().limit(max).forEach(field -> values.put(field.name(), value(field, depth)));
        return values;
    }

    /** Deep objects end. */
    private static boolean isWanted(InputField field, int depth) {
        return depth > 0 || field.types().stream().anyMatch(QueryGenerator::isPlain);
    }

    private @Nullable Object scalar(ScalarShape shape, String name) {
        int pick = random.nextInt(4);
        return switch (shape) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT ->
                name.equals("id") || name.endsWith("Id")
                        ? 1 + random.nextInt(8)
                        : List.of(0, 1, 2, -5).get(pick);
            case BIG_INT ->
                tagged("BigInt", List.of("0", "1", "9007199254740993", "-7").get(pick));
            case FLOAT -> List.of(0.5, 1.0, -2.25, 100.125).get(pick);
            case DECIMAL -> tagged("Decimal", List.of("0.5", "1", "12.25", "-3").get(pick));
            case STRING -> string(name, pick);
            case DATE_TIME ->
                tagged(
                        "DateTime",
                        List.of(
                                        "2020-01-01T00:00:00.000Z",
                                        "2021-06-15T12:30:45.123Z",
                                        "1999-12-31T23:59:59.999Z",
                                        "2020-01-01T00:00:00.001Z")
                                .get(pick));
            case JSON ->
                tagged(
                        "Json",
                        List.of("{\"a\":1}", "[1,2]", "\"x\"", "{\"a\":{\"b\":null}}")
                                .get(pick));
            case BYTES -> tagged("Bytes", List.of("", "AQID", "/w==", "AAAA").get(pick));
        };
    }

    private static Map<String, Object> tagged(String type, String value) {
        Map<String, Object> tagged = new LinkedHashMap<>();
        tagged.put("$type", type);
        tagged.put("value", value);
        return tagged;
    }

    private String string(String name, int pick) {
        if (name.equals("email") || name.equals("title")) {
            return random.nextInt(3) == 0
                    ? "new" + counter++
                    : List.of("a", "b", "c", "d").get(pick);
        }
        return List.of("a", "b", "B%_c", "it's \"ü\"").get(pick);
    }

    private Object selection(OutputField field, int depth, Map<String, Object> query) {
        if (!(field.type() instanceof OutputObject type)) {
            return Map.of();
        }
        Map<String, Object> selection = new LinkedHashMap<>();
        if (type.isModel()) {
            selection.put("$scalars", true);
            for (OutputField inner : type.fields()) {
                if (inner.type() instanceof OutputObject && depth > 0 && random.nextInt(3) == 0) {
                    Map<String, Object> nested = new LinkedHashMap<>();
                    nested.put("arguments", arguments(inner));
                    nested.put("selection", selection(inner, depth - 1, nested));
                    selection.put(inner.name(), inner.name().equals("_count") ? true : nested);
                }
            }
            return selection;
        }
        return ofAggregates(field, type, query);
    }

    private Object ofAggregates(OutputField field, OutputObject type, Map<String, Object> query) {
        Map<String, Object> selection = new LinkedHashMap<>();
        Operation operation = field.operation();
        boolean groups = operation != null && operation.action() == Action.GROUP_BY;
        if (groups && query.get("arguments") instanceof Map<?, ?> arguments) {
            Object by = arguments.get("by");
            List<?> names = by instanceof List<?> list ? list : List.of(String.valueOf(by));
            names.forEach(name -> selection.put(String.valueOf(name), true));
        }
        for (OutputField inner : type.fields()) {
            boolean scalar = !(inner.type() instanceof OutputObject);
            if (inner.name().equals("count") || !scalar && random.nextBoolean()) {
                selection.put(inner.name(), true);
            }
        }
        if (selection.isEmpty()) {
            selection.put("_count", true);
        }
        return selection;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
