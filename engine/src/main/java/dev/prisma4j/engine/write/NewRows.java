package dev.prisma4j.engine.write;

import dev.prisma4j.engine.defaults.ModelDefaults;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows and everything their data hangs on them: first the rows that they refer to, then the rows themselves, then
 * the rows that refer to them. All rows of one level and model go into multi-row statements, so the number of statements
 * depends on the depth of the data, not on its size.
 */
final class NewRows {
    private final WriteRun run;
    private final boolean rowByRow;

    NewRows(WriteRun run, boolean rowByRow) {
        this.run = run;
        this.rowByRow = rowByRow;
    }

    /** Makes the rows; afterwards each knows the wanted values. */
    void create(Model model, List<NewRow> rows, List<ScalarField> wanted) {
        if (!rowByRow || rows.size() == 1) {
            createTogether(model, rows, wanted);
            return;
        }
        List<NewRow> plain = new ArrayList<>();
        for (NewRow row : rows) {
            if (!row.data.relations().isEmpty()) {
                createTogether(model, plain, wanted);
                plain.clear();
                createTogether(model, List.of(row), wanted);
            } else {
                plain.add(row);
            }
        }
        createTogether(model, plain, wanted);
    }

    private void createTogether(Model model, List<NewRow> rows, List<ScalarField> wanted) {
        if (rows.isEmpty()) {
            return;
        }
        Map<Object, List<Step>> steps = steps(rows);
        Set<ScalarField> needed = new LinkedHashSet<>(wanted);
        for (List<Step> alike : steps.values()) {
            Link link = alike.get(0).link;
            if (link.isHeldByParent()) {
                makeParents(link, alike);
            } else {
                needed.addAll(link.parentFields());
            }
        }
        insert(model, rows, List.copyOf(needed));
        for (List<Step> alike : steps.values()) {
            Link link = alike.get(0).link;
            if (link.isManyToMany()) {
                makeTied(link, alike);
            } else if (!link.isHeldByParent()) {
                makeChildren(link, alike);
            }
        }
    }

    /** One nested write of one row. */
    private record Step(NewRow row, Link link, NestedWrite write) {}

    /**
     * The nested writes of all rows, those of the same relation and kind together, otherwise in the order of the data.
     * Whether a createMany skips duplicates makes it another kind.
     */
    private static Map<Object, List<Step>> steps(List<NewRow> rows) {
        Map<Object, List<Step>> steps = new LinkedHashMap<>();
        for (NewRow row : rows) {
            for (NestedWrite write : row.data.relations()) {
                boolean skips = write instanceof NestedWrite.CreateManyRelated many && many.skipDuplicates();
                steps.computeIfAbsent(List.of(write.relation(), write.getClass(), skips), key -> new ArrayList<>())
                        .add(new Step(row, Link.of(write.relation()), write));
            }
        }
        return steps;
    }

    // ---- rows that the new rows refer to

    private void makeParents(Link link, List<Step> steps) {
        NestedWrite first = steps.get(0).write;
        if (first instanceof NestedWrite.CreateRelated) {
            List<NewRow> made = new ArrayList<>();
            for (Step step : steps) {
                made.add(new NewRow(
                        ((NestedWrite.CreateRelated) step.write).rows().get(0)));
            }
            create(link.child(), made, link.childFields());
            for (int i = 0; i < made.size(); i++) {
                steps.get(i).row.set(link.parentFields(), values(made.get(i), link.childFields()));
            }
        } else if (first instanceof NestedWrite.Connect) {
            List<Unique> targets = new ArrayList<>();
            for (Step step : steps) {
                targets.add(((NestedWrite.Connect) step.write).targets().get(0));
            }
            List<@Nullable Object @Nullable []> found = run.targets.findAll(link.child(), targets, link.childFields());
            for (int i = 0; i < steps.size(); i++) {
                referTo(link, steps.get(i).row, found.get(i));
            }
        } else if (first instanceof NestedWrite.ConnectOrCreate) {
            for (Step step : steps) {
                NestedWrite.ConnectOrCreate.Choice choice =
                        ((NestedWrite.ConnectOrCreate) step.write).choices().get(0);
                @Nullable Object[] found = run.targets.find(link.child(), choice.where(), link.childFields());
                if (found != null) {
                    referTo(link, step.row, found);
                } else {
                    NewRow made = new NewRow(choice.create());
                    create(link.child(), List.of(made), link.childFields());
                    step.row.set(link.parentFields(), values(made, link.childFields()));
                }
            }
        } else {
            throw notForNewRows(link, first);
        }
    }

