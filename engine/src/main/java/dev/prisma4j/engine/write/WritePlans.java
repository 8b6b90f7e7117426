package dev.prisma4j.engine.write;

import dev.prisma4j.engine.plan.OwnChanges;
import dev.prisma4j.engine.plan.PlanCache;
import dev.prisma4j.engine.plan.Shape;
import dev.prisma4j.engine.plan.Shaper;
import dev.prisma4j.engine.plan.Slot;
import dev.prisma4j.engine.plan.WritePlan;
import dev.prisma4j.engine.plan.WritePlanner;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.sql.Insert;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.engine.sql.dialect.WriteFacts;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The statements of writes, planned once per shape. One per engine. */
public final class WritePlans {
    private static final Insert.Conflict FAIL = new Insert.Conflict.Fail();
    private static final Insert.Conflict SKIP = new Insert.Conflict.Skip();

    /** From so many rows on, arrays of columns are faster than a parameter for each value. */
    private static final int MANY = 16;

    private final WritePlanner planner;
    private final PlanCache<WritePlan> cache;
    private final Dialect dialect;
    private final Set<Model> triggered = ConcurrentHashMap.newKeySet();

    public WritePlans(Dialect dialect, int cacheSize) {
        this.dialect = dialect;
        this.planner = new WritePlanner(dialect);
        this.cache = new PlanCache<>(cacheSize);
    }

    /** Whether an INSERT into the model's table was seen to write other rows, too. */
    boolean hasTriggers(Model model) {
        return triggered.contains(model);
    }

    /** Remembers that an INSERT into the model's table may write other rows, too. */
    void triggersSeen(Model model) {
        triggered.add(model);
    }

    WriteFacts facts() {
        return dialect.writes();
    }

    /** How many rows a list of the values of these fields may have. */
    int maxListSize(List<ScalarField> fields) {
        return dialect.maxListSize(dialect.codec(fields.get(0)), fields.size());
    }

    int maxParameters() {
        return dialect.facts().maxParameters();
    }

    /** A statement and what is to be bound to it. */
    record Bound(WritePlan plan, @Nullable Object[] values) {}

    /** Statements in which every row changes in its own way. */
    OwnChanges own(Model model, List<ScalarField> key) {
        return new OwnChanges(dialect, model, key);
    }

    /** Makes rows. */
    Bound insert(
            Model model,
            List<ScalarField> columns,
            List<@Nullable Object[]> rows,
            boolean skipDuplicates,
            List<ScalarField> returning) {
        Shaper shaper = new Shaper(false);
        boolean many = rows.size() >= MANY && dialect.facts().arrays();
        shaper.token(skipDuplicates ? SKIP : FAIL);
        shaper.token(many);
        shaper.token(model);
        shaper.token(columns);
        shaper.token(returning);
        Shape shape = shaper.shape();
        WritePlan plan = cache.get(shape);
        if (plan == null) {
            plan = cache.put(
                    shape, () -> planner.insert(model, columns, 0, many, skipDuplicates ? SKIP : FAIL, returning));
        }
        return new Bound(plan, new Object[] {rows});
    }

    /** Makes a row, or changes the one that the criterion names. */
    Bound upsert(
            Model model,
            List<ScalarField> columns,
            @Nullable Object[] row,
            Unique target,
            List<FieldUpdate> changes,
            List<ScalarField> returning) {
        Shaper shaper = new Shaper(false);
        walkUpsert(shaper, model, columns, row, target, changes, returning);
        Shape shape = shaper.shape();
        WritePlan plan = cache.get(shape);
        if (plan == null) {
            plan = cache.put(shape, () -> {
                Shaper copy = new Shaper(true);
                List<FieldUpdate> slots = new ArrayList<>();
                Unique unique = walkUpsert(copy, model, columns, row, target, changes, returning, slots);
                return planner.insert(model, columns, 0, false, planner.change(model, unique, slots), returning)
                        .withSlots(copy.valueCount());
            });
        }
        return new Bound(plan, shaper.values(plan.slots()));
    }

