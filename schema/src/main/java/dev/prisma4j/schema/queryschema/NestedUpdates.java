package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;
import static dev.prisma4j.schema.queryschema.InputField.required;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;

/** What a relation accepts inside the changes of a record. */
final class NestedUpdates {
    private final Shapes shapes;

    NestedUpdates(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The input of a relation field within an update. */
    InputObject of(RelationField field, boolean unchecked) {
        Model related = field.relatedModel();
        String kind = field.isList() ? "Many" : field.isRequired() ? "OneRequired" : "One";
        String name = related.name()
                + (unchecked ? "Unchecked" : "")
                + "Update"
                + kind
                + CreateInputs.without(field.opposite())
                + "NestedInput";
        return shapes.input(
                name, Meta.of(related.name()), Constraints.NONE, () -> field.isList() ? toMany(field) : toOne(field));
    }

    private List<InputField> toMany(RelationField field) {
        Model related = field.relatedModel();
        NestedCreates nested = shapes.nestedCreates;
        List<InputField> fields = new ArrayList<>();
        nested.addCreate(fields, field);
        if (CreateInputs.canCreate(related)) {
            fields.add(nested.oneOrMany("upsert", field, upsertOfMany(field)));
        }
        nested.addCreateMany(fields, field);
        nested.addUnique("set", fields, field);
        nested.addUnique("disconnect", fields, field);
        nested.addUnique("delete", fields, field);
        nested.addConnect(fields, field);
        fields.add(nested.oneOrMany("update", field, updateOfMany(field)));
        fields.add(nested.oneOrMany("updateMany", field, updateMany(field)));
        InputObject where = shapes.wheres.withoutRelations(related);
        fields.add(optional("deleteMany", where, shapes.list(where)));
        return fields;
    }

    private List<InputField> toOne(RelationField field) {
        Model related = field.relatedModel();
        NestedCreates nested = shapes.nestedCreates;
        List<InputField> fields = new ArrayList<>();
        nested.addCreate(fields, field);
        if (CreateInputs.canCreate(related)) {
            fields.add(optional("upsert", upsertOfOne(field)));
        }
        if (field.isOptional()) {
            InputObject where = shapes.wheres.of(related);
            fields.add(
                    shapes.capabilities.canDisconnectWithFilter() || !CreateInputs.isInlined(field)
                            ? optional("disconnect", ScalarShape.BOOLEAN, where)
                            : optional("disconnect", ScalarShape.BOOLEAN));
            fields.add(optional("delete", ScalarShape.BOOLEAN, where));
        }
        nested.addConnect(fields, field);
        List<InputType> update = new ArrayList<>();
        update.add(updateOfOne(field));
        update.addAll(shapes.updates.both(related, field.opposite()));
        fields.add(optional("update", update));
        return fields;
    }

    private InputObject upsertOfMany(RelationField field) {
        Model related = field.relatedModel();
        return named(
                field,
                "UpsertWithWhereUnique",
                () -> List.of(
                        required("where", shapes.uniques.of(related)),
                        data("update", shapes.updates.both(related, field.opposite())),
                        data("create", shapes.creates.both(related, field.opposite()))));
    }

    private InputObject updateOfMany(RelationField field) {
        Model related = field.relatedModel();
        return named(
                field,
                "UpdateWithWhereUnique",
                () -> List.of(
                        required("where", shapes.uniques.of(related)),
                        data("data", shapes.updates.both(related, field.opposite()))));
    }

    private InputObject updateMany(RelationField field) {
        Model related = field.relatedModel();
        return named(
                field,
                "UpdateManyWithWhere",
                () -> List.of(
                        required("where", shapes.wheres.withoutRelations(related)),
                        data("data", shapes.updates.bothMany(related, field.opposite()))));
    }

    private InputObject upsertOfOne(RelationField field) {
        Model related = field.relatedModel();
        return named(
                field,
                "Upsert",
                () -> List.of(
                        data("update", shapes.updates.both(related, field.opposite())),
                        data("create", shapes.creates.both(related, field.opposite())),
                        optional("where", shapes.wheres.of(related))));
    }

    private InputObject updateOfOne(RelationField field) {
        Model related = field.relatedModel();
        return named(
                field,
                "UpdateToOneWithWhere",
                () -> List.of(
                        optional("where", shapes.wheres.of(related)),
                        data("data", shapes.updates.both(related, field.opposite()))));
    }

    private InputObject named(RelationField field, String verb, java.util.function.Supplier<List<InputField>> fields) {
        String model = field.relatedModel().name();
        return shapes.input(
                model + verb + CreateInputs.without(field.opposite()) + "Input",
                Meta.of(model),
                Constraints.NONE,
                fields);
    }

    private static InputField data(String name, List<InputType> types) {
        return optional(name, types).requiredIf(true);
    }
}
