package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.CreateManyAndReturn;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.queryschema.Operation.Action;
import dev.prisma4j.schema.queryschema.OutputField;
import dev.prisma4j.schema.queryschema.OutputObject;
import dev.prisma4j.schema.queryschema.QuerySchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns one request into a query, or rejects it. */
final class QueryParser {
    private final Schema schema;
    private final QuerySchema queries;
    private final InputParser inputs;
    private final ReadTranslator reads;
    private final WriteTranslator writes;
    private final SelectionParser selections;
    private final AggregateParser aggregates;

    QueryParser(Schema schema) {
        this.schema = schema;
        this.queries = QuerySchema.of(schema);
        this.inputs = new InputParser();
        this.reads = new ReadTranslator(new ValueTranslator(schema));
        this.writes = new WriteTranslator(reads);
        this.selections = new SelectionParser(inputs, reads);
        this.aggregates = new AggregateParser(selections, reads);
    }

    /**
     * A request ready to run.
     *
     * @param action the action, under which the result goes
     * @param model the model, or null for raw queries
     * @param query what to run
     * @param result makes what is written of what running gives
     */
    record Parsed(
            Action action, @Nullable Model model, Query<?> query, Function<@Nullable Object, @Nullable Object> result) {
        /** What is asked for, without any values. */
        String operation() {
            return model == null ? action.text() : action.text() + " of " + model.name();
        }
    }

    Parsed parse(JsonNode request) {
        String name = text(request, "action");
        Action action = action(name == null ? "" : name);
        boolean raw = action == Action.QUERY_RAW || action == Action.EXECUTE_RAW;
        String modelName = raw ? null : text(request, "modelName");
        Model model = modelName == null ? null : schema.model(modelName).orElse(null);
        OutputField operation = action == null || modelName != null && model == null
                ? null
                : queries.operation(action, model).orElse(null);
        if (action == null || operation == null) {
            throw new UnreadableRequest("Operation '" + name + "'"
                    + (modelName == null ? "" : " for model '" + modelName + "'") + " does not match any query.");
        }
        JsonNode query = request.path("query");
        List<String> path = List.of(operation.name());
        Values arguments = inputs.arguments(operation, object(query, "arguments"), path);
        JsonNode selection = query.get("selection");
        if (model == null) {
            return raw(action, arguments);
        }
        return ofModel(action, model, operation, arguments, selection, path);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isString() ? null : value.stringValue();
    }

    private static @Nullable JsonNode object(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isObject() ? null : value;
    }

    private static @Nullable Action action(String name) {
        for (Action action : Action.values()) {
            if (action.text().equals(name)) {
                return action;
            }
        }
        return null;
    }

    private Parsed ofModel(
            Action action,
            Model model,
            OutputField operation,
            Values arguments,
            @Nullable JsonNode selection,
            List<String> path) {
        OutputObject type = (OutputObject) operation.type();
        return switch (action) {
            case AGGREGATE -> plain(action, model, aggregates.aggregate(model, arguments, type, selection, path));
            case GROUP_BY -> plain(action, model, aggregates.groupBy(model, arguments, type, selection, path));
            case CREATE_MANY -> counted(action, model, type, selection, path, createMany(model, arguments));
            case UPDATE_MANY -> counted(action, model, type, selection, path, updateMany(model, arguments));
            case DELETE_MANY -> counted(action, model, type, selection, path, deleteMany(model, arguments));
            default -> records(action, model, arguments, selections.records(type, model, selection, path));
        };
    }