    private static void walkUpsert(
            Shaper shaper,
            Model model,
            List<ScalarField> columns,
            @Nullable Object[] row,
            Unique target,
            List<FieldUpdate> changes,
            List<ScalarField> returning) {
        walkUpsert(shaper, model, columns, row, target, changes, returning, null);
    }

    private static Unique walkUpsert(
            Shaper shaper,
            Model model,
            List<ScalarField> columns,
            @Nullable Object[] row,
            Unique target,
            List<FieldUpdate> changes,
            List<ScalarField> returning,
            @Nullable List<FieldUpdate> slots) {
        shaper.token(Insert.Conflict.Change.class);
        shaper.token(model);
        shaper.token(columns);
        shaper.value(List.<@Nullable Object[]>of(row));
        walkChanges(shaper, changes, slots);
        shaper.token(returning);
        return shaper.unique(target);
    }

    /** Changes rows. */
    Bound update(
            Model model,
            List<FieldUpdate> changes,
            @Nullable Condition where,
            @Nullable Integer limit,
            List<ScalarField> returning) {
        Shaper shaper = new Shaper(false);
        shaper.token(FieldUpdate.class);
        shaper.token(model);
        shaper.token(returning);
        walkChanges(shaper, changes, null);
        shaper.optionalCondition(where);
        walkLimit(shaper, limit);
        Shape shape = shaper.shape();
        WritePlan plan = cache.get(shape);
        if (plan == null) {
            plan = cache.put(shape, () -> {
                Shaper copy = new Shaper(true);
                List<FieldUpdate> slots = new ArrayList<>();
                walkChanges(copy, changes, slots);
                Condition condition = copy.optionalCondition(where);
                int limitSlot = walkLimit(copy, limit);
                return planner.update(model, slots, condition, limitSlot, returning, copy.valueCount());
            });
        }
        return new Bound(plan, shaper.values(plan.slots()));
    }

    /** Deletes rows. */
    Bound delete(Model model, @Nullable Condition where, @Nullable Integer limit, List<ScalarField> returning) {
        Shaper shaper = new Shaper(false);
        shaper.token(WritePlan.class);
        shaper.token(model);
        shaper.token(returning);
        shaper.optionalCondition(where);
        walkLimit(shaper, limit);
        Shape shape = shaper.shape();
        WritePlan plan = cache.get(shape);
        if (plan == null) {
            plan = cache.put(shape, () -> {
                Shaper copy = new Shaper(true);
                Condition condition = copy.optionalCondition(where);
                int limitSlot = walkLimit(copy, limit);
                return planner.delete(model, condition, limitSlot, returning, copy.valueCount());
            });
        }
        return new Bound(plan, shaper.values(plan.slots()));
    }

    /** Ties rows in a join table. */
    Bound tie(RelationField field, List<@Nullable Object[]> pairs) {
        Shaper shaper = new Shaper(false);
        shaper.token(RelationField.class);
        shaper.token(field);
        Shape shape = shaper.shape();
        WritePlan plan = cache.get(shape);
        if (plan == null) {
            plan = cache.put(shape, () -> planner.tie(field, 0));
        }
        return new Bound(plan, new Object[] {pairs});
    }

    /** Unties rows in a join table. */
    Bound untie(RelationField field, WritePlanner.Ties ties, Object parent, List<Object> children) {
        Shaper shaper = new Shaper(false);
        shaper.token(ties);
        shaper.token(field);
        Shape shape = shaper.shape();
        WritePlan plan = cache.get(shape);
        if (plan == null) {
            plan = cache.put(shape, () -> planner.untie(field, ties));
        }
        return new Bound(plan, new Object[] {parent, children});
    }

    private static void walkChanges(Shaper shaper, List<FieldUpdate> changes, @Nullable List<FieldUpdate> slots) {
        shaper.token(changes.size());
        for (FieldUpdate change : changes) {
            shaper.token(change.field());
            shaper.token(change.operation());
            Object value = shaper.changed(NewRow.stored(change.value()));
            if (slots != null) {
                slots.add(new FieldUpdate(change.field(), change.operation(), value));
            }
        }
    }

    private static int walkLimit(Shaper shaper, @Nullable Integer limit) {
        shaper.token(limit == null);
        return limit == null ? -1 : ((Slot) shaper.value(limit)).index();
    }
}
