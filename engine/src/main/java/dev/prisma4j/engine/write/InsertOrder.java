package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether it can be seen in what order new rows are made: where a model whose ids the database counts up occurs in several
 * places of the data. Then they are made depth first, as the data is written; otherwise level by level.
 */
final class InsertOrder {
    /** The relations that lead to where each counted model occurs first. */
    private final Map<Model, List<RelationField>> places = new HashMap<>();

    private boolean matters;

    private InsertOrder() {}

    static boolean matters(Model model, CreateData data) {
        InsertOrder order = new InsertOrder();
        order.create(model, data, new Path(null, null));
        return order.matters;
    }

    static boolean matters(Model model, UpdateData data) {
        InsertOrder order = new InsertOrder();
        order.relations(data.relations(), new Path(null, null));
        return order.matters;
    }

    /** How a place is reached. */
    private record Path(
            @org.jspecify.annotations.Nullable Path parent,
            @org.jspecify.annotations.Nullable RelationField last) {
        List<RelationField> relations() {
            java.util.ArrayDeque<RelationField> all = new java.util.ArrayDeque<>();
            for (Path path = this; path != null && path.last != null; path = path.parent) {
                all.addFirst(path.last);
            }
            return List.copyOf(all);
        }
    }

    private void create(Model model, CreateData data, Path path) {
        if (matters) {
            return;
        }
        if (isCounted(model)) {
            List<RelationField> place = path.relations();
            matters = !place.equals(places.computeIfAbsent(model, key -> place));
        }
        relations(data.relations(), path);
    }

    private static boolean isCounted(Model model) {
        return model.scalarFields().stream()
                .anyMatch(field -> field.defaultValue().orElse(null) instanceof DefaultValue.Function function
                        && function.name().equals("autoincrement"));
    }

    private void relations(List<NestedWrite> writes, Path path) {
        for (NestedWrite write : writes) {
            Path next = new Path(path, write.relation());
            Model model = write.relation().relatedModel();
            if (write instanceof NestedWrite.CreateRelated create) {
                create.rows().forEach(data -> create(model, data, next));
            } else if (write instanceof NestedWrite.CreateManyRelated many
                    && !many.rows().isEmpty()) {
                create(model, many.rows().get(0), next);
            } else if (write instanceof NestedWrite.ConnectOrCreate either) {
                either.choices().forEach(choice -> create(model, choice.create(), next));
            } else if (write instanceof NestedWrite.UpsertRelated upsert) {
                upsert.choices().forEach(choice -> {
                    create(model, choice.create(), next);
                    relations(choice.update().relations(), next);
                });
            } else if (write instanceof NestedWrite.UpsertOne upsert) {
                create(model, upsert.create(), next);
                relations(upsert.update().relations(), next);
            } else if (write instanceof NestedWrite.UpdateRelated update) {
                update.changes().forEach(change -> relations(change.data().relations(), next));
            } else if (write instanceof NestedWrite.UpdateOne update) {
                relations(update.data().relations(), next);
            }
        }
    }
}
