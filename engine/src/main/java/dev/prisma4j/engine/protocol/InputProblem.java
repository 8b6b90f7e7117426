package dev.prisma4j.engine.protocol;

import dev.prisma4j.schema.queryschema.EnumShape;
import dev.prisma4j.schema.queryschema.FieldRefShape;
import dev.prisma4j.schema.queryschema.InputField;
import dev.prisma4j.schema.queryschema.InputObject;
import dev.prisma4j.schema.queryschema.InputType;
import dev.prisma4j.schema.queryschema.OutputField;
import dev.prisma4j.schema.queryschema.OutputObject;
import dev.prisma4j.schema.queryschema.ScalarShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a query, as Prisma's clients expect it: they word their own messages from {@code meta}, so kinds,
 * paths and names are part of the protocol.
 *
 * @param code P2009, or P2012 for a missing value
 * @param message in words
 * @param meta the details
 */
record InputProblem(String code, String message, Map<String, @Nullable Object> meta) {
    private static final String INVALID = "P2009";
    private static final String MISSING = "P2012";

    static InputProblem unknownArgument(Path path, List<InputField> arguments) {
        Map<String, @Nullable Object> meta = meta("UnknownArgument", path);
        meta.put("arguments", arguments.stream().map(InputProblem::argument).toList());
        return new InputProblem(INVALID, "Argument does not exist in enclosing type", meta);
    }

    static InputProblem unknownInputField(Path path, InputType type) {
        Map<String, @Nullable Object> meta = meta("UnknownInputField", path);
        meta.put("inputType", describe(type));
        return new InputProblem(INVALID, "`" + path.full() + "`: Field does not exist in enclosing type.", meta);
    }

    static InputProblem requiredArgumentMissing(Path path, List<InputType> types) {
        Map<String, @Nullable Object> meta = meta("RequiredArgumentMissing", path);
        meta.put("inputTypes", types.stream().map(InputProblem::describe).toList());
        return new InputProblem(
                MISSING, "`" + String.join(".", path.argument()) + "`: A value is required but not set", meta);
    }

    static InputProblem invalidType(Path path, String expected, Given given) {
        Map<String, @Nullable Object> meta = meta("InvalidArgumentType", path);
        meta.put("argument", named(path, expected));
        meta.put("inferredType", given.inferredType());
        return new InputProblem(
                INVALID,
                "Invalid argument type. `" + path.last() + "` should be of any of the following types: `" + expected
                        + "`",
                meta);
    }

    static InputProblem invalidValue(Path path, String value, String expected, @Nullable String underlying) {
        Map<String, @Nullable Object> meta = meta("InvalidArgumentValue", path);
        meta.put("argument", named(path, expected));
        String message = "Invalid argument value. `" + value + "` is not a valid `" + expected + "`";
        if (underlying != null) {
            meta.put("underlyingError", underlying);
            message += ". Underlying error: " + underlying;
        }
        return new InputProblem(INVALID, message, meta);
    }

    static InputProblem valueTooLarge(Path path, String value) {
        Map<String, @Nullable Object> meta = meta("ValueTooLarge", path);
        meta.put("argument", named(path, "BigInt"));
        return new InputProblem(
                INVALID,
                "Unable to fit float value (or large JS integer serialized in exponent notation) '" + value
                        + "' into a 64 Bit signed integer for field '" + path.last()
                        + "'. If you're trying to store large integers, consider using `BigInt`.",
                meta);
    }

    static InputProblem fieldCount(Path path, InputObject type, int count) {
        InputObject.Constraints constraints = type.constraints();
        boolean missing = constraints.min() != null && count < constraints.min();
        Map<String, @Nullable Object> meta = meta(missing ? "SomeFieldsMissing" : "TooManyFieldsGiven", path);
        meta.put("inputType", describe(type));
        Map<String, Object> counts = new LinkedHashMap<>();
        if (constraints.min() != null) {
            counts.put("minFieldCount", constraints.min());
        }
        if (constraints.max() != null) {
            counts.put("maxFieldCount", constraints.max());
        }
        if (!constraints.fields().isEmpty()) {
            counts.put("requiredFields", constraints.fields());
        }
        meta.put("constraints", counts);
        String message = (missing ? "Some fields are missing: " : "Too many fields given: ") + "Expected "
                + expectation(constraints) + " to be present, got " + count + ".";
        return new InputProblem(INVALID, message, meta);
    }

    private static String expectation(InputObject.Constraints constraints) {
        String fields = constraints.fields().isEmpty()
                ? "fields"
                : "fields of (" + String.join(", ", constraints.fields()) + ")";
        Integer min = constraints.min();
        Integer max = constraints.max();
        if (min != null && min.equals(max)) {
            return "exactly " + (min == 1 ? "one field" : min + " fields");
        }
        if (min != null && max != null) {
            return "a minimum of " + min + " and at most " + max + " " + fields;
        }
        return min != null ? "a minimum of " + min + " " + fields : "at most " + max + " " + fields;
    }

