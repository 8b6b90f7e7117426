package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;

import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The conditions on records: {@code UserWhereInput} and its relatives, and the filters on relations. */
final class WhereInputs {
    private final Shapes shapes;

    WhereInputs(Shapes shapes) {
        this.shapes = shapes;
    }

    /** All conditions on a model. */
    InputObject of(Model model) {
        return condition(model.name(), model.name() + "WhereInput", () -> {
            List<InputField> fields = new ArrayList<>();
            shapes.scalars(model).forEach(field -> fields.add(scalar(field, model.name(), false)));
            shapes.relations(model).forEach(field -> fields.add(relation(field)));
            return fields;
        });
    }

    /** All conditions on a composite type. */
    InputObject of(CompositeType type) {
        return condition(
                type.name(),
                type.name() + "WhereInput",
                () -> shapes.fields(type).stream()
                        .map(field -> scalar(field, type.name(), false))
                        .toList());
    }

    /** The conditions on a model without its relations. */
    InputObject withoutRelations(Model model) {
        return condition(
                model.name(),
                model.name() + "ScalarWhereInput",
                () -> shapes.plainScalars(model).stream()
                        .map(field -> scalar(field, model.name(), false))
                        .toList());
    }

    /** The conditions on groups. */
    InputObject onGroups(Model model) {
        return condition(
                model.name(),
                model.name() + "ScalarWhereWithAggregatesInput",
                () -> shapes.plainScalars(model).stream()
                        .map(field -> scalar(field, model.name(), true))
                        .toList());
    }

    private InputObject condition(String container, String name, Supplier<List<InputField>> more) {
        return shapes.input(name, Meta.filtering(container), Constraints.NONE, () -> {
            InputObject self = shapes.input(name, Meta.filtering(container), Constraints.NONE, List::of);
            List<InputField> fields = combinators(self);
            fields.addAll(more.get());
            return fields;
        });
    }

    /** {@code AND}, {@code OR} and {@code NOT} of conditions. */
    List<InputField> combinators(InputObject condition) {
        InputType list = shapes.list(condition);
        return new ArrayList<>(
                List.of(optional("AND", condition, list), optional("OR", list), optional("NOT", condition, list)));
    }

    /** The condition on one field with a column. */
    InputField scalar(ScalarField field, String container, boolean aggregates) {
        if (field.type() instanceof CompositeType composite) {
            return shapes.composites.filter(field, composite, container);
        }
        if (field.isList()) {
            return optional(field.name(), shapes.filters.ofList(field, container));
        }
        InputObject filter = shapes.filters.of(field, aggregates);
        if (field.is(ScalarType.JSON)) {
            return optional(field.name(), filter);
        }
        InputType value = shapes.value(field);
        return (field.isOptional()
                        ? optional(field.name(), filter, value, ScalarShape.NULL)
                        : optional(field.name(), filter, value))
                .parameter();
    }

    /** The condition on a relation. */
    InputField relation(RelationField field) {
        Model related = field.relatedModel();
        InputObject where = of(related);
        if (field.isList()) {
            return optional(field.name(), listFilter(related));
        }
        InputObject filter = toOneFilter(related, field.isOptional());
        return field.isOptional()
                ? optional(field.name(), filter, where, ScalarShape.NULL)
                : optional(field.name(), filter, where);
    }

    private InputObject listFilter(Model related) {
        return shapes.input(
                Shapes.capital(related.name()) + "ListRelationFilter",
                Meta.of(related.name()),
                Constraints.NONE,
                () -> {
                    InputObject where = of(related);
                    return List.of(optional("every", where), optional("some", where), optional("none", where));
                });
    }

    private InputObject toOneFilter(Model related, boolean nullable) {
        String name = Shapes.capital(related.name()) + (nullable ? "Nullable" : "") + "ScalarRelationFilter";
        return shapes.input(name, Meta.of(related.name()), Constraints.NONE, () -> {
            InputObject where = of(related);
            return nullable
                    ? List.of(optional("is", where, ScalarShape.NULL), optional("isNot", where, ScalarShape.NULL))
                    : List.of(optional("is", where), optional("isNot", where));
        });
    }
}
