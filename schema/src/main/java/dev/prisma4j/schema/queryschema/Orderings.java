package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;
import static dev.prisma4j.schema.queryschema.InputField.required;

import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The inputs of {@code orderBy}. */
final class Orderings {
    private final Shapes shapes;

    Orderings(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The ordering of records. */
    InputObject of(Model model) {
        return shapes.input(
                model.name() + "OrderByWithRelationInput", Meta.of(model.name()), Constraints.AT_MOST_ONE, () -> {
                    List<InputField> fields = new ArrayList<>();
                    shapes.scalars(model).forEach(field -> fields.add(scalar(field)));
                    shapes.relations(model).forEach(field -> fields.add(relation(field)));
                    addRelevance(fields, model);
                    return fields;
                });
    }

    /** The ordering of groups. */
    InputObject ofGroups(Model model) {
        return shapes.input(
                model.name() + "OrderByWithAggregationInput",
                Meta.of(model.name()),
                Constraints.AT_MOST_ONE,
                () -> groupFields(model));
    }

    private List<InputField> groupFields(Model model) {
        List<InputField> fields = new ArrayList<>();
        List<ScalarField> scalars = shapes.plainScalars(model);
        scalars.forEach(field -> fields.add(scalar(field)));
        addAggregate(fields, model, "_count", "Count", field -> true);
        addAggregate(fields, model, "_avg", "Avg", Shapes::isNumeric);
        addAggregate(fields, model, "_max", "Max", Shapes::isOrdered);
        addAggregate(fields, model, "_min", "Min", Shapes::isOrdered);
        addAggregate(fields, model, "_sum", "Sum", Shapes::isNumeric);
        return fields;
    }

    private void addAggregate(
            List<InputField> fields, Model model, String name, String title, Predicate<ScalarField> filter) {
        List<ScalarField> eligible =
                shapes.plainScalars(model).stream().filter(filter).toList();
        if (eligible.isEmpty()) {
            return;
        }
        InputObject type = shapes.input(
                model.name() + title + "OrderByAggregateInput",
                Meta.of(model.name()),
                Constraints.EXACTLY_ONE,
                () -> eligible.stream()
                        .map(field -> optional(field.name(), shapes.sortOrder()))
                        .toList());
        fields.add(optional(name, type));
    }

    private InputField scalar(ScalarField field) {
        if (field.type() instanceof CompositeType composite) {
            return optional(field.name(), field.isList() ? compositeList(composite) : composite(composite));
        }
        if (field.isOptional() && shapes.capabilities.canOrderNulls()) {
            return optional(field.name(), shapes.sortOrder(), sortOrderInput());
        }
        return optional(field.name(), shapes.sortOrder());
    }

    private InputField relation(RelationField field) {
        Model related = field.relatedModel();
        return optional(field.name(), field.isList() ? relationList(related) : of(related));
    }

    private InputObject sortOrderInput() {
        return shapes.input(
                "SortOrderInput",
                Meta.NONE,
                Constraints.NONE,
                () -> List.of(
                        required("sort", shapes.sortOrder()),
                        optional("nulls", shapes.enumeration("NullsOrder", List.of("first", "last")))));
    }

    private InputObject relationList(Model related) {
        return shapes.input(
                related.name() + "OrderByRelationAggregateInput",
                Meta.of(related.name()),
                Constraints.EXACTLY_ONE,
                () -> List.of(optional("_count", shapes.sortOrder())));
    }

    private InputObject compositeList(CompositeType type) {
        return shapes.input(
                type.name() + "OrderByCompositeAggregateInput",
                Meta.of(type.name()),
                Constraints.EXACTLY_ONE,
                () -> List.of(optional("_count", shapes.sortOrder())));
    }

    private InputObject composite(CompositeType type) {
        return shapes.input(
                type.name() + "OrderByInput",
                Meta.of(type.name()),
                Constraints.AT_MOST_ONE,
                () -> shapes.fields(type).stream().map(this::scalar).toList());
    }

    private void addRelevance(List<InputField> fields, Model model) {
        List<String> texts = shapes.plainScalars(model).stream()
                .filter(field -> field.is(ScalarType.STRING))
                .map(Field::name)
                .toList();
        if (!shapes.capabilities.hasFullTextSearch() || texts.isEmpty()) {
            return;
        }
        InputObject type =
                shapes.input(model.name() + "OrderByRelevanceInput", Meta.of(model.name()), Constraints.NONE, () -> {
                    EnumShape names = shapes.enumeration(model.name() + "OrderByRelevanceFieldEnum", texts);
                    return List.of(
                            required("fields", names, shapes.list(names)),
                            required("sort", shapes.sortOrder()),
                            required("search", ScalarShape.STRING).parameter());
                });
        fields.add(optional("_relevance", type));
    }
}
