package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.CreateManyAndReturn;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.DeleteManyAndReturn;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on many rows. */
final class ManyWrites {
    private static final @Nullable Object[] NO_TIE = {};

    private final Operation operation;
    private final WriteSession session;

    ManyWrites(Operation operation) {
        this.operation = operation;
        this.session = operation.session();
    }

    // ---- create

    private static List<NewRow> rows(List<dev.prisma4j.engine.query.CreateData> data) {
        return data.stream().map(NewRow::new).toList();
    }

    long create(CreateMany many) {
        if (many.rows().isEmpty()) {
            return 0;
        }
        WriteRun run = operation.run(false);
        AlikeRows alike = AlikeRows.of(run, many.model(), many.rows(), List.of(), NO_TIE);
        if (alike != null) {
            int most = operation.statements().mostForCreateMany(alike.columns.size());
            return alike.size() <= most
                    ? insert(many, alike, 0, alike.size())
                    : session.atomically(() -> insert(many, alike, most));
        }
        List<NewRows.Batch> batches = run.newRows.batches(many.model(), rows(many.rows()));
        return batches.size() == 1
                        && batches.get(0).rows.size()
                                <= operation
                                        .statements()
                                        .mostForCreateMany(
                                                batches.get(0).columns.size())
                ? insert(many, batches)
                : session.atomically(() -> insert(many, batches));
    }

    private long insert(CreateMany many, AlikeRows rows, int most) {
        long count = 0;
        for (int from = 0; from < rows.size(); from += most) {
            count += insert(many, rows, from, Math.min(rows.size(), from + most));
        }
        return count;
    }

    private long insert(CreateMany many, AlikeRows rows, int from, int to) {
        WritePlans.Bound bound = operation
                .plans()
                .insert(many.model(), rows.columns, rows.values(from, to), many.skipDuplicates(), List.of());
        return session.run(bound.plan(), bound.values());
    }

    boolean isOneStatement(List<NewRows.Batch> batches) {
        return batches.size() == 1
                && batches.get(0).rows.size()
                        <= operation.statements().most(batches.get(0).columns.size());
    }

    private long insert(CreateMany many, List<NewRows.Batch> batches) {
        long count = 0;
        for (NewRows.Batch batch : batches) {
            count += operation
                    .statements()
                    .insertMany(many.model(), batch.columns, batch.values(), many.skipDuplicates());
        }
        return count;
    }

    <T extends @Nullable Object> List<T> createAndReturn(CreateManyAndReturn<T> many) {
        if (many.rows().isEmpty()) {
            return List.of();
        }
        Model model = many.model();
        WriteRun run = operation.run(false);
        List<NewRow> rows = rows(many.rows());
        List<NewRows.Batch> batches = run.newRows.batches(model, rows);
        boolean returnable =
                Operation.isReturnable(many.selection()) && operation.facts().insertReturns();
        boolean skip = many.skipDuplicates();
        if (returnable && isOneStatement(batches)) {
            return insertReturning(model, batches.get(0), skip, many.selection());
        }
        if (returnable) {
            return session.atomically(() -> insertReturning(model, rows, batches, skip, many.selection()));
        }
        Returned<T> returned = operation.facts().insertReturns() ? operation.returned(model, many.selection()) : null;
        if (returned != null) {
            Selection<@Nullable Object[]> fields = Selection.of(
                    model,
                    returned.fields(),
                    PlannedStatements.reader(returned.fields().size()));
            return session.atomically(
                    () -> session.related(returned, insertReturning(model, rows, batches, skip, fields)));
        }
        if (many.skipDuplicates()) {
            return session.atomically(() -> createSkipping(many, batches));
        }
        return session.atomically(() -> {
            List<ScalarField> identity = ChangedRows.identity(model);
            run.newRows.create(model, rows, identity);
            return operation.readAll(
                    model,
                    identity,
                    rows.stream().map(row -> NewRows.values(row, identity)).toList(),
                    many.selection());
        });
    }

