package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.OptimisticLockException;
import dev.prisma4j.engine.plan.OwnChanges;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.UpdateEach;
import dev.prisma4j.engine.query.UpsertMany;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations on many rows of which each has data of its own. */
final class OwnWrites {
    /** How many rows one statement changes in their own ways at most: a CASE is searched from its start for each row. */
    private static final int MANY = 500;

    private final Operation operation;
    private final WriteSession session;

    OwnWrites(Operation operation) {
        this.operation = operation;
        this.session = operation.session();
    }

    // ---- upsert

    long upsert(UpsertMany many) {
        for (UpsertMany.Row row : many.rows()) {
            if (!row.create().relations().isEmpty() || !row.update().relations().isEmpty()) {
                throw Errors.invalidQuery(many.model(), "upsertMany takes rows without relations.");
            }
        }
        if (many.rows().isEmpty()) {
            return 0;
        }
        if (operation.looksAfterOthers(many.model()) || operation.keepsDeleted(many.model())) {
            return session.atomically(() -> upsertOneByOne(many));
        }
        List<OwnChanges.Bound> statements = new ArrayList<>();
        WriteRun run = operation.run(false);
        List<NewRow> rows = new ArrayList<>();
        Map<NewRow, UpsertMany.Row> data = new LinkedHashMap<>();
        for (UpsertMany.Row row : many.rows()) {
            NewRow made = new NewRow(row.create());
            rows.add(made);
            data.put(made, row);
        }
        Set<Object> seen = new HashSet<>();
        List<NewRow> different = new ArrayList<>();
        for (NewRow row : rows) {
            if (!seen.add(KeyValue.of(key(many, row)))) {
                statements(many, run, different, data, statements);
                different.clear();
                seen.clear();
                seen.add(KeyValue.of(key(many, row)));
            }
            different.add(row);
        }
        statements(many, run, different, data, statements);
        runAll(statements);
        return many.rows().size();
    }

    private static List<Object> key(UpsertMany many, NewRow row) {
        List<Object> key = new ArrayList<>(many.key().size());
        for (ScalarField field : many.key()) {
            Object value = row.get(field);
            if (value == null) {
                throw Errors.missingValue(many.model(), "data.create." + field.name());
            }
            key.add(value);
        }
        return key;
    }

    private static List<FieldUpdate> changes(Map<NewRow, UpsertMany.Row> data, NewRow row) {
        return Objects.requireNonNull(data.get(row)).update().fields();
    }

    /** Rows with keys of their own: one statement for those with the same columns. */
    private void statements(
            UpsertMany many,
            WriteRun run,
            List<NewRow> rows,
            Map<NewRow, UpsertMany.Row> data,
            List<OwnChanges.Bound> statements) {
        Model model = many.model();
        for (NewRows.Batch batch : run.newRows.batches(model, rows)) {
            int changed = batch.rows.stream()
                    .mapToInt(row -> run.touched(model, changes(data, row)).size())
                    .max()
                    .orElse(0);
            int width = batch.columns.size() + changed * (many.key().size() + 1);
            for (List<NewRow> chunk : chunks(batch.rows, width)) {
                List<OwnChanges.Row> changes = new ArrayList<>(chunk.size());
                for (NewRow row : chunk) {
                    changes.add(new OwnChanges.Row(key(many, row), stored(run.touched(model, changes(data, row)))));
                }
                statements.add(operation
                        .plans()
                        .own(model, many.key())
                        .upsert(batch.columns, new NewRows.Batch(batch.columns, chunk).values(), changes));
            }
        }
    }

    private long upsertOneByOne(UpsertMany many) {
        SingleWrites single = new SingleWrites(operation);
        for (UpsertMany.Row row : many.rows()) {
            Unique where = new Unique(many.key(), key(many, new NewRow(row.create())), present(many.model()));
            single.upsert(new dev.prisma4j.engine.query.Upsert<>(
                    many.model(), where, row.create(), row.update(), operation.identityOf(many.model())));
        }
        return many.rows().size();
    }

    /** Rows that were deleted and stay are not changed. */
    private @Nullable Condition present(Model model) {
        ScalarField deleted =
                operation.softDeletes() == null ? null : operation.softDeletes().field(model);
        return deleted == null ? null : Condition.isNull(deleted);
    }

    // ---- update