    private void referTo(Link link, NewRow row, @Nullable Object @Nullable [] target) {
        if (target == null) {
            throw Errors.relatedRecordNotFound(
                    link.child(),
                    link.relation().name(),
                    link.kind(),
                    "a nested connect",
                    (link.isOneToOne() ? "create or connect inlined relation for '" : "inline the relation on '")
                            + link.parent().name() + "' record(s)");
        }
        if (link.isOneToOne()) {
            run.ties.freeForeignKey(link.parent(), link, target, null);
        }
        row.set(link.parentFields(), target);
    }

    // ---- rows that refer to the new rows

    private void makeChildren(Link link, List<Step> steps) {
        NestedWrite first = steps.get(0).write;
        if (first instanceof NestedWrite.CreateRelated) {
            List<NewRow> children = new ArrayList<>();
            for (Step step : steps) {
                @Nullable Object[] tie = link.tie(step.row);
                for (CreateData data : ((NestedWrite.CreateRelated) step.write).rows()) {
                    children.add(new NewRow(data, link.childFields(), tie));
                }
            }
            create(link.child(), children, List.of());
        } else if (first instanceof NestedWrite.CreateManyRelated many) {
            List<NewRow> children = new ArrayList<>();
            for (Step step : steps) {
                @Nullable Object[] tie = link.tie(step.row);
                for (CreateData data : ((NestedWrite.CreateManyRelated) step.write).rows()) {
                    children.add(new NewRow(data, link.childFields(), tie));
                }
            }
            insertMany(link.child(), children, many.skipDuplicates());
        } else {
            for (Step step : steps) {
                if (!(step.write instanceof NestedWrite.Connect)
                        && !(step.write instanceof NestedWrite.ConnectOrCreate)) {
                    throw notForNewRows(link, step.write);
                }
                run.relatedRows.apply(link, step.row, step.write, true);
            }
        }
    }

    private void makeTied(Link link, List<Step> steps) {
        NestedWrite first = steps.get(0).write;
        ScalarField parentId = link.parentFields().get(0);
        ScalarField childId = link.childFields().get(0);
        List<@Nullable Object[]> pairs = new ArrayList<>();
        if (first instanceof NestedWrite.CreateRelated) {
            List<NewRow> children = new ArrayList<>();
            List<NewRow> parents = new ArrayList<>();
            for (Step step : steps) {
                for (CreateData data : ((NestedWrite.CreateRelated) step.write).rows()) {
                    children.add(new NewRow(data));
                    parents.add(step.row);
                }
            }
            create(link.child(), children, link.childFields());
            for (int i = 0; i < children.size(); i++) {
                pairs.add(new Object[] {
                    parents.get(i).get(parentId), children.get(i).get(childId)
                });
            }
        } else if (first instanceof NestedWrite.Connect) {
            List<Unique> targets = new ArrayList<>();
            steps.forEach(step -> targets.addAll(((NestedWrite.Connect) step.write).targets()));
            List<@Nullable Object @Nullable []> found = run.targets.findAll(link.child(), targets, link.childFields());
            int next = 0;
            for (Step step : steps) {
                List<Unique> own = ((NestedWrite.Connect) step.write).targets();
                Ties.checkAllFound(link, own, found.subList(next, next + own.size()));
                for (int i = 0; i < own.size(); i++) {
                    @Nullable Object[] child = found.get(next++);
                    if (child != null) {
                        pairs.add(new Object[] {step.row.get(parentId), child[0]});
                    }
                }
            }
        } else if (first instanceof NestedWrite.ConnectOrCreate) {
            for (Step step : steps) {
                run.relatedRows.apply(link, step.row, step.write, true);
            }
        } else {
            throw notForNewRows(link, first);
        }
        if (!pairs.isEmpty()) {
            run.statements.link(link.field(), pairs);
        }
    }