    private <T extends @Nullable Object> List<T> insertReturning(
            Model model, NewRows.Batch batch, boolean skipDuplicates, Selection<T> selection) {
        WritePlans.Bound bound =
                operation.plans().insert(model, batch.columns, batch.values(), skipDuplicates, selection.scalars());
        return session.rows(bound.plan(), bound.values(), selection.reader());
    }

    /** Several statements, whose rows are put into the order of the data unless some may be missing. */
    <T extends @Nullable Object> List<T> insertReturning(
            Model model,
            List<NewRow> rows,
            List<NewRows.Batch> batches,
            boolean skipDuplicates,
            Selection<T> selection) {
        if (isOneStatement(batches)) {
            return insertReturning(model, batches.get(0), skipDuplicates, selection);
        }
        Map<NewRow, T> byRow = new IdentityHashMap<>();
        List<T> all = new ArrayList<>(rows.size());
        for (NewRows.Batch batch : batches) {
            for (List<NewRow> chunk : operation.statements().chunks(batch.rows, batch.columns.size())) {
                List<T> made =
                        insertReturning(model, new NewRows.Batch(batch.columns, chunk), skipDuplicates, selection);
                all.addAll(made);
                for (int i = 0; i < made.size() && !skipDuplicates; i++) {
                    byRow.put(chunk.get(i), made.get(i));
                }
            }
        }
        if (skipDuplicates) {
            return all;
        }
        List<T> ordered = new ArrayList<>(rows.size());
        rows.forEach(row -> ordered.add(byRow.get(row)));
        return ordered;
    }

    /** Only the database knows which rows it left out, so it must say which it made. */
    private <T extends @Nullable Object> List<T> createSkipping(
            CreateManyAndReturn<T> many, List<NewRows.Batch> batches) {
        if (!operation.facts().insertReturns() || !operation.facts().onConflict()) {
            throw Errors.unsupported("createManyAndReturn with skipDuplicates");
        }
        List<ScalarField> identity = ChangedRows.identity(many.model());
        Selection<@Nullable Object[]> keys =
                Selection.of(many.model(), identity, PlannedStatements.reader(identity.size()));
        List<@Nullable Object[]> made = new ArrayList<>();
        for (NewRows.Batch batch : batches) {
            for (List<NewRow> chunk : operation.statements().chunks(batch.rows, batch.columns.size())) {
                made.addAll(insertReturning(many.model(), new NewRows.Batch(batch.columns, chunk), true, keys));
            }
        }
        return operation.readAll(many.model(), identity, made, many.selection());
    }

    // ---- update

    long update(UpdateMany many) {
        Model model = many.model();
        if (many.data().fields().isEmpty()) {
            return operation.facts().countsUnchanged()
                    ? session.read(new Count(model, limited(many.where(), many.limit())))
                    : 0;
        }
        List<FieldUpdate> changes = operation.touched(model, many.data().fields());
        if (operation.looksAfterOthers(model)) {
            return session.atomically(() -> operation
                    .run(false)
                    .changedRows
                    .changeMany(
                            model,
                            chosen(model, many.where(), many.limit()),
                            many.data().fields()));
        }
        if (operation.statements().mustChooseFirst(many.where())) {
            return session.atomically(
                    () -> operation.statements().update(model, changes, chosen(model, many.where(), many.limit())));
        }
        WritePlans.Bound bound = operation.plans().update(model, changes, many.where(), many.limit(), List.of());
        return session.run(bound.plan(), bound.values());
    }

