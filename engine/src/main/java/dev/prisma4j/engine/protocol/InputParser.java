package dev.prisma4j.engine.protocol;

import dev.prisma4j.schema.queryschema.EnumShape;
import dev.prisma4j.schema.queryschema.FieldRefShape;
import dev.prisma4j.schema.queryschema.InputField;
import dev.prisma4j.schema.queryschema.InputObject;
import dev.prisma4j.schema.queryschema.InputType;
import dev.prisma4j.schema.queryschema.OutputField;
import dev.prisma4j.schema.queryschema.ScalarShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks arguments against the query schema. Where a field accepts several types they are tried in order, and the first
 * that fits is taken; if none does, the client is told what each of them lacked.
 */
final class InputParser {
    /** The arguments of an operation or relation, checked in the order of the schema. */
    Values arguments(OutputField field, @Nullable JsonNode given, List<String> selection) {
        InputProblem.Path root = new InputProblem.Path(selection, List.of());
        if (given != null) {
            for (Map.Entry<String, JsonNode> entry : given.properties()) {
                if (field.argument(entry.getKey()).isEmpty()) {
                    throw new Rejected(InputProblem.unknownArgument(root.then(entry.getKey()), field.arguments()));
                }
            }
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (InputField argument : field.arguments()) {
            JsonNode value = given == null ? null : given.get(argument.name());
            if (value != null) {
                values.put(argument.name(), parse(argument, Given.of(value), root.then(argument.name())));
            } else if (argument.required()) {
                requireDefault(field, argument, values, root.then(argument.name()));
            }
        }
        requireTogether(field, values, root);
        return new Values(null, values);
    }

    /** The data of a new record may be left out where nothing in it is required; saying what is missing says more. */
    private void requireDefault(
            OutputField field, InputField argument, Map<String, @Nullable Object> values, InputProblem.Path path) {
        boolean create = field.operation() != null
                && field.operation().action() == dev.prisma4j.schema.queryschema.Operation.Action.CREATE_ONE;
        if (!create) {
            throw new Rejected(InputProblem.requiredArgumentMissing(path, argument.types()));
        }
        JsonNode empty = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        values.put(argument.name(), parse(argument, Given.of(empty), path));
    }

    private static void requireTogether(
            OutputField field, Map<String, @Nullable Object> values, InputProblem.Path root) {
        for (InputField argument : field.arguments()) {
            for (String other : argument.requires()) {
                if (values.containsKey(argument.name()) && !values.containsKey(other)) {
                    List<InputType> types =
                            field.argument(other).map(InputField::types).orElse(List.of());
                    throw new Rejected(InputProblem.requiredArgumentMissing(root.then(other), types));
                }
            }
        }
    }

    private @Nullable Object parse(InputField field, Given given, InputProblem.Path path) {
        List<InputType> types = field.types();
        if (types.size() == 1) {
            return parse(types.get(0), given, path);
        }
        List<InputProblem> problems = new ArrayList<>(types.size());
        for (InputType type : types) {
            try {
                return parse(type, given, path);
            } catch (Rejected rejected) {
                problems.add(rejected.problem());
            }
        }
        throw new Rejected(InputProblem.union(problems));
    }

    private @Nullable Object parse(InputType type, Given given, InputProblem.Path path) {
        if (given.kind() == Given.Kind.NULL && type != ScalarShape.NULL && type != ScalarShape.JSON) {
            throw new Rejected(InputProblem.requiredArgumentMissing(path, List.of(type)));
        }
        if (type instanceof ScalarShape scalar) {
            return ScalarParser.parse(scalar, given, path);
        }
        if (type instanceof EnumShape shape) {
            return choice(shape, given, path);
        }
        if (type instanceof InputType.ListOf list) {
            return list(list, given, path);
        }
        if (given.kind() != Given.Kind.OBJECT && given.kind() != Given.Kind.FIELD_REF) {
            throw new Rejected(InputProblem.invalidType(path, type.typeName(), given));
        }
        if (type instanceof InputObject object) {
            return object(object, given.node(), path);
        }
        return reference((FieldRefShape) type, given.node(), path);
    }

    private static Values.Choice choice(EnumShape shape, Given given, InputProblem.Path path) {
        String text = switch (given.kind()) {
            case STRING, ENUM -> given.text();
            case BOOLEAN -> given.node().toString();
            default -> throw new Rejected(InputProblem.invalidType(path, shape.typeName(), given));
        };
        if (!shape.values().contains(text)) {
            throw new Rejected(InputProblem.invalidValue(path, text, shape.typeName(), null));
        }
        return new Values.Choice(text);
    }

    private List<@Nullable Object> list(InputType.ListOf type, Given given, InputProblem.Path path) {
        if (given.kind() != Given.Kind.LIST) {
            throw new Rejected(InputProblem.invalidType(path, InputProblem.typeName(type), given));
        }
        List<@Nullable Object> values = new ArrayList<>(given.node().size());
        for (JsonNode element : given.node()) {
            values.add(parse(type.element(), Given.of(element), path));
        }
        return values;
    }

    private Values object(InputObject type, JsonNode node, InputProblem.Path path) {
        for (InputField field : type.fields()) {
            if (field.required() && !node.has(field.name())) {
                throw new Rejected(InputProblem.requiredArgumentMissing(path.then(field.name()), field.types()));
            }
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            InputProblem.Path inner = path.then(entry.getKey());
            InputField field = type.field(entry.getKey())
                    .orElseThrow(() -> new Rejected(InputProblem.unknownInputField(inner, type)));
            values.put(field.name(), parse(field, Given.of(entry.getValue()), inner));
        }
        checkCount(type, values, path);
        return new Values(type, values);
    }

    private static void checkCount(InputObject type, Map<String, @Nullable Object> values, InputProblem.Path path) {
        InputObject.Constraints constraints = type.constraints();
        long count = constraints.fields().isEmpty()
                ? values.size()
                : constraints.fields().stream()
                        .distinct()
                        .filter(values::containsKey)
                        .count();
        if (!constraints.fields().isEmpty() && count == 0) {
            // a single unique field may be listed under a name of its own
            count = type.fields().stream()
                    .takeWhile(field -> !field.name().equals("AND"))
                    .filter(field -> values.containsKey(field.name()))
                    .count();
        }
        boolean tooFew = constraints.min() != null && count < constraints.min();
        boolean tooMany = constraints.max() != null && count > constraints.max();
        if (tooFew || tooMany) {
            throw new Rejected(InputProblem.fieldCount(path, type, (int) count));
        }
    }

    private static Values.Reference reference(FieldRefShape type, JsonNode node, InputProblem.Path path) {
        for (InputField field : type.fields()) {
            if (!node.has(field.name())) {
                throw new Rejected(InputProblem.requiredArgumentMissing(path.then(field.name()), field.types()));
            }
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            InputProblem.Path inner = path.then(entry.getKey());
            if (type.fields().stream().noneMatch(field -> field.name().equals(entry.getKey()))) {
                throw new Rejected(InputProblem.unknownInputField(inner, type));
            }
            ScalarParser.parse(ScalarShape.STRING, Given.of(entry.getValue()), inner);
        }
        return new Values.Reference(
                node.get("_container").stringValue(), node.get("_ref").stringValue());
    }
}
