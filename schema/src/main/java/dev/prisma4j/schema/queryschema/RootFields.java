package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;
import static dev.prisma4j.schema.queryschema.InputField.required;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.queryschema.Operation.Action;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations themselves, with their arguments, in the order of models and then of actions. */
final class RootFields {
    private final Shapes shapes;

    RootFields(Shapes shapes) {
        this.shapes = shapes;
    }

    List<OutputField> queries() {
        List<OutputField> fields = new ArrayList<>();
        for (Model model : shapes.models()) {
            addReads(fields, model);
            if (shapes.capabilities.hasRawDocuments()) {
                fields.add(raw(Action.FIND_RAW, model, optional("filter", ScalarShape.JSON)));
                fields.add(raw(Action.AGGREGATE_RAW, model, optional("pipeline", shapes.list(ScalarShape.JSON))));
            }
        }
        return fields;
    }

    private void addReads(List<OutputField> fields, Model model) {
        OutputObject record = shapes.outputs.of(model);
        List<InputField> records = joinable(shapes.outputs.records(model));
        fields.add(root(Action.FIND_FIRST, model, records, record, false, true));
        fields.add(root(Action.FIND_FIRST_OR_THROW, model, records, record, false, true));
        fields.add(root(Action.FIND_MANY, model, records, record, true, false));
        fields.add(
                root(Action.AGGREGATE, model, shapes.outputs.page(model), shapes.aggregates.of(model), false, false));
        fields.add(root(Action.GROUP_BY, model, groupBy(model), shapes.aggregates.ofGroups(model), true, false));
        if (UniqueInputs.hasKeys(model)) {
            List<InputField> one = joinable(List.of(required("where", shapes.uniques.of(model))));
            fields.add(root(Action.FIND_UNIQUE, model, one, record, false, true));
            fields.add(root(Action.FIND_UNIQUE_OR_THROW, model, one, record, false, true));
        }
    }

    private List<InputField> groupBy(Model model) {
        InputObject order = shapes.orderings.ofGroups(model);
        EnumShape names = shapes.scalarFieldEnum(model);
        List<InputField> arguments = new ArrayList<>();
        arguments.add(optional("where", shapes.wheres.of(model)));
        arguments.add(optional("orderBy", shapes.list(order), order));
        arguments.add(required("by", shapes.list(names), names));
        arguments.add(optional("having", shapes.wheres.onGroups(model)));
        ModelOutputs.addTakeAndSkip(arguments, model);
        return arguments;
    }

    private static OutputField raw(Action action, Model model, InputField argument) {
        List<InputField> arguments = List.of(argument, optional("options", ScalarShape.JSON));
        return root(action, model, arguments, ScalarShape.JSON, false, false);
    }

    List<OutputField> mutations() {
        List<OutputField> fields = new ArrayList<>();
        for (Model model : shapes.models()) {
            if (!model.isView()) {
                addWrites(fields, model);
            }
        }
        if (shapes.capabilities.hasRawSql()) {
            List<InputField> arguments =
                    List.of(required("query", ScalarShape.STRING), optional("parameters", ScalarShape.JSON));
            fields.add(root(Action.EXECUTE_RAW, null, arguments, ScalarShape.JSON, false, false));
            fields.add(root(Action.QUERY_RAW, null, arguments, ScalarShape.JSON, false, false));
        }
        if (shapes.capabilities.hasRawDocuments()) {
            List<InputField> arguments = List.of(required("command", ScalarShape.JSON));
            fields.add(root(Action.RUN_COMMAND_RAW, null, arguments, ScalarShape.JSON, false, false));
        }
        return fields;
    }

    private void addWrites(List<OutputField> fields, Model model) {
        boolean creates = CreateInputs.canCreate(model);
        boolean keys = UniqueInputs.hasKeys(model);
        OutputObject record = shapes.outputs.of(model);
        if (creates) {
            List<InputField> data = List.of(
                    optional("data", shapes.creates.both(model, null)).requiredIf(shapes.creates.needsData(model)));
            fields.add(root(Action.CREATE_ONE, model, joinable(data), record, false, false));
            if (keys) {
                fields.add(root(Action.UPSERT_ONE, model, joinable(upsert(model)), record, false, false));
            }
            addCreateMany(fields, model);
        }
        if (keys) {
            List<InputField> where = List.of(required("where", shapes.uniques.of(model)));
            List<InputField> update =
                    List.of(optional("data", shapes.updates.both(model, null)).requiredIf(true), where.get(0));
            fields.add(root(Action.DELETE_ONE, model, joinable(where), record, false, true));
            fields.add(root(Action.UPDATE_ONE, model, joinable(update), record, false, true));
        }
        addUpdateMany(fields, model);
        List<InputField> where =
                List.of(optional("where", shapes.wheres.of(model)), optional("limit", ScalarShape.INT));
        fields.add(root(Action.DELETE_MANY, model, where, shapes.aggregates.affectedRows(), false, false));
    }

    private List<InputField> upsert(Model model) {
        return List.of(
                required("where", shapes.uniques.of(model)),
                optional("create", shapes.creates.both(model, null)).requiredIf(true),
                optional("update", shapes.updates.both(model, null)).requiredIf(true));
    }

    private void addCreateMany(List<OutputField> fields, Model model) {
        if (!shapes.capabilities.canCreateMany()) {
            return;
        }
        InputObject input = shapes.creates.many(model, null);
        List<InputField> arguments = new ArrayList<>();
        arguments.add(required("data", input, shapes.list(input)));
        if (shapes.capabilities.canSkipDuplicates()) {
            arguments.add(optional("skipDuplicates", ScalarShape.BOOLEAN));
        }
        fields.add(root(Action.CREATE_MANY, model, arguments, shapes.aggregates.affectedRows(), false, false));
        if (shapes.capabilities.canReturnManyWritten()) {
            OutputObject created = shapes.outputs.ofMany(model, "Create");
            fields.add(root(Action.CREATE_MANY_AND_RETURN, model, arguments, created, true, false));
        }
    }

    private void addUpdateMany(List<OutputField> fields, Model model) {
        List<InputField> arguments = List.of(
                optional("data", shapes.updates.bothMany(model, null)).requiredIf(true),
                optional("where", shapes.wheres.of(model)),
                optional("limit", ScalarShape.INT));
        fields.add(root(Action.UPDATE_MANY, model, arguments, shapes.aggregates.affectedRows(), false, false));
        if (shapes.capabilities.canReturnManyWritten()) {
            OutputObject updated = shapes.outputs.ofMany(model, "Update");
            fields.add(root(Action.UPDATE_MANY_AND_RETURN, model, arguments, updated, true, false));
        }
    }

    /** The arguments, and the choice of how relations are loaded where the database has one. */
    private List<InputField> joinable(List<InputField> arguments) {
        if (!shapes.capabilities.canJoinRelations()) {
            return arguments;
        }
        List<InputField> all = new ArrayList<>(arguments);
        all.add(optional("relationLoadStrategy", shapes.enumeration("RelationLoadStrategy", List.of("query", "join"))));
        return all;
    }

    private static OutputField root(
            Action action,
            @Nullable Model model,
            List<InputField> arguments,
            OutputType type,
            boolean list,
            boolean nullable) {
        return new OutputField(action.fieldName(model), arguments, type, list, nullable, new Operation(action, model));
    }
}