    private static RuntimeException notForNewRows(Link link, NestedWrite write) {
        return Errors.invalidQuery(
                link.parent(),
                write.getClass().getSimpleName() + " on `" + link.field().name()
                        + "` needs a row that exists already.");
    }

    // ---- the rows themselves

    /** Makes rows without relations of their own and tells how many. */
    long insertMany(Model model, List<NewRow> rows, boolean skipDuplicates) {
        long count = 0;
        for (Batch batch : batches(model, rows)) {
            count += run.statements.insertMany(model, batch.columns, batch.values(), skipDuplicates);
        }
        return count;
    }

    private void insert(Model model, List<NewRow> rows, List<ScalarField> needed) {
        for (Batch batch : batches(model, rows)) {
            List<ScalarField> unknown = new ArrayList<>();
            for (ScalarField field : needed) {
                if (!batch.columns.contains(field) || !batch.rows.stream().allMatch(row -> isSettled(row.get(field)))) {
                    unknown.add(field);
                }
            }
            List<@Nullable Object[]> stored = run.statements.insert(model, batch.columns, batch.values(), unknown);
            if (!unknown.isEmpty()) {
                for (int i = 0; i < stored.size(); i++) {
                    batch.rows.get(i).set(unknown, stored.get(i));
                }
            }
        }
    }

    /** Whether the database stores the value as it is given, so that it need not be read back to be used as a key. */
    private static boolean isSettled(@Nullable Object value) {
        return value == null
                || value instanceof Integer
                || value instanceof Long
                || value instanceof String
                || value instanceof UUID
                || value instanceof Boolean;
    }

    /** Rows that fit into the same statement. */
    static final class Batch {
        final List<ScalarField> columns;
        final List<NewRow> rows;

        Batch(List<ScalarField> columns, List<NewRow> rows) {
            this.columns = columns;
            this.rows = rows;
        }

        List<@Nullable Object[]> values() {
            List<@Nullable Object[]> all = new ArrayList<>(rows.size());
            for (NewRow row : rows) {
                all.add(NewRows.values(row, columns));
            }
            return all;
        }
    }

    /**
     * Fills in the defaults and sorts the rows by the columns they have. An optional column that some rows leave out is
     * NULL there, unless the database has a default for it.
     */
    List<Batch> batches(Model model, List<NewRow> rows) {
        ModelDefaults defaults = run.defaults.of(model);
        for (NewRow row : rows) {
            for (ScalarField field : defaults.createFields()) {
                if (!row.knows(field)) {
                    row.set(field, defaults.valueOnCreate(field, run.now));
                }
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        if (areAlike(rows)) {
            return List.of(new Batch(known(model, rows.subList(0, 1)), rows));
        }
        List<ScalarField> all = known(model, rows);
        Map<BitSet, Batch> batches = new LinkedHashMap<>();
        for (NewRow row : rows) {
            BitSet missing = new BitSet();
            for (int i = 0; i < all.size(); i++) {
                if (!row.knows(all.get(i)) && !isNullWhenLeftOut(all.get(i))) {
                    missing.set(i);
                }
            }
            Batch batch = batches.computeIfAbsent(missing, key -> new Batch(without(all, key), new ArrayList<>()));
            batch.rows.add(row);
        }
        return List.copyOf(batches.values());
    }

    private static boolean areAlike(List<NewRow> rows) {
        NewRow first = rows.get(0);
        for (NewRow row : rows) {
            if (!row.isLike(first)) {
                return false;
            }
        }
        return true;
    }

    private static List<ScalarField> known(Model model, List<NewRow> rows) {
        List<ScalarField> fields = new ArrayList<>();
        for (ScalarField field : model.scalarFields()) {
            for (NewRow row : rows) {
                if (row.knows(field)) {
                    fields.add(field);
                    break;
                }
            }
        }
        return fields;
    }

    private static boolean isNullWhenLeftOut(ScalarField field) {
        return field.isOptional() && field.defaultValue().isEmpty();
    }

    private static List<ScalarField> without(List<ScalarField> fields, BitSet missing) {
        List<ScalarField> rest = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!missing.get(i)) {
                rest.add(fields.get(i));
            }
        }
        return rest;
    }

    static @Nullable Object[] values(RowValues row, List<ScalarField> fields) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(fields.get(i));
        }
        return values;
    }
}
