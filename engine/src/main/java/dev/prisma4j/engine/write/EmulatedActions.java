package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Referential actions where the schema says {@code relationMode = "prisma"}: the database has no foreign keys then, so
 * the rows that refer to a row are seen to before that row is deleted or its key changes.
 */
final class EmulatedActions {
    private final WriteRun run;
    private final boolean active;

    EmulatedActions(WriteRun run, boolean active) {
        this.run = run;
        this.active = active;
    }

    /** A relation whose foreign keys refer to a model. */
    private record Incoming(RelationField holder, Relation.ForeignKey key, ReferentialAction action) {}

    /** Sees to the rows that refer to those that are about to be deleted, and gives a condition for these. */
    Condition beforeDelete(Model model, Condition where) {
        List<Incoming> incoming = active ? incoming(model, true, Set.of()) : List.of();
        if (incoming.isEmpty()) {
            return where;
        }
        Doomed rows = read(model, where, incoming);
        for (Incoming relation : incoming) {
            List<@Nullable Object[]> keys = rows.values(relation.key.references());
            if (keys.isEmpty()) {
                continue;
            }
            Model child = relation.holder.model();
            Condition referring = Conditions.anyOf(relation.key.fields(), keys);
            switch (relation.action) {
                case CASCADE -> run.removedRows.remove(child, referring);
                case SET_NULL -> setNull(child, relation, referring);
                default -> restrict(child, relation, referring);
            }
        }
        return rows.condition();
    }

    /** Sees to the rows that refer to keys that are about to change, and gives a condition for the rows to change. */
    Condition beforeUpdate(Model model, Condition where, List<FieldUpdate> changes) {
        if (!active) {
            return where;
        }
        Set<ScalarField> changed = new LinkedHashSet<>();
        changes.forEach(change -> changed.add(change.field()));
        List<Incoming> incoming = incoming(model, false, changed);
        if (incoming.isEmpty()) {
            return where;
        }
        Doomed rows = read(model, where, incoming);
        for (Incoming relation : incoming) {
            Model child = relation.holder.model();
            for (@Nullable Object[] key : rows.values(relation.key.references())) {
                if (!isChanged(relation.key, key, changes)) {
                    continue;
                }
                Condition referring = Conditions.equal(relation.key.fields(), key);
                switch (relation.action) {
                    case CASCADE -> run.changedRows.changeMany(child, referring, follow(relation.key, key, changes));
                    case SET_NULL -> setNull(child, relation, referring);
                    default -> restrict(child, relation, referring);
                }
            }
        }
        return rows.condition();
    }

    private static boolean isChanged(Relation.ForeignKey key, @Nullable Object[] values, List<FieldUpdate> changes) {
        for (int i = 0; i < values.length; i++) {
            Object after = Arithmetic.after(key.references().get(i), values[i], changes);
            if (!KeyValue.of(Collections.singletonList(after))
                    .equals(KeyValue.of(Collections.singletonList(values[i])))) {
                return true;
            }
        }
        return false;
    }

    private static List<FieldUpdate> follow(
            Relation.ForeignKey key, @Nullable Object[] values, List<FieldUpdate> changes) {
        List<FieldUpdate> follow = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            follow.add(FieldUpdate.set(
                    key.fields().get(i), Arithmetic.after(key.references().get(i), values[i], changes)));
        }
        return follow;
    }

    private void setNull(Model child, Incoming relation, Condition referring) {
        List<FieldUpdate> changes = new ArrayList<>();
        for (ScalarField field : relation.key.fields()) {
            if (field.isOptional()) {
                changes.add(FieldUpdate.set(field, null));
            }
        }
        run.changedRows.changeMany(child, referring, changes);
    }

    private void restrict(Model child, Incoming relation, Condition referring) {
        if (run.statements.exists(child, referring)) {
            throw RelatedRows.wouldBreak(relation.holder.relation());
        }
    }

    private static List<Incoming> incoming(Model model, boolean deleting, Set<ScalarField> changed) {
        List<Incoming> all = new ArrayList<>();
        for (RelationField field : model.relationFields()) {
            Relation.ForeignKey key = field.relation().foreignKey();
            if (key == null || field.holdsForeignKey()) {
                continue;
            }
            ReferentialAction action = deleting ? key.onDelete() : key.onUpdate();
            boolean touched = deleting || key.references().stream().anyMatch(changed::contains);
            if (touched && action != ReferentialAction.NO_ACTION) {
                all.add(new Incoming(key.field(), key, action));
            }
        }
        return all;
    }

    // ---- the rows that are about to go or change

    private record Doomed(List<ScalarField> identity, List<RowValues> rows) {
        List<@Nullable Object[]> values(List<ScalarField> fields) {
            List<@Nullable Object[]> values = new ArrayList<>();
            for (RowValues row : rows) {
                @Nullable Object[] key = NewRows.values(row, fields);
                boolean whole = true;
                for (Object part : key) {
                    whole &= part != null;
                }
                if (whole) {
                    values.add(key);
                }
            }
            return values;
        }

        Condition condition() {
            if (rows.isEmpty()) {
                return Condition.none();
            }
            return Conditions.anyOf(
                    identity,
                    rows.stream().map(row -> NewRows.values(row, identity)).toList());
        }
    }

    private Doomed read(Model model, Condition where, List<Incoming> incoming) {
        List<ScalarField> identity = ChangedRows.identity(model);
        Set<ScalarField> all = new LinkedHashSet<>(identity);
        incoming.forEach(relation -> all.addAll(relation.key.references()));
        List<ScalarField> fields = List.copyOf(all);
        List<RowValues> rows = new ArrayList<>();
        for (@Nullable Object[] values : run.statements.select(model, where, fields)) {
            rows.add(RowValues.of(fields, values));
        }
        return new Doomed(identity, rows);
    }
}
