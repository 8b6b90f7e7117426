package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;
import static dev.prisma4j.schema.queryschema.InputField.required;

import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;

/** The inputs of composite types (MongoDB's embedded documents): filters, creates and updates. */
final class CompositeInputs {
    private final Shapes shapes;

    CompositeInputs(Shapes shapes) {
        this.shapes = shapes;
    }

    // Filters.

    InputField filter(ScalarField field, CompositeType type, String container) {
        InputObject equality = equality(type, container);
        if (field.isList()) {
            return optional(field.name(), listFilter(type, container), shapes.list(equality));
        }
        InputObject filter = singleFilter(type, container, field.isOptional());
        return field.isOptional()
                ? optional(field.name(), filter, equality, ScalarShape.NULL)
                : optional(field.name(), filter, equality);
    }

    private InputObject singleFilter(CompositeType type, String container, boolean nullable) {
        String name = type.name() + (nullable ? "Nullable" : "") + "CompositeFilter";
        return shapes.input(name, Meta.of(type.name()), Constraints.EXACTLY_ONE, () -> {
            InputObject equality = equality(type, container);
            InputObject where = shapes.wheres.of(type);
            if (!nullable) {
                return List.of(optional("equals", equality), optional("is", where), optional("isNot", where));
            }
            return List.of(
                    optional("equals", equality, ScalarShape.NULL),
                    optional("is", where, ScalarShape.NULL),
                    optional("isNot", where, ScalarShape.NULL),
                    optional("isSet", ScalarShape.BOOLEAN));
        });
    }

    private InputObject listFilter(CompositeType type, String container) {
        return shapes.input(type.name() + "CompositeListFilter", Meta.of(type.name()), Constraints.EXACTLY_ONE, () -> {
            InputObject where = shapes.wheres.of(type);
            return List.of(
                    optional("equals", shapes.list(equality(type, container))),
                    optional("every", where),
                    optional("some", where),
                    optional("none", where),
                    optional("isEmpty", ScalarShape.BOOLEAN),
                    optional("isSet", ScalarShape.BOOLEAN));
        });
    }

    private InputObject equality(CompositeType type, String container) {
        return shapes.input(
                type.name() + "ObjectEqualityInput",
                Meta.of(container),
                Constraints.NONE,
                () -> shapes.fields(type).stream()
                        .map(field -> equalityField(field, type.name()))
                        .toList());
    }

    private InputField equalityField(ScalarField field, String container) {
        List<InputType> types = new ArrayList<>();
        boolean composite = field.type() instanceof CompositeType;
        if (field.type() instanceof CompositeType nested) {
            InputObject equality = equality(nested, container);
            types.add(field.isList() ? shapes.list(equality) : equality);
        } else {
            types.add(shapes.value(field));
        }
        if (field.isOptional()) {
            types.add(ScalarShape.NULL);
        }
        InputField input = optional(field.name(), types).requiredIf(field.isRequired());
        return composite ? input : input.parameter();
    }

    // Creates.

    /** The composite field in the create input of a model. */
    InputField create(ScalarField field, CompositeType type, String container) {
        InputObject create = createInput(type, container);
        InputField input;
        if (field.isList()) {
            input = optional(field.name(), createEnvelope(type, create, "List"), create, shapes.list(create));
        } else if (field.isOptional()) {
            input = optional(field.name(), createEnvelope(type, create, "Nullable"), create, ScalarShape.NULL);
        } else {
            input = optional(field.name(), createEnvelope(type, create, ""), create);
        }
        return input.requiredIf(FieldOperations.mustBeGiven(field));
    }

    private InputObject createEnvelope(CompositeType type, InputObject create, String kind) {
        return shapes.input(
                type.name() + kind + "CreateEnvelopeInput",
                Meta.of(type.name()),
                Constraints.EXACTLY_ONE,
                () -> List.of(
                        switch (kind) {
                            case "List" -> optional("set", create, shapes.list(create));
                            case "Nullable" -> optional("set", create, ScalarShape.NULL);
                            default -> optional("set", create);
                        }));
    }

