package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows. What a changed row shall refer to is found or made first, so that the new foreign key travels in the
 * row's own UPDATE; everything else that its data says about related rows follows.
 */
final class ChangedRows {
    private final WriteRun run;
    private final EmulatedActions actions;

    ChangedRows(WriteRun run, boolean emulatesActions) {
        this.run = run;
        this.actions = new EmulatedActions(run, emulatesActions);
    }

    /** Changes all rows that meet a condition, their own fields only, and tells how many. */
    long changeMany(Model model, Condition where, List<FieldUpdate> changes) {
        if (changes.isEmpty()) {
            return 0;
        }
        List<FieldUpdate> all = run.touched(model, changes);
        Condition rows = actions.beforeUpdate(model, where, all);
        return run.statements.update(model, all, rows);
    }

    /**
     * Changes one row.
     *
     * @param where a condition that at most one row meets
     * @param wanted what to give back of the row as it is then, before nested writes
     * @return the wanted values; null if there is no such row
     */
    @Nullable
    RowValues change(Model model, Condition where, UpdateData data, List<ScalarField> wanted) {
        return change(model, where, data, wanted, null);
    }

    /**
     * What was read of a row before it is changed.
     *
     * @param values of the fields, in the same order
     */
    record Known(List<ScalarField> fields, @Nullable Object[] values) {}

    /** The fields to read of a row so that changing it needs no other look. */
    static List<ScalarField> looked(Model model, UpdateData data) {
        Set<ScalarField> fields = new LinkedHashSet<>(identity(model));
        data.relations()
                .forEach(write -> fields.addAll(Link.of(write.relation()).parentFields()));
        return List.copyOf(fields);
    }

    /** The same, for a row that has been read already; null if it has not. */
    @Nullable
    RowValues change(Model model, Condition where, UpdateData data, List<ScalarField> wanted, @Nullable Known known) {
        List<FieldUpdate> changes = new ArrayList<>(data.fields());
        List<NestedWrite> later = new ArrayList<>();
        Set<ScalarField> needed = new LinkedHashSet<>(wanted);
        data.relations().forEach(ChangedRows::checkMayEnd);
        for (NestedWrite write : data.relations()) {
            Link link = Link.of(write.relation());
            if (!link.isHeldByParent() || !refer(link, where, write, changes)) {
                later.add(write);
                needed.addAll(link.parentFields());
                if (write instanceof NestedWrite.UpsertOne && link.isHeldByParent()) {
                    needed.addAll(identity(model));
                }
            }
        }
        RowValues before = known != null && known.fields().containsAll(needed)
                ? RowValues.of(known.fields(), known.values())
                : null;
        RowValues row = changeOwn(model, where, run.touched(model, changes), List.copyOf(needed), before);
        if (row != null) {
            for (NestedWrite write : later) {
                run.relatedRows.apply(Link.of(write.relation()), row, write, false);
            }
        }
        return row;
    }

    /** A required relation that is to end is told before anything else is. */
    private static void checkMayEnd(NestedWrite write) {
        if (write instanceof NestedWrite.DisconnectOne
                || write instanceof NestedWrite.Disconnect disconnect
                        && !disconnect.targets().isEmpty()) {
            Link link = Link.of(write.relation());
            if (link.isRequired()) {
                throw RelatedRows.wouldBreak(link);
            }
        }
    }