    static InputProblem union(List<InputProblem> problems) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("kind", "Union");
        meta.put("errors", problems.stream().map(InputProblem::meta).toList());
        String parts = problems.stream().map(InputProblem::message).collect(Collectors.joining(", "));
        return new InputProblem(
                INVALID,
                "Unable to match input value to any allowed input type for the field. Parse errors: [" + parts + "]",
                meta);
    }

    static InputProblem unknownSelectionField(List<String> selection, String field, OutputObject type) {
        List<String> path = new ArrayList<>(selection);
        path.add(field);
        Map<String, @Nullable Object> meta = selectionMeta("UnknownSelectionField", path);
        meta.put("outputType", describe(type));
        return new InputProblem(
                INVALID, "Field '" + field + "' not found in enclosing type '" + type.typeName() + "'", meta);
    }

    static InputProblem emptySelection(List<String> selection, OutputObject type) {
        Map<String, @Nullable Object> meta = selectionMeta("EmptySelection", selection);
        meta.put("outputType", describe(type));
        return new InputProblem(INVALID, "Expected a minimum of 1 field to be present, got 0", meta);
    }

    static InputProblem selectionOnScalar(List<String> selection, String field) {
        List<String> path = new ArrayList<>(selection);
        path.add(field);
        Map<String, @Nullable Object> meta = selectionMeta("SelectionSetOnScalar", path);
        meta.put("fieldName", field);
        return new InputProblem(INVALID, "Cannot select over scalar field '" + field + "'", meta);
    }

    private static Map<String, @Nullable Object> meta(String kind, Path path) {
        Map<String, @Nullable Object> meta = selectionMeta(kind, path.selection());
        meta.put("argumentPath", path.argument());
        return meta;
    }

    private static Map<String, @Nullable Object> selectionMeta(String kind, List<String> selection) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("kind", kind);
        meta.put("selectionPath", List.copyOf(selection));
        return meta;
    }

    private static Map<String, Object> named(Path path, String type) {
        return Map.of("name", path.last(), "typeNames", List.of(type));
    }

    private static Map<String, Object> argument(InputField field) {
        return Map.of("name", field.name(), "typeNames", typeNames(field));
    }

    private static List<String> typeNames(InputField field) {
        return field.types().stream().map(InputProblem::typeName).toList();
    }

    /** A type as messages name it, for example {@code Int[]}. */
    static String typeName(InputType type) {
        return type.isList() ? type.typeName() + "[]" : type.typeName();
    }

    private static Map<String, Object> describe(InputType type) {
        Map<String, Object> description = new LinkedHashMap<>();
        if (type instanceof InputType.ListOf list) {
            description.put("kind", "list");
            description.put("elementType", describe(list.element()));
        } else if (type instanceof InputObject object) {
            describeFields(description, object.typeName(), object.fields());
        } else if (type instanceof FieldRefShape ref) {
            describeFields(description, ref.typeName(), ref.fields());
        } else if (type instanceof EnumShape || type instanceof ScalarShape) {
            description.put("kind", type instanceof EnumShape ? "enum" : "scalar");
            description.put("name", type.typeName());
        }
        return description;
    }

    private static void describeFields(Map<String, Object> description, String name, List<InputField> fields) {
        description.put("kind", "object");
        description.put("name", name);
        description.put(
                "fields",
                fields.stream()
                        .map(field -> Map.of(
                                "name", field.name(), "typeNames", typeNames(field), "required", field.required()))
                        .toList());
    }

    private static Map<String, Object> describe(OutputObject type) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", type.typeName());
        description.put(
                "fields", type.fields().stream().map(InputProblem::describe).toList());
        return description;
    }

    private static Map<String, Object> describe(OutputField field) {
        boolean relation = field.type() instanceof OutputObject object && object.isModel();
        return Map.of(
                "name",
                field.name(),
                "typeName",
                field.type().typeName() + (field.list() ? "[]" : ""),
                "isRelation",
                relation);
    }

    /**
     * Where in a query something is.
     *
     * @param selection the fields from the root
     * @param argument the argument and the fields within it
     */
    record Path(List<String> selection, List<String> argument) {
        Path then(String field) {
            List<String> longer = new ArrayList<>(argument);
            longer.add(field);
            return new Path(selection, longer);
        }

        String last() {
            return argument.isEmpty() ? "" : argument.get(argument.size() - 1);
        }

        String full() {
            return String.join(".", selection) + "." + String.join(".", argument);
        }
    }
}