    private InputObject createInput(CompositeType type, String container) {
        return shapes.input(
                type.name() + "CreateInput",
                Meta.of(container),
                Constraints.NONE,
                () -> shapes.fields(type).stream()
                        .map(field -> createField(field, type.name()))
                        .toList());
    }

    private InputField createField(ScalarField field, String container) {
        if (!(field.type() instanceof CompositeType nested)) {
            return shapes.operations.create(field, container);
        }
        InputObject create = createInput(nested, container);
        InputField input;
        if (field.isList()) {
            input = optional(field.name(), create, shapes.list(create));
        } else if (field.isOptional()) {
            input = optional(field.name(), create, ScalarShape.NULL);
        } else {
            input = optional(field.name(), create);
        }
        return input.requiredIf(FieldOperations.mustBeGiven(field));
    }

    // Updates.

    /** The composite field in an update input of a model or of another composite type. */
    InputField update(ScalarField field, CompositeType type, String container) {
        InputObject create = createInput(type, container);
        if (field.isList()) {
            return optional(field.name(), listUpdate(type, create), create, shapes.list(create));
        }
        if (field.isOptional()) {
            return optional(field.name(), nullableUpdate(type, create), create, ScalarShape.NULL);
        }
        return optional(field.name(), requiredUpdate(type, create), create);
    }

    private InputObject requiredUpdate(CompositeType type, InputObject create) {
        return shapes.input(
                type.name() + "UpdateEnvelopeInput",
                Meta.of(type.name()),
                Constraints.EXACTLY_ONE,
                () -> List.of(optional("set", create).parameter(), optional("update", updateInput(type))));
    }

    private InputObject nullableUpdate(CompositeType type, InputObject create) {
        return shapes.input(
                type.name() + "NullableUpdateEnvelopeInput",
                Meta.of(type.name()),
                Constraints.EXACTLY_ONE,
                () -> List.of(
                        optional("set", create, ScalarShape.NULL).parameter(),
                        optional("upsert", upsert(type, create)),
                        optional("unset", ScalarShape.BOOLEAN)));
    }

    private InputObject listUpdate(CompositeType type, InputObject create) {
        return shapes.input(
                type.name() + "ListUpdateEnvelopeInput",
                Meta.of(type.name()),
                Constraints.EXACTLY_ONE,
                () -> List.of(
                        optional("set", create, shapes.list(create)).parameter(),
                        optional("push", create, shapes.list(create)).parameter(),
                        optional("updateMany", updateMany(type)),
                        optional("deleteMany", deleteMany(type))));
    }

    private InputObject upsert(CompositeType type, InputObject create) {
        return shapes.input(
                type.name() + "UpsertInput",
                Meta.of(type.name()),
                Constraints.NONE,
                () -> List.of(
                        required("set", create, ScalarShape.NULL).parameter(), required("update", updateInput(type))));
    }

    private InputObject updateMany(CompositeType type) {
        return shapes.input(
                type.name() + "UpdateManyInput",
                Meta.of(type.name()),
                Constraints.NONE,
                () -> List.of(required("where", shapes.wheres.of(type)), required("data", updateInput(type))));
    }

    private InputObject deleteMany(CompositeType type) {
        return shapes.input(
                type.name() + "DeleteManyInput",
                Meta.of(type.name()),
                Constraints.NONE,
                () -> List.of(required("where", shapes.wheres.of(type))));
    }

    private InputObject updateInput(CompositeType type) {
        return shapes.input(
                type.name() + "UpdateInput",
                Meta.of(type.name()),
                Constraints.AT_LEAST_ONE,
                () -> shapes.fields(type).stream()
                        .map(field -> field.type() instanceof CompositeType nested
                                ? update(field, nested, type.name())
                                : shapes.operations.update(field, type.name()))
                        .toList());
    }
}