    /**
     * What a nested write means for the row's own foreign key, if that can be told before the row is touched.
     *
     * @return whether the write is done with
     */
    private boolean refer(Link link, Condition where, NestedWrite write, List<FieldUpdate> changes) {
        @Nullable Object @Nullable [] target;
        if (write instanceof NestedWrite.CreateRelated create) {
            target = made(link, new NewRow(create.rows().get(0)));
        } else if (write instanceof NestedWrite.Connect connect) {
            target = run.targets.find(link.child(), connect.targets().get(0), link.childFields());
            if (target == null) {
                if (link.isOneToOne() && !changes.isEmpty()) {
                    // As in Prisma the row comes first here, and what it is refused for.
                    run.statements.update(link.parent(), changes, where);
                }
                throw Errors.relatedRecordNotFound(
                        link.child(),
                        link.relation().name(),
                        link.kind(),
                        "a nested connect",
                        link.isOneToOne()
                                ? null
                                : "inline the relation on '" + link.parent().name() + "' record(s)");
            }
            free(link, target, where);
        } else if (write instanceof NestedWrite.ConnectOrCreate either) {
            NestedWrite.ConnectOrCreate.Choice choice = either.choices().get(0);
            target = run.targets.find(link.child(), choice.where(), link.childFields());
            if (target == null) {
                target = made(link, new NewRow(choice.create()));
            } else {
                free(link, target, where);
            }
        } else if (write instanceof NestedWrite.DisconnectOne disconnect) {
            if (disconnect.where() != null
                    && !run.statements.exists(
                            link.parent(),
                            Condition.and(
                                    where,
                                    new Condition.Related(
                                            link.field(), Condition.Quantifier.IS, disconnect.where())))) {
                return true;
            }
            target = new @Nullable Object[link.parentFields().size()];
        } else {
            return false;
        }
        for (int i = 0; i < target.length; i++) {
            ScalarField field = link.parentFields().get(i);
            changes.removeIf(change -> change.field() == field);
            changes.add(FieldUpdate.set(field, target[i]));
        }
        return true;
    }

    private void free(Link link, @Nullable Object[] target, Condition where) {
        if (link.isOneToOne()) {
            run.ties.freeForeignKey(link.parent(), link, target, where);
        }
    }

    private @Nullable Object[] made(Link link, NewRow row) {
        run.newRows.create(link.child(), List.of(row), link.childFields());
        return NewRows.values(row, link.childFields());
    }

    /** Whether the data does something that happens before it is known whether the row exists. */
    static boolean startsElsewhere(UpdateData data) {
        return data.relations().stream().anyMatch(write -> write.relation().holdsForeignKey());
    }

    private @Nullable RowValues changeOwn(
            Model model,
            Condition where,
            List<FieldUpdate> changes,
            List<ScalarField> needed,
            @Nullable RowValues known) {
        if (changes.isEmpty() && known != null) {
            return known;
        }
        if (changes.isEmpty()) {
            List<ScalarField> read = needed.isEmpty() ? identity(model) : needed;
            return first(run.statements.select(model, where, read), read);
        }
        Condition rows = actions.beforeUpdate(model, where, changes);
        if (needed.isEmpty()) {
            return run.statements.update(model, changes, rows) == 0 ? null : RowValues.of(List.of(), new Object[0]);
        }
        if (run.statements.updateReturns()) {
            return first(run.statements.updateReturning(model, changes, rows, needed), needed);
        }
        List<ScalarField> identity = identity(model);
        Set<ScalarField> all = new LinkedHashSet<>(identity);
        all.addAll(needed);
        List<ScalarField> read = List.copyOf(all);
        RowValues before = known != null ? known : first(run.statements.select(model, rows, read), read);
        if (before == null) {
            return null;
        }
        run.statements.update(model, changes, Conditions.equal(identity, NewRows.values(before, identity)));
        return field -> Arithmetic.after(field, before.get(field), changes);
    }

    private static @Nullable RowValues first(List<@Nullable Object[]> rows, List<ScalarField> fields) {
        return rows.isEmpty() ? null : RowValues.of(fields, rows.get(0));
    }

    /** The fields that tell a row from all others. */
    static List<ScalarField> identity(Model model) {
        return model.uniqueCriteria().stream()
                .filter(criterion -> criterion.fields().stream().allMatch(ScalarField::isRequired))
                .findFirst()
                .orElseThrow(
                        () -> Errors.unsupported("writing to `" + model.name() + "`, which has no unique criterion"))
                .fields();
    }
}
