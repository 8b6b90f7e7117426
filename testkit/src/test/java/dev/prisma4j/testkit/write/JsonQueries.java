// Requests of the corpus, written as Prisma's clients send them, to queries of the engine.
package dev.prisma4j.testkit.write;

import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.CreateManyAndReturn;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.UniqueCriterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Only what the corpus uses: it trusts its input. */
final class JsonQueries {
    private static final Set<String> QUANTIFIERS = Set.of("some", "every", "none", "is", "isNot");

    private final Schema schema;

    JsonQueries(Schema schema) {
        this.schema = schema;
    }

    Query<?> query(String modelName, String action, JsonNode arguments, JsonNode selected) {
        Model model = schema.model(modelName).orElseThrow();
        JsonNode data = arguments.get("data");
        JsonNode where = arguments.get("where");
        return switch (action) {
            case "createOne" -> new Create<>(model, create(model, data), selection(model, selected));
            case "updateOne" ->
                new Update<>(model, unique(model, where), update(model, data), selection(model, selected));
            case "upsertOne" ->
                new Upsert<>(
                        model,
                        unique(model, where),
                        create(model, arguments.get("create")),
                        update(model, arguments.get("update")),
                        selection(model, selected));
            case "deleteOne" -> new Delete<>(model, unique(model, where), selection(model, selected));
            case "createMany" -> new CreateMany(model, each(data, row -> create(model, row)), false);
            case "createManyAndReturn" ->
                new CreateManyAndReturn<>(
                        model, each(data, row -> create(model, row)), false, selection(model, selected));
            case "updateMany" -> new UpdateMany(model, where(model, where), update(model, data), limit(arguments));
            case "updateManyAndReturn" ->
                new UpdateManyAndReturn<>(
                        model, where(model, where), update(model, data), limit(arguments), selection(model, selected));
            case "deleteMany" -> new DeleteMany(model, where(model, where), limit(arguments));
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static @Nullable Integer limit(JsonNode arguments) {
        return arguments.has("limit") ? (Integer) arguments.get("limit").asInt() : null;
    }

    private static <T> List<T> each(JsonNode node, Function<JsonNode, T> make) {
        List<T> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> all.add(make.apply(element)));
        } else {
            all.add(make.apply(node));
        }
        return all;
    }

    private Selection<Map<String, @Nullable Object>> selection(Model model, JsonNode selected) {
        MapReader reader = MapReader.of(model);
        if (selected.has("$scalars")) {
            reader.allScalars();
        }
        for (Map.Entry<String, JsonNode> entry : selected.properties()) {
            Field field = model.field(entry.getKey()).orElse(null);
            if (field instanceof ScalarField scalar) {
                reader.scalar(scalar);
            } else if (field instanceof RelationField relation) {
                reader.relation(
                        relation,
                        ReadArguments.ALL,
                        selection(relation.relatedModel(), entry.getValue().get("selection")));
            }
        }
        return reader.selection();
    }

    // ---- values and conditions

    private static @Nullable Object value(ScalarField field, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return field.is(ScalarType.INT) ? (Object) node.asInt() : node.asString();
    }

