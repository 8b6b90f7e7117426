package dev.prisma4j.engine.write;

import dev.prisma4j.engine.defaults.ModelDefaults;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.OptimisticLockException;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.error.UniqueConstraintException;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations on one row. */
final class SingleWrites {
    private final Operation operation;
    private final WriteSession session;

    SingleWrites(Operation operation) {
        this.operation = operation;
        this.session = operation.session();
    }

    // ---- create

    <T extends @Nullable Object> T create(Create<T> create) {
        CreateData data = create.data();
        if (!data.relations().isEmpty()) {
            NewFamily<T> family = NewFamily.of(operation, create);
            if (family != null) {
                return made(family);
            }
            try {
                return session.atomically(() -> createWithRelations(create.model(), data, create.selection()));
            } catch (UniqueConstraintException e) {
                throw connectsNothing(data, e, null);
            }
        }
        if (Operation.isReturnable(create.selection()) && operation.facts().insertReturns()) {
            return insertReturning(create.model(), data, create.selection());
        }
        Returned<T> returned =
                operation.facts().insertReturns() ? operation.returned(create.model(), create.selection()) : null;
        if (returned == null) {
            return createWithRelations(create.model(), data, create.selection());
        }
        Row row = row(create.model(), data);
        return operation
                .rows(
                        returned,
                        operation
                                .plans()
                                .insert(
                                        create.model(),
                                        row.columns,
                                        List.<@Nullable Object[]>of(row.values),
                                        false,
                                        returned.fields()))
                .get(0);
    }

    private <T extends @Nullable Object> T made(NewFamily<T> family) {
        try {
            return session.atomically(() -> family.make(true));
        } catch (UncertainNumbers e) {
            return session.atomically(() -> family.make(false));
        }
    }

    private <T extends @Nullable Object> T insertReturning(Model model, CreateData data, Selection<T> selection) {
        Row row = row(model, data);
        return operation
                .inserted(model, row.columns, List.<@Nullable Object[]>of(row.values), selection, false)
                .get(0);
    }

    private <T extends @Nullable Object> T createWithRelations(Model model, CreateData data, Selection<T> selection) {
        WriteRun run = operation.run(InsertOrder.matters(model, data));
        NewRow row = new NewRow(data);
        run.newRows.create(model, List.of(row), ChangedRows.identity(model));
        return operation.read(model, row, selection);
    }

    /**
     * Where a new row is refused and what it should be related to one to one does not exist either, the latter is told, as
     * by Prisma, which looks for it first. Looking afterwards costs nothing where all goes well.
     *
     * @param unless the row that is changed instead if it exists, or null
     */
    private PrismaException connectsNothing(CreateData data, PrismaException refused, @Nullable Unique unless) {
        PlannedStatements statements = operation.statements();
        try {
            for (NestedWrite write : data.relations()) {
                Link link = Link.of(write.relation());
                if (write instanceof NestedWrite.Connect connect
                        && link.isOneToOne()
                        && !link.isHeldByParent()
                        && !statements.exists(
                                link.child(), Conditions.of(connect.targets().get(0)))
                        && (unless == null || !statements.exists(link.parent(), Conditions.of(unless)))) {
                    return Ties.nothingToConnect(link, true);
                }
            }
        } catch (PrismaException e) {
            refused.addSuppressed(e); // the failure has ended the transaction around
        }
        return refused;
    }

    private record Row(List<ScalarField> columns, @Nullable Object[] values) {}

