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
        return shapes.output("Aggregate" + model.name(), false, () -> aggregates(model));
    }

    OutputObject ofGroups(Model model) {
        return shapes.output(model.name() + "GroupByOutputType", false, () -> {
            List<OutputField> fields = new ArrayList<>();
            shapes.plainScalars(model).forEach(field -> fields.add(shapes.outputs.scalar(field)));
            fields.addAll(aggregates(model));
            return fields;
        });
    }

    /** The number of related records, for each relation to many. */
    OutputObject relationCounts(Model model) {
        return shapes.output(
                model.name() + "CountOutputType",
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
        fields.add(OutputField.of("_count", counts(model), true));
        add(fields, model, "_avg", "Avg", Shapes::isNumeric, AggregateOutputs::average);
        add(fields, model, "_sum", "Sum", Shapes::isNumeric, field -> shapes.outputs.type(field.type()));
        add(fields, model, "_min", "Min", Shapes::isOrdered, field -> shapes.outputs.type(field.type()));
        add(fields, model, "_max", "Max", Shapes::isOrdered, field -> shapes.outputs.type(field.type()));
        return fields;
    }

    private OutputObject counts(Model model) {
        return shapes.output(model.name() + "CountAggregateOutputType", false, () -> {
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
                model.name() + title + "AggregateOutputType",
                false,
                () -> eligible.stream()
                        .map(field -> OutputField.of(field.name(), type.apply(field), true))
                        .toList());
        fields.add(OutputField.of(name, object, true));
    }

    private static OutputType average(ScalarField field) {
        return field.is(ScalarType.DECIMAL) ? ScalarShape.DECIMAL : ScalarShape.FLOAT;
    }
}