    private Parsed records(Action action, Model model, Values arguments, Selection<Object> selection) {
        return switch (action) {
            case FIND_UNIQUE -> plain(action, model, findUnique(model, arguments, selection));
            case FIND_UNIQUE_OR_THROW -> orThrow(action, model, findUnique(model, arguments, selection));
            case FIND_FIRST -> plain(action, model, findFirst(model, arguments, selection));
            case FIND_FIRST_OR_THROW -> orThrow(action, model, findFirst(model, arguments, selection));
            case FIND_MANY ->
                plain(
                        action,
                        model,
                        new FindMany<>(
                                model,
                                reads.arguments(model, arguments),
                                selection,
                                ReadTranslator.options(arguments)));
            case CREATE_ONE ->
                plain(action, model, new Create<>(model, writes.create(model, arguments.object("data")), selection));
            case CREATE_MANY_AND_RETURN ->
                plain(
                        action,
                        model,
                        new CreateManyAndReturn<>(
                                model,
                                writes.rows(model, arguments.objects("data")),
                                skipDuplicates(arguments),
                                selection));
            case UPDATE_ONE ->
                plain(
                        action,
                        model,
                        new Update<>(
                                model,
                                reads.unique(model, part(arguments, "where")),
                                writes.update(model, part(arguments, "data")),
                                selection));
            case UPDATE_MANY_AND_RETURN ->
                plain(
                        action,
                        model,
                        new UpdateManyAndReturn<>(
                                model,
                                reads.where(model, arguments.object("where")),
                                writes.update(model, part(arguments, "data")),
                                limit(model, arguments),
                                selection));
            case UPSERT_ONE ->
                plain(
                        action,
                        model,
                        new Upsert<>(
                                model,
                                reads.unique(model, part(arguments, "where")),
                                writes.create(model, part(arguments, "create")),
                                writes.update(model, part(arguments, "update")),
                                selection));
            case DELETE_ONE ->
                plain(action, model, new Delete<>(model, reads.unique(model, part(arguments, "where")), selection));
            default -> throw new UnreadableRequest("Operation '" + action.text() + "' is not supported.");
        };
    }

    private FindUnique<Object> findUnique(Model model, Values arguments, Selection<Object> selection) {
        return new FindUnique<>(
                model, reads.unique(model, part(arguments, "where")), selection, ReadTranslator.options(arguments));
    }

    private FindFirst<Object> findFirst(Model model, Values arguments, Selection<Object> selection) {
        Integer take = ReadTranslator.take(arguments);
        if (take != null && Math.abs(take) != 1) {
            throw Errors.inputError(
                    model, "The 'findFirst' operation cannot be used with a 'take' argument that isn't 1 or -1");
        }
        return new FindFirst<>(model, reads.arguments(model, arguments), selection, ReadTranslator.options(arguments));
    }

    private CreateMany createMany(Model model, Values arguments) {
        return new CreateMany(model, writes.rows(model, arguments.objects("data")), skipDuplicates(arguments));
    }

    private UpdateMany updateMany(Model model, Values arguments) {
        return new UpdateMany(
                model,
                reads.where(model, arguments.object("where")),
                writes.update(model, part(arguments, "data")),
                limit(model, arguments));
    }

    private DeleteMany deleteMany(Model model, Values arguments) {
        return new DeleteMany(model, reads.where(model, arguments.object("where")), limit(model, arguments));
    }

    private static @Nullable Integer limit(Model model, Values arguments) {
        Integer limit = ReadTranslator.number(arguments.get("limit"));
        if (limit != null && limit < 0) {
            throw Errors.inputError(model, "Provided limit (" + limit + ") must be a positive integer.");
        }
        return limit;
    }

    private static boolean skipDuplicates(Values arguments) {
        return Boolean.TRUE.equals(arguments.get("skipDuplicates"));
    }

    private static Values part(Values arguments, String name) {
        return Objects.requireNonNull(arguments.object(name), name);
    }

    private static Parsed plain(Action action, Model model, Query<?> query) {
        return new Parsed(action, model, query, result -> result);
    }

    private static Parsed orThrow(Action action, Model model, Query<?> query) {
        return new Parsed(action, model, query, result -> {
            if (result == null) {
                throw Errors.recordNotFound(model, "a query");
            }
            return result;
        });
    }

    private Parsed counted(
            Action action,
            Model model,
            OutputObject type,
            @Nullable JsonNode selection,
            List<String> path,
            Query<Long> query) {
        selections.fields(type, selection, path);
        return new Parsed(action, model, query, result -> Map.of("count", number(result)));
    }

    private static PlainNumber number(@Nullable Object value) {
        return new PlainNumber(((Number) Objects.requireNonNull(value)).longValue());
    }

    private Parsed raw(Action action, Values arguments) {
        String sql = (String) Objects.requireNonNull(arguments.get("query"));
        Provider provider = schema.datasource().map(Datasource::provider).orElse(Provider.SQLITE);
        RawSql raw = new RawSql.Text(sql, new RawParameters(provider).parse(arguments.get("parameters")));
        if (action == Action.EXECUTE_RAW) {
            return new Parsed(action, null, new RawExecute(raw), QueryParser::number);
        }
        RawResult result = new RawResult(provider);
        return new Parsed(action, null, new RawQuery<>(raw, result), result::of);
    }
}
