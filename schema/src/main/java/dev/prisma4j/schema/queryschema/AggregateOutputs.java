package dev.prisma4j.schema.queryschema;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The results of {@code aggregate} and {@code groupBy}, and the counts of relations. */
final class AggregateOutputs {
    private final Shapes shapes;

    AggregateOutputs(Shapes shapes) {
        this.shapes = shapes;
    }

    OutputObject of(Model model) {
        return shapes.output("Aggregate" + Shapes.capital(model.name()), false, () -> aggregates(model));
    }

    OutputObject ofGroups(Model model) {
        return shapes.output(Shapes.capital(model.name()) + "GroupByOutputType", false, () -> {
            List<OutputField> fields = new ArrayList<>();
            shapes.plainScalars(model).forEach(field -> fields.add(shapes.outputs.scalar(field)));
            fields.addAll(aggregates(model));
            return fields;
        });
    }

    /** The number of related records, for each relation to many. */
    OutputObject relationCounts(Model model) {
        return shapes.output(
                Shapes.capital(model.name()) + "CountOutputType",
                false,
                () -> shapes.relations(model).stream()
                        .filter(RelationField::isList)
                        .map(field -> OutputField.of(
                                field.name(),
                                ScalarShape.INT,
                                false,
                                InputField.optional("where", shapes.wheres.of(field.relatedModel()))))
                        .toList());
    }

    OutputObject affectedRows() {
        return shapes.output(
                "AffectedRowsOutput", false, () -> List.of(OutputField.of("count", ScalarShape.INT, false)));
    }

    private List<OutputField> aggregates(Model model) {
        List<OutputField> fields = new ArrayList<>();
        if (!shapes.plainScalars(model).isEmpty()) {
            fields.add(OutputField.of("_count", counts(model), true));
        }
        add(fields, model, "_avg", "Avg", Shapes::isNumeric, AggregateOutputs::average);
        add(fields, model, "_sum", "Sum", Shapes::isNumeric, field -> shapes.outputs.type(field.type()));
        add(fields, model, "_min", "Min", Shapes::isOrdered, field -> shapes.outputs.type(field.type()));
        add(fields, model, "_max", "Max", Shapes::isOrdered, field -> shapes.outputs.type(field.type()));
        return fields;
    }

    private OutputObject counts(Model model) {
        return shapes.output(Shapes.capital(model.name()) + "CountAggregateOutputType", false, () -> {
            List<OutputField> fields = new ArrayList<>();
            shapes.plainScalars(model)
                    .forEach(field -> fields.add(OutputField.of(field.name(), ScalarShape.INT, false)));
            fields.add(OutputField.of("_all", ScalarShape.INT, false));
            return fields;
        });
    }

    private void add(
            List<OutputField> fields,
            Model model,
            String name,
            String title,
            Predicate<ScalarField> filter,
            Function<ScalarField, OutputType> type) {
        List<ScalarField> eligible =
                shapes.plainScalars(model).stream().filter(filter).toList();
        if (eligible.isEmpty()) {
            return;
        }
        OutputObject object = shapes.output(
                Shapes.capital(model.name()) + title + "AggregateOutputType",
                false,
                () -> eligible.stream()
                        .map(field -> new OutputField(
                                field.name(), List.of(), type.apply(field), isList(name, field), true, null))
                        .toList());
        fields.add(OutputField.of(name, object, true));
    }

    /** The sum of a list field is a list in Prisma's schema, though no database computes it. */
    private static boolean isList(String aggregate, ScalarField field) {
        return aggregate.equals("_sum") && field.isList();
    }

    private static OutputType average(ScalarField field) {
        return field.is(ScalarType.DECIMAL) ? ScalarShape.DECIMAL : ScalarShape.FLOAT;
    }
}
