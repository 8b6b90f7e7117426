package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;

import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The data of new records: with relations in place of foreign keys ({@code UserCreateInput}), with foreign keys as they
 * are ({@code UserUncheckedCreateInput}), and without relations ({@code UserCreateManyInput}).
 *
 * <p>Inside a nested write the relation back to the parent is given by the nesting, so each input also exists without
 * it: {@code PostCreateWithoutAuthorInput}.
 */
final class CreateInputs {
    private final Shapes shapes;

    CreateInputs(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Whether clients can create records: not where a column that they cannot write needs a value. */
    static boolean canCreate(Model model) {
        return !model.isView()
                && model.scalarFields().stream()
                        .noneMatch(field -> field.isUnsupported()
                                && !field.isIgnored()
                                && field.isRequired()
                                && field.defaultValue().isEmpty());
    }

    /** Both inputs of one new record, the one with relations first. */
    List<InputType> both(Model model, @Nullable RelationField parent) {
        return List.of(checked(model, parent), unchecked(model, parent));
    }

    private InputObject checked(Model model, @Nullable RelationField parent) {
        return shapes.input(
                model.name() + "Create" + without(parent) + "Input", Meta.of(model.name()), Constraints.NONE, () -> {
                    List<InputField> fields = scalars(model, CreateInputs::isChecked);
                    shapes.relations(model).stream()
                            .filter(field -> field != parent)
                            .forEach(field -> fields.add(relation(field, false)));
                    return fields;
                });
    }

    private InputObject unchecked(Model model, @Nullable RelationField parent) {
        return shapes.input(
                model.name() + "UncheckedCreate" + without(parent) + "Input",
                Meta.of(model.name()),
                Constraints.NONE,
                () -> {
                    List<InputField> fields = scalars(model, field -> !isKeyOf(field, parent));
                    shapes.relations(model).stream()
                            .filter(field -> field != parent && !isInlined(field))
                            .forEach(field -> fields.add(relation(field, true)));
                    return fields;
                });
    }

    /** The input of one of many new records. */
    InputObject many(Model model, @Nullable RelationField parent) {
        return shapes.input(
                model.name() + "CreateMany" + (parent == null ? "" : Shapes.capital(parent.name())) + "Input",
                Meta.of(model.name()),
                Constraints.NONE,
                () -> scalars(model, field -> !isKeyOf(field, parent) && canBeGivenToMany(field)));
    }

    private boolean canBeGivenToMany(ScalarField field) {
        return shapes.capabilities.canCreateManyWithAutoincrement() || !isAutoincrement(field);
    }

    /** Whether the data of a new record may not be left out: where a column has no default, {@code @updatedAt} or not. */
    boolean needsData(Model model) {
        return shapes.scalars(model).stream()
                .anyMatch(field -> field.isRequired() && field.defaultValue().isEmpty());
    }

    private List<InputField> scalars(Model model, Predicate<ScalarField> filter) {
        List<InputField> fields = new ArrayList<>();
        for (ScalarField field : shapes.scalars(model)) {
            if (filter.test(field)) {
                fields.add(
                        field.type() instanceof CompositeType type
                                ? shapes.composites.create(field, type, model.name())
                                : shapes.operations.create(field, model.name()));
            }
        }
        return fields;
    }

    private InputField relation(RelationField field, boolean unchecked) {
        return optional(field.name(), shapes.nestedCreates.of(field, unchecked))
                .requiredIf(!unchecked && mustBeGiven(field));
    }

    private static boolean mustBeGiven(RelationField field) {
        return field.isRequired()
                && field.fields().stream().anyMatch(key -> key.defaultValue().isEmpty());
    }

    private static boolean isChecked(ScalarField field) {
        return !field.isForeignKey() && !(field.isId() && isAutoincrementInt(field));
    }

    static boolean isAutoincrementInt(ScalarField field) {
        return field.is(ScalarType.INT) && isAutoincrement(field);
    }

    static boolean isAutoincrement(ScalarField field) {
        return field.defaultValue()
                .filter(value -> value instanceof DefaultValue.Function function
                        && (function.name().equals("autoincrement")
                                || function.name().equals("sequence")))
                .isPresent();
    }

    /** Whether the foreign key of the relation is in columns of the field's own model. */
    static boolean isInlined(RelationField field) {
        return !field.fields().isEmpty() && !field.isList();
    }

    /** Whether the scalar field is part of the foreign key of that relation. */
    static boolean isKeyOf(ScalarField scalar, @Nullable RelationField parent) {
        if (parent == null || !isInlined(parent)) {
            return false;
        }
        return parent.fields().contains(scalar);
    }

    static String without(@Nullable RelationField parent) {
        return parent == null ? "" : "Without" + Shapes.capital(parent.name());
    }
}
