package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;
import static dev.prisma4j.schema.queryschema.InputField.required;

import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;

/** What can be written to one scalar or enum field: a value, or an operation such as {@code increment}. */
final class FieldOperations {
    private final Shapes shapes;

    FieldOperations(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The field in a create input. */
    InputField create(ScalarField field, String container) {
        InputType value = shapes.value(field);
        if (field.isList()) {
            InputObject set = shapes.input(
                    container + "Create" + field.name() + "Input",
                    Meta.of(container),
                    Constraints.EXACTLY_ONE,
                    () -> List.of(required("set", value).parameter()));
            return optional(field.name(), set, value);
        }
        return input(field, value).requiredIf(mustBeGiven(field));
    }

    /** The field in the input of a plain value: an optional field accepts null, a JSON field a typed null. */
    private InputField input(ScalarField field, InputType value) {
        if (field.is(ScalarType.JSON) && shapes.capabilities.hasTypedJsonNulls()) {
            return optional(field.name(), jsonNull(field), value).parameter();
        }
        return withNull(field, List.of(value));
    }

    private static InputField withNull(ScalarField field, List<InputType> types) {
        List<InputType> all = new ArrayList<>(types);
        if (field.isOptional()) {
            all.add(ScalarShape.NULL);
        }
        return optional(field.name(), all).parameter();
    }

    private EnumShape jsonNull(ScalarField field) {
        return field.isOptional()
                ? shapes.enumeration("NullableJsonNullValueInput", List.of("DbNull", "JsonNull"))
                : shapes.enumeration("JsonNullValueInput", List.of("JsonNull"));
    }

    /** Whether a new record must be given a value for the field. */
    static boolean mustBeGiven(ScalarField field) {
        return field.isRequired() && field.defaultValue().isEmpty() && !field.isUpdatedAt();
    }

    /** The field in an update input. */
    InputField update(ScalarField field, String container) {
        InputType value = shapes.value(field);
        if (field.isList()) {
            return optional(field.name(), listOperations(field, container), value);
        }
        if (field.is(ScalarType.JSON)) {
            return shapes.capabilities.hasTypedJsonNulls()
                    ? input(field, value)
                    : withNull(field, List.of(value, value));
        }
        return withNull(field, List.of(value, operations(field, value, container)));
    }

    private InputObject listOperations(ScalarField field, String container) {
        return shapes.input(
                container + "Update" + field.name() + "Input", Meta.of(container), Constraints.EXACTLY_ONE, () -> {
                    InputType list = shapes.value(field);
                    List<InputField> fields = new ArrayList<>();
                    fields.add(optional("set", list).parameter());
                    if (!(field.type() instanceof EnumType) || shapes.capabilities.canPushToEnumLists()) {
                        fields.add(optional("push", shapes.value(field.type()), list)
                                .parameter());
                    }
                    return fields;
                });
    }

    private InputObject operations(ScalarField field, InputType value, String container) {
        boolean nullable = field.isOptional();
        boolean numeric = Shapes.isNumeric(field);
        String name = (nullable ? "Nullable" : "") + baseName(field.type()) + "FieldUpdateOperationsInput";
        return shapes.input(name, Meta.of(container), Constraints.EXACTLY_ONE, () -> {
            List<InputField> fields = new ArrayList<>();
            fields.add((nullable ? optional("set", value, ScalarShape.NULL) : optional("set", value)).parameter());
            if (numeric) {
                for (String operation : List.of("increment", "decrement", "multiply", "divide")) {
                    fields.add(optional(operation, value).parameter());
                }
            }
            if (nullable && shapes.capabilities.hasUndefinedValues()) {
                fields.add(optional("unset", ScalarShape.BOOLEAN));
            }
            return fields;
        });
    }

    private static String baseName(FieldType type) {
        if (type instanceof EnumType) {
            return "Enum" + type.text();
        }
        return type == ScalarType.BOOLEAN ? "Bool" : type.text();
    }
}
