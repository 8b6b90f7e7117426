// Whose rows a write may change, those included that the database changes by itself.
package dev.prisma4j.client.tree;

import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.DeleteManyAndReturn;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.NestedWrite.DeleteManyRelated;
import dev.prisma4j.engine.query.NestedWrite.DeleteOne;
import dev.prisma4j.engine.query.NestedWrite.DeleteRelated;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateEach;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.engine.query.UpsertMany;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a write. What it cannot know (raw SQL) it says so. */
public final class ChangedModels {
    private final Set<Model> changed = new LinkedHashSet<>();
    private final Set<Model> deleted = new LinkedHashSet<>();
    private final Set<Relation.ForeignKey> followed = new HashSet<>();

    private ChangedModels() {}

    /**
     * Whether a query that may write surely does not: a read that locks rows, or a raw query that begins with SELECT. (What a
     * function in it does, nobody sees from here.)
     */
    public static boolean isNothing(Query<?> query) {
        if (query instanceof RawQuery<?> raw) {
            String sql = raw.sql() instanceof RawSql.Text text
                    ? text.sql()
                    : ((RawSql.Pieces) raw.sql()).pieces().get(0);
            return sql.strip().regionMatches(true, 0, "SELECT", 0, 6);
        }
        return query instanceof FindUnique<?>
                || query instanceof FindFirst<?>
                || query instanceof FindMany<?>
                || query instanceof FindUniqueAll<?>;
    }

    /** The models that a write may change; empty where nobody knows, which is raw SQL. */
    public static Optional<Set<Model>> of(Query<?> query) {
        Model root = query.model();
        if (root == null) {
            return Optional.empty();
        }
        if (query instanceof Create<?> create && create.data().relations().isEmpty()) {
            return Optional.of(Set.of(root));
        }
        ChangedModels walk = new ChangedModels();
        walk.changed.add(root);
        if (query instanceof Delete<?> || query instanceof DeleteMany || query instanceof DeleteManyAndReturn<?>) {
            walk.delete(root);
        }
        updates(query).forEach(update -> walk.keys(root, update));
        for (QueryTree.Node node : QueryTree.nodes(query)) {
            NestedWrite write = node.write();
            if (write != null) {
                walk.changed.add(write.relation().model());
                walk.changed.add(node.model());
                if (write instanceof DeleteOne
                        || write instanceof DeleteRelated
                        || write instanceof DeleteManyRelated) {
                    walk.delete(node.model());
                }
                walk.link(write.relation().relation());
                QueryTree.updates(write).forEach(data -> walk.keys(node.model(), data));
            }
        }
        return Optional.of(walk.changed);
    }

    private static List<UpdateData> updates(Query<?> query) {
        if (query instanceof Update<?> update) {
            return List.of(update.data());
        } else if (query instanceof Upsert<?> upsert) {
            return List.of(upsert.update());
        } else if (query instanceof UpdateMany update) {
            return List.of(update.data());
        } else if (query instanceof UpdateEach update) {
            return update.changes().stream().map(UpdateEach.Change::data).toList();
        } else if (query instanceof UpsertMany upsert) {
            return upsert.rows().stream().map(UpsertMany.Row::update).toList();
        }
        return query instanceof UpdateManyAndReturn<?> update ? List.of(update.data()) : List.of();
    }

    /** Rows that refer to deleted ones go with them, or lose what they refer to. */
    private void delete(Model model) {
        changed.add(model);
        if (!deleted.add(model)) {
            return;
        }
        for (RelationField field : model.relationFields()) {
            Relation relation = field.relation();
            changedByJoinTable(relation, field);
            Relation.ForeignKey key = relation.foreignKey();
            if (key == null || key.field().relatedModel() != model) {
                continue;
            }
            ReferentialAction action = key.onDelete();
            if (action == ReferentialAction.CASCADE) {
                delete(key.field().model());
            } else if (action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT) {
                lose(key);
            }
        }
    }

    /** Rows that refer to something lose it, and what refers to them by those fields follows. */
    private void lose(Relation.ForeignKey key) {
        changed.add(key.field().model());
        keys(key.field().model(), key.fields());
    }

    private void changedByJoinTable(Relation relation, RelationField field) {
        if (relation.isManyToMany()) {
            changed.add(field.relatedModel());
        }
    }

    /** Connecting rows and taking them apart changes foreign keys, to which others may refer. */
    private void link(Relation relation) {
        Relation.ForeignKey key = relation.foreignKey();
        if (key != null) {
            keys(key.field().model(), key.fields());
        }
    }

    private void keys(Model model, UpdateData data) {
        keys(model, data.fields().stream().map(FieldUpdate::field).toList());
    }

    /** Rows that refer to fields that change follow them, by fields that others may refer to. */
    private void keys(Model model, List<ScalarField> fields) {
        for (RelationField field : model.relationFields()) {
            Relation.ForeignKey key = field.relation().foreignKey();
            if (key == null
                    || key.field().relatedModel() != model
                    || Collections.disjoint(key.references(), fields)
                    || key.onUpdate() == ReferentialAction.RESTRICT
                    || key.onUpdate() == ReferentialAction.NO_ACTION
                    || !followed.add(key)) {
                continue;
            }
            lose(key);
        }
    }
}