    /** The columns of a new row and their values, defaults included. */
    private Row row(Model model, CreateData data) {
        ModelDefaults defaults = operation.defaults().of(model);
        List<ScalarField> columns = new ArrayList<>(data.fields());
        for (ScalarField field : defaults.createFields()) {
            if (!data.fields().contains(field)) {
                columns.add(field);
            }
        }
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < data.fields().size(); i++) {
            values[i] = NewRow.stored(data.values().get(i));
        }
        if (columns.size() > data.fields().size()) {
            Instant now = operation.defaults().moment();
            for (int i = data.fields().size(); i < values.length; i++) {
                values[i] = defaults.valueOnCreate(columns.get(i), now);
            }
        }
        return new Row(columns, values);
    }

    // ---- update

    <T extends @Nullable Object> T update(Update<T> update) {
        Model model = update.model();
        UpdateData data = update.data();
        Selection<T> selection = update.selection();
        if (data.fields().isEmpty() && data.relations().isEmpty()) {
            return operation.find(model, update.where(), selection, "an update");
        }
        if (!data.relations().isEmpty() || operation.looksAfterOthers(model)) {
            return session.atomically(() -> updateWithRelations(update));
        }
        List<FieldUpdate> changes = operation.touched(model, data.fields());
        Condition where = Conditions.of(update.where());
        if (Operation.isReturnable(selection) && operation.facts().updateReturns()) {
            WritePlans.Bound bound = operation.plans().update(model, changes, where, null, selection.scalars());
            List<T> rows = session.rows(bound.plan(), bound.values(), selection.reader());
            return only(rows, model, "an update");
        }
        Returned<T> returned = operation.facts().updateReturns() ? operation.returned(model, selection) : null;
        if (returned != null) {
            return only(
                    operation.rows(returned, operation.plans().update(model, changes, where, null, returned.fields())),
                    model,
                    "an update");
        }
        Unique after = after(update.where(), changes);
        if (after != null && !operation.statements().mustChooseFirst(where)) {
            WritePlans.Bound bound = operation.plans().update(model, changes, where, null, List.of());
            if (session.run(bound.plan(), bound.values()) == 0) {
                throw Errors.recordNotFound(model, "an update");
            }
            return operation.find(model, after, selection, "a read of what was written");
        }
        return session.atomically(() -> updateWithRelations(update));
    }

    private <T extends @Nullable Object> T updateWithRelations(Update<T> update) {
        Model model = update.model();
        WriteRun run = operation.run(InsertOrder.matters(model, update.data()));
        RowValues row = run.changedRows.change(
                model, Conditions.of(update.where()), update.data(), ChangedRows.identity(model));
        if (row == null) {
            // Where rows are read before they are changed, Prisma misses the row itself and asks no further.
            throw operation.facts().updateReturns()
                    ? new MissingParent(run.statements).failure(model, update.data())
                    : Errors.recordNotFound(model, "an update");
        }
        return operation.read(model, row, update.selection());
    }

    /** The criterion that names the row after the changes, or null if that cannot be told from the changes. */
    private static @Nullable Unique after(Unique where, List<FieldUpdate> changes) {
        List<Object> values = new ArrayList<>(where.values());
        for (FieldUpdate change : changes) {
            int index = where.fields().indexOf(change.field());
            if (index >= 0) {
                if (change.operation() != FieldUpdate.Operation.SET || change.value() == null) {
                    return null;
                }
                values.set(index, change.value());
            }
        }
        return new Unique(where.fields(), values, null);
    }

    private static <T extends @Nullable Object> T only(List<T> rows, Model model, String what) {
        if (rows.isEmpty()) {
            throw Errors.recordNotFound(model, what);
        }
        return rows.get(0);
    }

    // ---- upsert

    <T extends @Nullable Object> T upsert(Upsert<T> upsert) {
        if (isNative(upsert)) {
            return nativeUpsert(upsert);
        }
        try {
            return session.atomically(() -> upsertByLooking(upsert));
        } catch (UniqueConstraintException e) {
            throw connectsNothing(upsert.create(), e, upsert.where());
        }
    }

    private <T extends @Nullable Object> T upsertByLooking(Upsert<T> upsert) {
        Model model = upsert.model();
        List<ScalarField> identity = ChangedRows.identity(model);
        List<ScalarField> looked = ChangedRows.looked(model, upsert.update());
        @Nullable Object[] found = new Targets(operation.statements()).find(model, upsert.where(), looked);
        if (found == null) {
            if (Versions.missing(
                            operation.statements(),
                            model,
                            Conditions.of(upsert.where()),
                            Errors.recordNotFound(model, "an upsert"))
                    instanceof OptimisticLockException lost) {
                throw lost;
            }
            return createWithRelations(model, upsert.create(), upsert.selection());
        }
        RowValues row = operation
                .run(InsertOrder.matters(model, upsert.update()))
                .changedRows
                .change(
                        model,
                        Conditions.equal(identity, Arrays.copyOf(found, identity.size())),
                        upsert.update(),
                        identity,
                        new ChangedRows.Known(looked, found));
        if (row == null) {
            throw Errors.recordNotFound(model, "an upsert");
        }
        return operation.read(model, row, upsert.selection());
    }

    /** Prisma's rule for INSERT .. ON CONFLICT: one row, plain values, and the new row would be the one that is looked for. */
    private boolean isNative(Upsert<?> upsert) {
        return operation.facts().onConflict()
                && Operation.isReturnable(upsert.selection())
                && upsert.create().relations().isEmpty()
                && upsert.update().relations().isEmpty()
                && !upsert.update().fields().isEmpty()
                && !operation.looksAfterOthers(upsert.model())
                && isLookedFor(upsert.where(), upsert.create());
    }

    private static boolean isLookedFor(Unique where, CreateData create) {
        for (int i = 0; i < where.fields().size(); i++) {
            if (!isGiven(create, where.fields().get(i), where.values().get(i))) {
                return false;
            }
        }
        Condition and = where.and();
        List<Condition> parts =
                and == null ? List.of() : and instanceof Condition.And all ? all.conditions() : List.of(and);
        for (Condition part : parts) {
            if (!(part instanceof Condition.Compare compare)
                    || compare.comparator() != Comparator.EQ
                    || compare.insensitive()
                    || !(compare.left() instanceof Operand.Column column)
                    || !isGiven(create, column.field(), compare.right())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGiven(CreateData create, ScalarField field, Object value) {
        int index = create.fields().indexOf(field);
        if (index < 0) {
            return false;
        }
        Object given = create.values().get(index);
        return value.equals(given) || KeyValue.of(Arrays.asList(given)).equals(KeyValue.of(List.of(value)));
    }

    private <T extends @Nullable Object> T nativeUpsert(Upsert<T> upsert) {
        Model model = upsert.model();
        Row row = row(model, upsert.create());
        List<FieldUpdate> changes = operation.touched(model, upsert.update().fields());
        WritePlans.Bound bound = operation
                .plans()
                .upsert(
                        model,
                        row.columns,
                        row.values,
                        upsert.where(),
                        changes,
                        upsert.selection().scalars());
        List<T> rows =
                session.rows(bound.plan(), bound.values(), upsert.selection().reader());
        if (rows.isEmpty()) {
            // The unique values exist, in a row that the further conditions do not mean.
            throw Errors.uniqueConstraint(
                    model,
                    upsert.where().fields().stream().map(ScalarField::name).toList(),
                    null,
                    null);
        }
        return rows.get(0);
    }

    // ---- delete

    <T extends @Nullable Object> T delete(Delete<T> delete) {
        Model model = delete.model();
        Condition where = Conditions.of(delete.where());
        if (Operation.isReturnable(delete.selection())
                && operation.facts().deleteReturns()
                && !operation.looksAfterOthers(model)
                && !operation.keepsDeleted(model)
                && !operation.statements().mustChooseFirst(where)) {
            WritePlans.Bound bound = operation
                    .plans()
                    .delete(model, where, null, delete.selection().scalars());
            List<T> rows = session.rows(
                    bound.plan(), bound.values(), delete.selection().reader());
            return only(rows, model, "a delete");
        }
        return session.atomically(() -> {
            T row = operation.find(model, delete.where(), delete.selection(), "a delete");
            operation.run(false).removedRows.remove(model, where);
            return row;
        });
    }
}