    <T extends @Nullable Object> List<T> updateAndReturn(UpdateManyAndReturn<T> many) {
        Model model = many.model();
        List<FieldUpdate> changes = operation.touched(model, many.data().fields());
        if (changes.isEmpty()) {
            return session.read(
                    new FindMany<>(model, limited(many.where(), many.limit()), many.selection(), ReadOptions.DEFAULT));
        }
        boolean returns = operation.facts().updateReturns() && !operation.looksAfterOthers(model);
        if (returns && Operation.isReturnable(many.selection())) {
            WritePlans.Bound bound = operation
                    .plans()
                    .update(
                            model,
                            changes,
                            many.where(),
                            many.limit(),
                            many.selection().scalars());
            return session.rows(bound.plan(), bound.values(), many.selection().reader());
        }
        Returned<T> returned = returns ? operation.returned(model, many.selection()) : null;
        if (returned != null) {
            return operation.rows(
                    returned, operation.plans().update(model, changes, many.where(), many.limit(), returned.fields()));
        }
        List<ScalarField> identity = ChangedRows.identity(model);
        return session.atomically(() -> {
            List<@Nullable Object[]> keys;
            if (returns) {
                WritePlans.Bound bound = operation.plans().update(model, changes, many.where(), many.limit(), identity);
                keys = session.rows(bound.plan(), bound.values(), PlannedStatements.reader(identity.size()));
            } else {
                keys = updateByKeys(model, identity, many, changes);
            }
            return operation.readAll(model, identity, keys, many.selection());
        });
    }

    private List<@Nullable Object[]> updateByKeys(
            Model model, List<ScalarField> identity, UpdateManyAndReturn<?> many, List<FieldUpdate> changes) {
        List<@Nullable Object[]> before = keys(model, identity, many.where(), many.limit());
        if (before.isEmpty()) {
            return before;
        }
        operation
                .run(false)
                .changedRows
                .changeMany(
                        model, Conditions.anyOf(identity, before), many.data().fields());
        List<@Nullable Object[]> after = new ArrayList<>(before.size());
        for (@Nullable Object[] key : before) {
            RowValues row = RowValues.of(identity, key);
            after.add(identity.stream()
                    .map(field -> Arithmetic.after(field, row.get(field), changes))
                    .toArray());
        }
        return after;
    }

    // ---- delete

    long delete(DeleteMany many) {
        Model model = many.model();
        if (operation.looksAfterOthers(model)
                || operation.keepsDeleted(model)
                || operation.statements().mustChooseFirst(many.where())) {
            return session.atomically(
                    () -> operation.run(false).removedRows.remove(model, chosen(model, many.where(), many.limit())));
        }
        WritePlans.Bound bound = operation.plans().delete(model, many.where(), many.limit(), List.of());
        return session.run(bound.plan(), bound.values());
    }

    <T extends @Nullable Object> List<T> deleteAndReturn(DeleteManyAndReturn<T> many) {
        Model model = many.model();
        if (Operation.isReturnable(many.selection())
                && operation.facts().deleteReturns()
                && !operation.looksAfterOthers(model)
                && !operation.keepsDeleted(model)
                && !operation.statements().mustChooseFirst(many.where())) {
            WritePlans.Bound bound = operation
                    .plans()
                    .delete(model, many.where(), many.limit(), many.selection().scalars());
            return session.rows(bound.plan(), bound.values(), many.selection().reader());
        }
        List<ScalarField> identity = ChangedRows.identity(model);
        return session.atomically(() -> {
            List<@Nullable Object[]> keys = keys(model, identity, many.where(), many.limit());
            List<T> rows = operation.readAll(model, identity, keys, many.selection());
            if (!keys.isEmpty()) {
                operation.run(false).removedRows.remove(model, Conditions.anyOf(identity, keys));
            }
            return rows;
        });
    }

    // ---- choosing rows

    private Condition chosen(Model model, @Nullable Condition where, @Nullable Integer limit) {
        if (limit == null && !operation.statements().mustChooseFirst(where)) {
            return where == null ? Condition.all() : where;
        }
        List<ScalarField> identity = ChangedRows.identity(model);
        List<@Nullable Object[]> keys = keys(model, identity, where, limit);
        return keys.isEmpty() ? Condition.none() : Conditions.anyOf(identity, keys);
    }

    private List<@Nullable Object[]> keys(
            Model model, List<ScalarField> identity, @Nullable Condition where, @Nullable Integer limit) {
        return session.read(new FindMany<>(
                model,
                limited(where, limit),
                Selection.of(model, identity, PlannedStatements.reader(identity.size())),
                ReadOptions.DEFAULT));
    }

    private static ReadArguments limited(@Nullable Condition where, @Nullable Integer limit) {
        return new ReadArguments(where, List.of(), null, limit, null, List.of());
    }
}
