package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;

import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The changes of records, with relations or with foreign keys, as in {@link CreateInputs}. */
final class UpdateInputs {
    private final Shapes shapes;

    UpdateInputs(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Both inputs of one changed record, the one with relations first. */
    List<InputType> both(Model model, @Nullable RelationField parent) {
        return List.of(checked(model, parent), unchecked(model, parent));
    }

    /** Both inputs of many changed records. */
    List<InputType> bothMany(Model model, @Nullable RelationField parent) {
        return List.of(checkedMany(model), uncheckedMany(model, parent));
    }

    private InputObject checked(Model model, @Nullable RelationField parent) {
        return shapes.input(
                model.name() + "Update" + CreateInputs.without(parent) + "Input",
                Meta.of(model.name()),
                Constraints.NONE,
                () -> {
                    List<InputField> fields = scalars(model, this::isChecked);
                    shapes.relations(model).stream()
                            .filter(field -> field != parent)
                            .forEach(
                                    field -> fields.add(optional(field.name(), shapes.nestedUpdates.of(field, false))));
                    return fields;
                });
    }

    private InputObject unchecked(Model model, @Nullable RelationField parent) {
        return shapes.input(
                model.name() + "UncheckedUpdate" + CreateInputs.without(parent) + "Input",
                Meta.of(model.name()),
                Constraints.NONE,
                () -> {
                    List<InputField> fields = scalars(model, unchecked(parent));
                    shapes.relations(model).stream()
                            .filter(field -> field != parent && !CreateInputs.isInlined(field))
                            .forEach(field -> fields.add(optional(field.name(), shapes.nestedUpdates.of(field, true))));
                    return fields;
                });
    }

    private InputObject checkedMany(Model model) {
        return shapes.input(
                model.name() + "UpdateManyMutationInput",
                Meta.of(model.name()),
                Constraints.NONE,
                () -> scalars(model, this::isChecked));
    }

    private InputObject uncheckedMany(Model model, @Nullable RelationField parent) {
        return shapes.input(
                model.name() + "UncheckedUpdateMany" + CreateInputs.without(parent) + "Input",
                Meta.of(model.name()),
                Constraints.NONE,
                () -> scalars(model, unchecked(parent)));
    }

    private List<InputField> scalars(Model model, Predicate<ScalarField> filter) {
        List<InputField> fields = new ArrayList<>();
        for (ScalarField field : shapes.scalars(model)) {
            if (filter.test(field)) {
                fields.add(
                        field.type() instanceof CompositeType type
                                ? shapes.composites.update(field, type, model.name())
                                : shapes.operations.update(field, model.name()));
            }
        }
        return fields;
    }

    private boolean isChecked(ScalarField field) {
        boolean generated = (field.isId() || field.isUnique()) && CreateInputs.isAutoincrementInt(field);
        boolean fixed = !shapes.capabilities.canUpdateIds()
                && UniqueInputs.identity(field.model()).contains(field);
        return !field.isForeignKey() && !generated && !fixed;
    }

    private Predicate<ScalarField> unchecked(@Nullable RelationField parent) {
        return field ->
                !CreateInputs.isKeyOf(field, parent) && (shapes.capabilities.canUpdateIds() || !isInPrimaryKey(field));
    }

    private static boolean isInPrimaryKey(ScalarField field) {
        return field.model().primaryKey().stream()
                .flatMap(key -> key.fields().stream())
                .anyMatch(part -> part.field() == field);
    }
}