    private static Object given(ScalarField field, JsonNode node) {
        Object value = value(field, node);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + field);
        }
        return value;
    }

    private Unique unique(Model model, JsonNode where) {
        for (UniqueCriterion criterion : model.uniqueCriteria()) {
            JsonNode key = where.get(criterion.name());
            if (key == null) {
                continue;
            }
            List<Object> values = new ArrayList<>();
            criterion
                    .fields()
                    .forEach(field -> values.add(given(field, criterion.isCompound() ? key.get(field.name()) : key)));
            ObjectNode rest = ((ObjectNode) where).deepCopy();
            rest.remove(criterion.name());
            return new Unique(criterion.fields(), values, rest.isEmpty() ? null : where(model, rest));
        }
        throw new IllegalArgumentException("not unique: " + where);
    }

    private @Nullable Condition where(Model model, @Nullable JsonNode where) {
        if (where == null) {
            return null;
        }
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : where.properties()) {
            Field field = model.field(entry.getKey()).orElseThrow();
            if (field instanceof ScalarField scalar) {
                compare(scalar, entry.getValue(), all);
            } else {
                relate((RelationField) field, entry.getValue(), all);
            }
        }
        return new Condition.And(all);
    }

    private static void compare(ScalarField field, JsonNode node, List<Condition> all) {
        if (!node.isObject()) {
            all.add(Condition.eq(field, value(field, node)));
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode operand = entry.getValue();
            all.add(
                    switch (entry.getKey()) {
                        case "in" -> Condition.in(field, each(operand, element -> given(field, element)));
                        case "contains" ->
                            new Condition.TextMatch(
                                    new Operand.Column(field),
                                    Condition.TextPosition.CONTAINS,
                                    operand.asString(),
                                    false);
                        default ->
                            Condition.compare(
                                    field,
                                    Comparator.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                                    given(field, operand));
                    });
        }
    }

    private void relate(RelationField field, JsonNode node, List<Condition> all) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            boolean quantified = QUANTIFIERS.contains(entry.getKey());
            all.add(new Condition.Related(
                    field,
                    quantified
                            ? Condition.Quantifier.valueOf(entry.getKey().toUpperCase(Locale.ROOT))
                            : Condition.Quantifier.IS,
                    where(field.relatedModel(), quantified ? entry.getValue() : node)));
        }
    }

    // ---- data

    private CreateData create(Model model, JsonNode data) {
        CreateData.Builder builder = CreateData.builder();
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            Field field = model.field(entry.getKey()).orElseThrow();
            if (field instanceof ScalarField scalar) {
                builder.set(scalar, value(scalar, entry.getValue()));
            } else {
                nested((RelationField) field, entry.getValue()).forEach(builder::relation);
            }
        }
        return builder.build();
    }

    private UpdateData update(Model model, JsonNode data) {
        List<FieldUpdate> fields = new ArrayList<>();
        List<NestedWrite> relations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            Field field = model.field(entry.getKey()).orElseThrow();
            JsonNode node = entry.getValue();
            if (field instanceof RelationField relation) {
                relations.addAll(nested(relation, node));
            } else if (node.isObject()) {
                Map.Entry<String, JsonNode> change =
                        node.properties().iterator().next();
                fields.add(new FieldUpdate(
                        (ScalarField) field,
                        FieldUpdate.Operation.valueOf(change.getKey().toUpperCase(Locale.ROOT)),
                        value((ScalarField) field, change.getValue())));
            } else {
                fields.add(FieldUpdate.set((ScalarField) field, value((ScalarField) field, node)));
            }
        }
        return new UpdateData(fields, relations);
    }

    private List<NestedWrite> nested(RelationField relation, JsonNode writes) {
        List<NestedWrite> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : writes.properties()) {
            all.add(
                    relation.isList()
                            ? many(relation, entry.getKey(), entry.getValue())
                            : one(relation, entry.getKey(), entry.getValue()));
        }
        return all;
    }

    private NestedWrite many(RelationField relation, String operation, JsonNode node) {
        Model child = relation.relatedModel();
        return switch (operation) {
            case "set" -> new NestedWrite.SetRelated(relation, each(node, key -> unique(child, key)));
            case "disconnect" -> new NestedWrite.Disconnect(relation, each(node, key -> unique(child, key)));
            case "delete" -> new NestedWrite.DeleteRelated(relation, each(node, key -> unique(child, key)));
            case "deleteMany" ->
                new NestedWrite.DeleteManyRelated(
                        relation,
                        each(
                                node,
                                filter -> new Condition.And(
                                        List.of(java.util.Objects.requireNonNull(where(child, filter))))));
            case "update" ->
                new NestedWrite.UpdateRelated(
                        relation,
                        each(
                                node,
                                change -> new NestedWrite.UpdateRelated.Change(
                                        unique(child, change.get("where")), update(child, change.get("data")))));
            case "updateMany" ->
                new NestedWrite.UpdateManyRelated(
                        relation,
                        each(
                                node,
                                change -> new NestedWrite.UpdateManyRelated.Change(
                                        where(child, change.get("where")), update(child, change.get("data")))));
            case "upsert" ->
                new NestedWrite.UpsertRelated(
                        relation,
                        each(
                                node,
                                choice -> new NestedWrite.UpsertRelated.Choice(
                                        unique(child, choice.get("where")),
                                        create(child, choice.get("create")),
                                        update(child, choice.get("update")))));
            case "createMany" ->
                new NestedWrite.CreateManyRelated(relation, each(node.get("data"), row -> create(child, row)), false);
            default -> either(relation, operation, node);
        };
    }

    private NestedWrite one(RelationField relation, String operation, JsonNode node) {
        Model child = relation.relatedModel();
        return switch (operation) {
            case "disconnect" -> new NestedWrite.DisconnectOne(relation, node.isBoolean() ? null : where(child, node));
            case "delete" -> new NestedWrite.DeleteOne(relation, node.isBoolean() ? null : where(child, node));
            case "update" -> {
                boolean wrapped = node.has("data");
                yield new NestedWrite.UpdateOne(
                        relation,
                        wrapped ? where(child, node.get("where")) : null,
                        update(child, wrapped ? node.get("data") : node));
            }
            case "upsert" ->
                new NestedWrite.UpsertOne(
                        relation,
                        where(child, node.get("where")),
                        create(child, node.get("create")),
                        update(child, node.get("update")));
            default -> either(relation, operation, node);
        };
    }

    private NestedWrite either(RelationField relation, String operation, JsonNode node) {
        Model child = relation.relatedModel();
        return switch (operation) {
            case "create" -> new NestedWrite.CreateRelated(relation, each(node, row -> create(child, row)));
            case "connect" -> new NestedWrite.Connect(relation, each(node, key -> unique(child, key)));
            case "connectOrCreate" ->
                new NestedWrite.ConnectOrCreate(
                        relation,
                        each(
                                node,
                                choice -> new NestedWrite.ConnectOrCreate.Choice(
                                        unique(child, choice.get("where")), create(child, choice.get("create")))));
            default -> throw new IllegalArgumentException(operation);
        };
    }
}
