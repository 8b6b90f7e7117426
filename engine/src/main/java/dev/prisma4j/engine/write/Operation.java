package dev.prisma4j.engine.write;

import dev.prisma4j.engine.defaults.Defaults;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.softdelete.SoftDeletes;
import dev.prisma4j.engine.sql.dialect.WriteFacts;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the operations share: where they run and how they read back what they wrote. */
record Operation(
        WritePlans plans,
        Defaults defaults,
        boolean emulatesActions,
        @Nullable SoftDeletes softDeletes,
        WriteSession session) {
    WriteFacts facts() {
        return plans.facts();
    }

    PlannedStatements statements() {
        return new PlannedStatements(plans, session);
    }

    WriteRun run(boolean rowByRow) {
        return new WriteRun(statements(), defaults, rowByRow, emulatesActions, softDeletes);
    }

    /** The changes, and the fields that note the time of a change. */
    List<FieldUpdate> touched(Model model, List<FieldUpdate> changes) {
        return WriteRun.touched(defaults, model, changes, null);
    }

    /** Whether a deletion or a change of keys must look after the rows that refer to the model's. */
    boolean looksAfterOthers(Model model) {
        if (!emulatesActions) {
            return false;
        }
        for (RelationField field : model.relationFields()) {
            Relation.ForeignKey key = field.relation().foreignKey();
            if (key != null && !field.holdsForeignKey()) {
                return true;
            }
        }
        return false;
    }

    /** Whether rows of a model stay when they are deleted. */
    boolean keepsDeleted(Model model) {
        return softDeletes != null && softDeletes.field(model) != null;
    }

    /** Whether a selection can be read from what a statement that writes gives back. */
    static boolean isReturnable(Selection<?> selection) {
        return selection.isFlat() && !selection.scalars().isEmpty();
    }

    /** How to read a selection from what a statement gives back, or null if that is not possible. */
    <T extends @Nullable Object> @Nullable Returned<T> returned(Model model, Selection<T> selection) {
        return session.returned(new FindMany<>(model, ReadArguments.ALL, selection, ReadOptions.DEFAULT));
    }

    /**
     * Makes rows, all of which must come to be, and gives them in their order. INSERT must be able to give rows back.
     *
     * @param repeatable whether the caller takes it all back and begins again on {@link UncertainNumbers}
     */
    <T extends @Nullable Object> List<T> inserted(
            Model model,
            List<ScalarField> columns,
            List<@Nullable Object[]> rows,
            Selection<T> selection,
            boolean repeatable) {
        if (!facts().storesAsGiven()) {
            WritePlans.Bound bound = plans.insert(model, columns, rows, false, selection.scalars());
            return session.rows(bound.plan(), bound.values(), selection.reader());
        }
        return session.objects(selection, whole(model, columns, rows, selection.scalars(), repeatable));
    }

    /** The same for fields as such. */
    List<@Nullable Object[]> inserted(
            Model model, List<ScalarField> columns, List<@Nullable Object[]> rows, List<ScalarField> fields) {
        return facts().storesAsGiven()
                ? whole(model, columns, rows, fields, false)
                : statements().insertAtOnce(model, columns, rows, fields, false);
    }

    /** What is wanted of new rows, of what was given and what was not. */
    private List<@Nullable Object[]> whole(
            Model model,
            List<ScalarField> columns,
            List<@Nullable Object[]> rows,
            List<ScalarField> fields,
            boolean repeatable) {
        WantedBack wanted = WantedBack.of(fields, columns, rows);
        List<@Nullable Object[]> back = statements().insertAtOnce(model, columns, rows, wanted.returned(), repeatable);
        if (back.size() != rows.size()) {
            throw Errors.interpretation(model, "A trigger left new rows out.");
        }
        List<@Nullable Object[]> whole = new ArrayList<>(back.size());
        for (int i = 0; i < back.size(); i++) {
            whole.add(wanted.row(rows.get(i), back.get(i)));
        }
        return whole;
    }

    /** Runs a statement and makes objects of the rows that it gives back. */
    <T extends @Nullable Object> List<T> rows(Returned<T> returned, WritePlans.Bound bound) {
        return session.related(
                returned,
                session.rows(
                        bound.plan(),
                        bound.values(),
                        PlannedStatements.reader(returned.fields().size())));
    }

    /** Reads a row that was written, as the last of all; null if what the write did to related rows took the row with it. */
    @SuppressWarnings("NullAway") // the one case in which a write has no row to give
    <T extends @Nullable Object> T read(Model model, RowValues row, Selection<T> selection) {
        List<ScalarField> identity = ChangedRows.identity(model);
        List<Object> values = new ArrayList<>(identity.size());
        for (ScalarField field : identity) {
            values.add(Objects.requireNonNull(row.get(field)));
        }
        return session.readLast(
                new FindUnique<>(model, new Unique(identity, values, null), selection, ReadOptions.DEFAULT));
    }

    /** Reads the row of a criterion, which must exist. */
    <T extends @Nullable Object> T find(Model model, Unique where, Selection<T> selection, String operation) {
        List<T> rows = session.read(
                new FindMany<>(model, ReadArguments.where(Conditions.of(where)), selection, ReadOptions.DEFAULT));
        if (rows.isEmpty()) {
            throw Errors.recordNotFound(model, operation);
        }
        return rows.get(0);
    }

    /** Reads rows that were written, in the order of their keys; those that are gone are left out. */
    <T extends @Nullable Object> List<T> readAll(
            Model model, List<ScalarField> identity, List<@Nullable Object[]> keys, Selection<T> selection) {
        if (keys.isEmpty()) {
            return List.of();
        }
        int first = selection.scalars().size();
        List<ScalarField> scalars = new ArrayList<>(selection.scalars());
        scalars.addAll(identity);
        Map<List<Object>, T> byKey = new HashMap<>();
        Selection<Boolean> keyed = new Selection<>(model, scalars, selection.reads(), selection.counts(), row -> {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 0; i < identity.size(); i++) {
                key.add(row.getObject(first + i));
            }
            byKey.put(KeyValue.of(key), selection.reader().read(row));
            return true;
        });
        for (Condition which : Conditions.split(Conditions.anyOf(identity, keys), plans::maxListSize)) {
            session.read(new FindMany<>(model, ReadArguments.where(which), keyed, ReadOptions.DEFAULT));
        }
        List<T> all = new ArrayList<>(keys.size());
        for (@Nullable Object[] key : keys) {
            List<Object> normal = KeyValue.of(Arrays.asList(key));
            if (byKey.containsKey(normal)) {
                @SuppressWarnings("NullAway") // T says whether it can be null
                T row = byKey.get(normal);
                all.add(row);
            }
        }
        return all;
    }

    /** What identifies a row, for operations whose rows nobody reads. */
    Selection<Boolean> identityOf(Model model) {
        return Selection.of(model, ChangedRows.identity(model), row -> Boolean.TRUE);
    }
}
