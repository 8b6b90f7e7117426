package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;
import static dev.prisma4j.schema.queryschema.InputField.required;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;

/** What a relation accepts inside the data of a new record: new records, existing ones, or whichever there is. */
final class NestedCreates {
    private final Shapes shapes;

    NestedCreates(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The input of a relation field within a create. */
    InputObject of(RelationField field, boolean unchecked) {
        Model related = field.relatedModel();
        String name = related.name()
                + (unchecked ? "Unchecked" : "")
                + "CreateNested"
                + (field.isList() ? "Many" : "One")
                + CreateInputs.without(field.opposite())
                + "Input";
        return shapes.input(name, Meta.of(related.name()), Constraints.NONE, () -> {
            List<InputField> fields = new ArrayList<>();
            addCreate(fields, field);
            addCreateMany(fields, field);
            addConnect(fields, field);
            return fields;
        });
    }

    /** {@code create} and {@code connectOrCreate}. */
    void addCreate(List<InputField> fields, RelationField field) {
        if (!CreateInputs.canCreate(field.relatedModel())) {
            return;
        }
        List<InputType> types = new ArrayList<>();
        for (InputType type : shapes.creates.both(field.relatedModel(), field.opposite())) {
            types.add(type);
            if (field.isList()) {
                types.add(shapes.list(type));
            }
        }
        fields.add(optional("create", types));
        if (UniqueInputs.hasKeys(field.relatedModel())) {
            fields.add(oneOrMany("connectOrCreate", field, createOrConnect(field)));
        }
    }

    /** {@code createMany}, where the new records get the parent's key in a column of their own. */
    void addCreateMany(List<InputField> fields, RelationField field) {
        Model related = field.relatedModel();
        if (!field.isList()
                || field.relation().isManyToMany()
                || !shapes.capabilities.canCreateMany()
                || !CreateInputs.canCreate(related)) {
            return;
        }
        InputObject envelope = shapes.input(
                related.name() + "CreateMany" + Shapes.capital(field.opposite().name()) + "InputEnvelope",
                Meta.of(related.name()),
                Constraints.NONE,
                () -> {
                    InputObject data = shapes.creates.many(related, field.opposite());
                    List<InputField> parts = new ArrayList<>(List.of(required("data", data, shapes.list(data))));
                    if (shapes.capabilities.canSkipDuplicates()) {
                        parts.add(optional("skipDuplicates", ScalarShape.BOOLEAN));
                    }
                    return parts;
                });
        fields.add(optional("createMany", envelope));
    }

    /** {@code connect}. */
    void addConnect(List<InputField> fields, RelationField field) {
        addUnique("connect", fields, field);
    }

    /** An argument that names related records by their keys. */
    void addUnique(String name, List<InputField> fields, RelationField field) {
        if (UniqueInputs.hasKeys(field.relatedModel())) {
            fields.add(oneOrMany(name, field, shapes.uniques.of(field.relatedModel())));
        }
    }

    InputField oneOrMany(String name, RelationField field, InputType type) {
        return field.isList() ? optional(name, type, shapes.list(type)) : optional(name, type);
    }

    private InputObject createOrConnect(RelationField field) {
        Model related = field.relatedModel();
        return shapes.input(
                related.name() + "CreateOrConnect" + CreateInputs.without(field.opposite()) + "Input",
                Meta.of(related.name()),
                Constraints.NONE,
                () -> List.of(
                        required("where", shapes.uniques.of(related)),
                        optional("create", shapes.creates.both(related, field.opposite()))
                                .requiredIf(true)));
    }
}
