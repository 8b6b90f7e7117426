package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the data of writes into query trees. Nested writes stay in the order in which the client gave them. */
final class WriteTranslator {
    private final ReadTranslator reads;

    WriteTranslator(ReadTranslator reads) {
        this.reads = reads;
    }

    CreateData create(Model model, @Nullable Values data) {
        CreateData.Builder builder = CreateData.builder();
        if (data == null) {
            return builder.build();
        }
        for (Map.Entry<String, @Nullable Object> entry : data.entries()) {
            Field field = model.field(entry.getKey()).orElseThrow();
            if (field instanceof ScalarField scalar) {
                builder.set(scalar, created(scalar, entry.getValue()));
            } else {
                nested((RelationField) field, entry.getValue()).forEach(builder::relation);
            }
        }
        return builder.build();
    }

    List<CreateData> rows(Model model, List<Values> data) {
        return data.stream().map(row -> create(model, row)).toList();
    }

    private static @Nullable Object created(ScalarField field, @Nullable Object value) {
        return ValueTranslator.data(field, value instanceof Values list ? list.get("set") : value);
    }

    UpdateData update(Model model, Values data) {
        List<FieldUpdate> fields = new ArrayList<>();
        List<NestedWrite> relations = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : data.entries()) {
            Field field = model.field(entry.getKey()).orElseThrow();
            if (field instanceof ScalarField scalar) {
                fields.add(updated(scalar, entry.getValue()));
            } else {
                relations.addAll(nested((RelationField) field, entry.getValue()));
            }
        }
        return new UpdateData(fields, relations);
    }

    private static FieldUpdate updated(ScalarField field, @Nullable Object value) {
        if (!(value instanceof Values operations)) {
            return FieldUpdate.set(field, ValueTranslator.data(field, value));
        }
        Map.Entry<String, @Nullable Object> operation =
                operations.entries().iterator().next();
        return new FieldUpdate(
                field,
                FieldUpdate.Operation.valueOf(operation.getKey().toUpperCase(Locale.ROOT)),
                ValueTranslator.data(field, operation.getValue()));
    }

    private List<NestedWrite> nested(RelationField relation, @Nullable Object value) {
        Values operations = (Values) Objects.requireNonNull(value);
        List<NestedWrite> writes = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : operations.entries()) {
            NestedWrite write = relation.isList()
                    ? toMany(relation, entry.getKey(), operations)
                    : toOne(relation, entry.getKey(), Objects.requireNonNull(entry.getValue()));
            if (write != null) {
                writes.add(write);
            }
        }
        return writes;
    }

    private NestedWrite toMany(RelationField relation, String operation, Values operations) {
        Model related = relation.relatedModel();
        List<Values> items = operations.objects(operation);
        return switch (operation) {
            case "create" -> new NestedWrite.CreateRelated(relation, rows(related, items));
            case "createMany" -> createMany(relation, items.get(0));
            case "connect" -> new NestedWrite.Connect(relation, uniques(related, items));
            case "connectOrCreate" -> new NestedWrite.ConnectOrCreate(relation, choices(related, items));
            case "disconnect" -> new NestedWrite.Disconnect(relation, uniques(related, items));
            case "set" -> new NestedWrite.SetRelated(relation, uniques(related, items));
            case "delete" -> new NestedWrite.DeleteRelated(relation, uniques(related, items));
            case "update" ->
                new NestedWrite.UpdateRelated(
                        relation,
                        items.stream()
                                .map(item -> new NestedWrite.UpdateRelated.Change(
                                        unique(related, item), update(related, part(item, "data"))))
                                .toList());
            case "updateMany" ->
                new NestedWrite.UpdateManyRelated(
                        relation,
                        items.stream()
                                .map(item -> new NestedWrite.UpdateManyRelated.Change(
                                        reads.where(related, item.object("where")),
                                        update(related, part(item, "data"))))
                                .toList());
            case "upsert" ->
                new NestedWrite.UpsertRelated(
                        relation,
                        items.stream()
                                .map(item -> new NestedWrite.UpsertRelated.Choice(
                                        unique(related, item),
                                        create(related, part(item, "create")),
                                        update(related, part(item, "update"))))
                                .toList());
            case "deleteMany" ->
                new NestedWrite.DeleteManyRelated(
                        relation,
                        items.stream().map(item -> condition(related, item)).toList());
            default -> throw new IllegalStateException("unknown nested write " + operation);
        };
    }

    private NestedWrite createMany(RelationField relation, Values item) {
        return new NestedWrite.CreateManyRelated(
                relation,
                rows(relation.relatedModel(), item.objects("data")),
                Boolean.TRUE.equals(item.get("skipDuplicates")));
    }

    private @Nullable NestedWrite toOne(RelationField relation, String operation, Object value) {
        Model related = relation.relatedModel();
        if (value instanceof Boolean wanted) {
            if (!wanted) {
                return null;
            }
            return operation.equals("delete")
                    ? new NestedWrite.DeleteOne(relation, null)
                    : new NestedWrite.DisconnectOne(relation, null);
        }
        Values item = (Values) value;
        return switch (operation) {
            case "create" -> new NestedWrite.CreateRelated(relation, List.of(create(related, item)));
            case "connect" -> new NestedWrite.Connect(relation, List.of(reads.unique(related, item)));
            case "connectOrCreate" -> new NestedWrite.ConnectOrCreate(relation, choices(related, List.of(item)));
            case "disconnect" -> new NestedWrite.DisconnectOne(relation, reads.where(related, item));
            case "delete" -> new NestedWrite.DeleteOne(relation, reads.where(related, item));
            case "update" -> updateOne(relation, item);
            case "upsert" ->
                new NestedWrite.UpsertOne(
                        relation,
                        reads.where(related, item.object("where")),
                        create(related, part(item, "create")),
                        update(related, part(item, "update")));
            default -> throw new IllegalStateException("unknown nested write " + operation);
        };
    }

    private NestedWrite updateOne(RelationField relation, Values item) {
        Model related = relation.relatedModel();
        boolean withWhere =
                item.type() != null && item.type().typeName().startsWith(related.name() + "UpdateToOneWithWhere");
        return withWhere
                ? new NestedWrite.UpdateOne(
                        relation, reads.where(related, item.object("where")), update(related, part(item, "data")))
                : new NestedWrite.UpdateOne(relation, null, update(related, item));
    }

    private List<NestedWrite.ConnectOrCreate.Choice> choices(Model related, List<Values> items) {
        return items.stream()
                .map(item -> new NestedWrite.ConnectOrCreate.Choice(
                        unique(related, item), create(related, part(item, "create"))))
                .toList();
    }

    private List<Unique> uniques(Model related, List<Values> items) {
        return items.stream().map(item -> reads.unique(related, item)).toList();
    }

    private Unique unique(Model related, Values item) {
        return reads.unique(related, part(item, "where"));
    }

    private Condition condition(Model related, Values item) {
        Condition condition = reads.where(related, item);
        return condition == null ? Condition.all() : condition;
    }

    private static Values part(Values item, String name) {
        return Objects.requireNonNull(item.object(name), name);
    }
}