    long update(UpdateEach each) {
        Model model = each.model();
        List<UpdateEach.Change> changes = each.changes().stream()
                .filter(change -> !change.data().fields().isEmpty()
                        || !change.data().relations().isEmpty())
                .toList();
        if (changes.isEmpty()) {
            return 0;
        }
        boolean together =
                !operation.looksAfterOthers(model) && changes.stream().allMatch(OwnWrites::isPlain);
        Condition and = changes.get(0).where().and();
        together &= changes.stream()
                .allMatch(change -> Objects.equals(change.where().and(), and));
        if (!together || Versions.isNamed(model, and) || operation.statements().mustChooseFirst(and)) {
            return session.atomically(() -> updateOneByOne(model, changes));
        }
        WriteRun run = operation.run(false);
        List<OwnChanges.Bound> statements = new ArrayList<>();
        for (int from = 0, to = 0; from < changes.size(); from = to) {
            List<ScalarField> criterion = changes.get(from).where().fields();
            while (to < changes.size() && changes.get(to).where().fields().equals(criterion)) {
                to++;
            }
            statements(run, model, criterion, changes.subList(from, to), and, statements);
        }
        return runAll(statements);
    }

    /** Whether it concerns fields of the row alone, and none by which rows are known here. */
    private static boolean isPlain(UpdateEach.Change change) {
        return change.data().relations().isEmpty()
                && change.data().fields().stream()
                        .noneMatch(field -> change.where().fields().contains(field.field()));
    }

    private void statements(
            WriteRun run,
            Model model,
            List<ScalarField> key,
            List<UpdateEach.Change> changes,
            @Nullable Condition and,
            List<OwnChanges.Bound> statements) {
        int width = key.size();
        List<OwnChanges.Row> rows = new ArrayList<>();
        for (UpdateEach.Change change : changes) {
            List<FieldUpdate> all = run.touched(model, change.data().fields());
            width = Math.max(width, key.size() + all.size() * (key.size() + 1));
            rows.add(new OwnChanges.Row(change.where().values(), stored(all)));
        }
        Set<Object> seen = new HashSet<>();
        List<OwnChanges.Row> different = new ArrayList<>();
        for (OwnChanges.Row row : rows) {
            if (!seen.add(KeyValue.of(row.key()))) {
                add(model, key, different, width, and, statements);
                different = new ArrayList<>();
                seen.clear();
                seen.add(KeyValue.of(row.key()));
            }
            different.add(row);
        }
        add(model, key, different, width, and, statements);
    }

    private void add(
            Model model,
            List<ScalarField> key,
            List<OwnChanges.Row> rows,
            int width,
            @Nullable Condition and,
            List<OwnChanges.Bound> statements) {
        for (List<OwnChanges.Row> chunk : chunks(rows, width)) {
            statements.add(operation.plans().own(model, key).update(chunk, and));
        }
    }

    private long updateOneByOne(Model model, List<UpdateEach.Change> changes) {
        long count = 0;
        for (UpdateEach.Change change : changes) {
            Condition where = Conditions.of(change.where());
            if (ChangedRows.startsElsewhere(change.data())
                    && !operation.statements().exists(model, where)) {
                continue;
            }
            RowValues row = operation
                    .run(InsertOrder.matters(model, change.data()))
                    .changedRows
                    .change(model, where, change.data(), List.of());
            if (row == null
                    && Versions.missing(operation.statements(), model, where, Errors.recordNotFound(model, "an update"))
                            instanceof OptimisticLockException lost) {
                throw lost;
            }
            count += row == null ? 0 : 1;
        }
        return count;
    }

    // ---- both

    private static List<FieldUpdate> stored(List<FieldUpdate> changes) {
        return changes.stream()
                .map(change -> new FieldUpdate(change.field(), change.operation(), NewRow.stored(change.value())))
                .toList();
    }

    private <T> List<List<T>> chunks(List<T> rows, int width) {
        int size = Math.max(1, Math.min(MANY, operation.plans().maxParameters() / Math.max(1, width)));
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            chunks.add(List.copyOf(rows.subList(from, Math.min(rows.size(), from + size))));
        }
        return chunks;
    }

    private long runAll(List<OwnChanges.Bound> statements) {
        if (statements.size() == 1) {
            return session.run(statements.get(0).plan(), statements.get(0).values());
        }
        return session.atomically(() -> {
            long count = 0;
            for (OwnChanges.Bound statement : statements) {
                count += session.run(statement.plan(), statement.values());
            }
            return count;
        });
    }
}
