package dev.prisma4j.schema.queryschema;

import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** The results that hold records: models with their relations, composite types, and what bulk writes return. */
final class ModelOutputs {
    private final Shapes shapes;

    ModelOutputs(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Records of a model. */
    OutputObject of(Model model) {
        return shapes.output(model.name(), true, () -> {
            List<OutputField> fields = scalars(model);
            shapes.relations(model).forEach(field -> fields.add(relation(field)));
            if (shapes.relations(model).stream().anyMatch(RelationField::isList)) {
                fields.add(OutputField.of("_count", shapes.aggregates.relationCounts(model), false));
            }
            return fields;
        });
    }

    /** The records that {@code createManyAndReturn} or {@code updateManyAndReturn} returns. */
    OutputObject ofMany(Model model, String verb) {
        return shapes.output(verb + "Many" + model.name() + "AndReturnOutputType", true, () -> {
            List<OutputField> fields = scalars(model);
            shapes.relations(model).stream()
                    .filter(CreateInputs::isInlined)
                    .forEach(field -> fields.add(relation(field)));
            return fields;
        });
    }

    private List<OutputField> scalars(Model model) {
        List<OutputField> fields = new ArrayList<>();
        shapes.scalars(model).forEach(field -> fields.add(scalar(field)));
        return fields;
    }

    OutputField scalar(ScalarField field) {
        return new OutputField(field.name(), List.of(), type(field.type()), field.isList(), !field.isRequired(), null);
    }

    OutputType type(FieldType type) {
        if (type instanceof CompositeType composite) {
            return shapes.output(
                    composite.name(),
                    true,
                    () -> shapes.fields(composite).stream().map(this::scalar).toList());
        }
        if (type instanceof EnumType enumType) {
            return shapes.enumeration(enumType);
        }
        if (type instanceof ScalarType scalar) {
            return ScalarShape.of(scalar);
        }
        throw new IllegalArgumentException(type.text() + " cannot be read");
    }

    private OutputField relation(RelationField field) {
        Model related = field.relatedModel();
        List<InputField> arguments;
        if (field.isList()) {
            arguments = records(related);
        } else if (field.isOptional()) {
            arguments = List.of(InputField.optional("where", shapes.wheres.of(related)));
        } else {
            arguments = List.of();
        }
        return new OutputField(field.name(), arguments, of(related), field.isList(), !field.isRequired(), null);
    }

    /** The arguments that choose records of a model. */
    List<InputField> records(Model model) {
        List<InputField> arguments = page(model);
        EnumShape fields = shapes.scalarFieldEnum(model);
        arguments.add(InputField.optional("distinct", fields, shapes.list(fields)));
        return arguments;
    }

    /** The arguments that choose records of a model for an aggregate. */
    List<InputField> page(Model model) {
        List<InputField> arguments = new ArrayList<>();
        InputObject order = shapes.orderings.of(model);
        arguments.add(InputField.optional("where", shapes.wheres.of(model)));
        arguments.add(InputField.optional("orderBy", shapes.list(order), order));
        if (UniqueInputs.hasKeys(model)) {
            arguments.add(InputField.optional("cursor", shapes.uniques.of(model)));
        }
        addTakeAndSkip(arguments, model);
        return arguments;
    }

    /** Without a key there is no order to fall back on, so a page then needs one. */
    static void addTakeAndSkip(List<InputField> arguments, Model model) {
        for (String name : List.of("take", "skip")) {
            InputField argument = InputField.optional(name, ScalarShape.INT);
            arguments.add(UniqueInputs.hasKeys(model) ? argument : argument.together("orderBy"));
        }
    }
}
