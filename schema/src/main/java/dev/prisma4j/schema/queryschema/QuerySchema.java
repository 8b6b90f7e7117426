package dev.prisma4j.schema.queryschema;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every operation that a schema offers. Made once per schema; types come into being when a query first reaches them.
 * Safe for use by several threads.
 */
public final class QuerySchema {
    private final Schema schema;
    private final OutputObject query;
    private final OutputObject mutation;
    private final Map<Model, Map<Operation.Action, OutputField>> ofModel = new HashMap<>();
    private final Map<Operation.Action, OutputField> withoutModel = new EnumMap<>(Operation.Action.class);
    private final @Nullable EnumShape isolationLevels;

    private QuerySchema(Schema schema) {
        this.schema = schema;
        Shapes shapes = new Shapes(schema);
        RootFields roots = new RootFields(shapes);
        query = new OutputObject("Query", false, roots::queries);
        mutation = new OutputObject("Mutation", false, roots::mutations);
        isolationLevels = shapes.isolationLevels();
        List<OutputField> all = new ArrayList<>(query.fields());
        all.addAll(mutation.fields());
        all.forEach(this::index);
    }

    /** The query schema of a validated schema. */
    public static QuerySchema of(Schema schema) {
        return new QuerySchema(schema);
    }

    /** The models that clients see, and after them the views. */
    public static List<Model> modelsOf(Schema schema) {
        return schema.models().stream()
                .filter(model -> !model.isIgnored())
                .sorted(Comparator.comparing(Model::isView))
                .toList();
    }

    private void index(OutputField field) {
        Operation operation = field.operation();
        if (operation == null) {
            return;
        }
        if (operation.model() == null) {
            withoutModel.put(operation.action(), field);
        } else {
            ofModel.computeIfAbsent(operation.model(), m -> new EnumMap<>(Operation.Action.class))
                    .put(operation.action(), field);
        }
    }

    /** The schema it was made from. */
    public Schema schema() {
        return schema;
    }

    /** The reading operations. */
    public OutputObject query() {
        return query;
    }

    /** The writing operations. */
    public OutputObject mutation() {
        return mutation;
    }

    /** The isolation levels that transactions may ask for; null where the database has none. */
    public @Nullable EnumShape isolationLevels() {
        return isolationLevels;
    }

    /** The operation of that name on that model, or on the database where {@code model} is null. */
    public Optional<OutputField> operation(Operation.Action action, @Nullable Model model) {
        return Optional.ofNullable(
                model == null ? withoutModel.get(action) : operations(model).get(action));
    }

    /** The operations on a model, by action. */
    public Map<Operation.Action, OutputField> operations(Model model) {
        return ofModel.getOrDefault(model, new LinkedHashMap<>());
    }
}
