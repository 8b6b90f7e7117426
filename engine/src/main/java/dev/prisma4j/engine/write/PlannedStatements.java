package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.plan.WritePlanner;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The statements of writes, planned and run on a session. */
final class PlannedStatements implements Statements {
    private static final @Nullable Object[] NOTHING = {};

    private final WritePlans plans;
    private final WriteSession session;

    PlannedStatements(WritePlans plans, WriteSession session) {
        this.plans = plans;
        this.session = session;
    }

    @Override
    public boolean updateReturns() {
        return plans.facts().updateReturns();
    }

    // ---- reading

    static RowReader<@Nullable Object[]> reader(int size) {
        return row -> {
            @Nullable Object[] values = new @Nullable Object[size];
            for (int i = 0; i < size; i++) {
                values[i] = row.getObject(i);
            }
            return values;
        };
    }

    @Override
    public List<@Nullable Object[]> select(Model model, Condition where, List<ScalarField> fields) {
        if (Conditions.hasLongList(where)) {
            List<@Nullable Object[]> all = new ArrayList<>();
            for (Condition piece : Conditions.split(where, plans::maxListSize)) {
                all.addAll(selectAtOnce(model, piece, fields));
            }
            return all;
        }
        return selectAtOnce(model, where, fields);
    }

    private List<@Nullable Object[]> selectAtOnce(Model model, Condition where, List<ScalarField> fields) {
        return session.read(new FindMany<>(
                model,
                ReadArguments.where(where),
                Selection.of(model, fields, reader(fields.size())),
                ReadOptions.DEFAULT));
    }

    @Override
    public boolean exists(Model model, Condition where) {
        return Conditions.hasLongList(where)
                ? Conditions.split(where, plans::maxListSize).stream().anyMatch(piece -> existsAtOnce(model, piece))
                : existsAtOnce(model, where);
    }

    private boolean existsAtOnce(Model model, Condition where) {
        List<ScalarField> fields = ChangedRows.identity(model);
        Boolean found = session.read(new FindFirst<Boolean>(
                model, ReadArguments.where(where), Selection.of(model, fields, row -> true), ReadOptions.DEFAULT));
        return found != null;
    }

    // ---- new rows

    @Override
    public List<@Nullable Object[]> insert(
            Model model, List<ScalarField> columns, List<@Nullable Object[]> rows, List<ScalarField> wanted) {
        List<@Nullable Object[]> all = wanted.isEmpty() ? List.of() : new ArrayList<>(rows.size());
        for (List<@Nullable Object[]> chunk : chunks(rows, columns.size())) {
            if (wanted.isEmpty()) {
                run(plans.insert(model, columns, chunk, false, List.of()));
            } else if (plans.facts().insertReturns()) {
                all.addAll(insertAtOnce(model, columns, chunk, wanted, false));
            } else {
                all.addAll(insertAndFind(model, columns, chunk, wanted));
            }
        }
        return all;
    }

    /**
     * Makes rows with one statement, where INSERT can give rows back.
     *
     * @param repeatable whether the caller takes it all back and begins again on {@link UncertainNumbers}
     * @return of each row that was made what is wanted of it, which may be nothing
     */
    List<@Nullable Object[]> insertAtOnce(
            Model model,
            List<ScalarField> columns,
            List<@Nullable Object[]> rows,
            List<ScalarField> wanted,
            boolean repeatable) {
        if (wanted.isEmpty()) {
            return Collections.nCopies((int) run(plans.insert(model, columns, rows, false, wanted)), NOTHING);
        }
        String lastNumber = plans.facts().lastNumber();
        if (lastNumber != null && isNumberOnly(columns, wanted)) {
            if (rows.size() == 1) {
                Long number = firstNumber(model, columns, rows, lastNumber);
                return number == null ? List.of() : numbered(wanted, number, 1);
            } else if (repeatable && wanted.get(0).is(ScalarType.INT) && !plans.hasTriggers(model)) {
                Long first = firstNumber(model, columns, rows, lastNumber);
                if (first == null || first + rows.size() - 1 > Integer.MAX_VALUE) {
                    plans.triggersSeen(model);
                    throw new UncertainNumbers();
                }
                return numbered(wanted, first, rows.size());
            }
        }
        WritePlans.Bound bound = plans.insert(model, columns, rows, false, wanted);
        return session.rows(bound.plan(), bound.values(), reader(wanted.size()));
    }

    private @Nullable Long firstNumber(
            Model model, List<ScalarField> columns, List<@Nullable Object[]> rows, String lastNumber) {
        WritePlans.Bound bound = plans.insert(model, columns, rows, false, List.of());
        return session.firstNumber(bound.plan(), bound.values(), rows.size(), lastNumber);
    }

    /**
     * Whether nothing is wanted but the number that the database counts up. On SQLite that is the number of the row itself,
     * which the column is in all tables that a migration makes; only by hand one makes an INTEGER PRIMARY KEY DESC, which
     * is another column and not counted up.
     */
    private static boolean isNumberOnly(List<ScalarField> columns, List<ScalarField> wanted) {
        ScalarField field = wanted.get(0);
        return wanted.size() == 1 && field.isId() && isCounted(field) && !columns.contains(field);
    }

    /** Numbers in the type in which their column is read. */
    private static List<@Nullable Object[]> numbered(List<ScalarField> wanted, long first, int count) {
        boolean isInt = wanted.get(0).is(ScalarType.INT);
        List<@Nullable Object[]> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long number = first + i;
            Object value = isInt && number == (int) number ? (Object) (int) number : (Object) number;
            all.add(new Object[] {value});
        }
        return all;
    }

    private static boolean isCounted(ScalarField field) {
        return field.defaultValue().orElse(null) instanceof DefaultValue.Function function
                && function.name().equals("autoincrement");
    }

    /** Without RETURNING: the rows are found by what identifies them, given or generated. */
    private List<@Nullable Object[]> insertAndFind(
            Model model, List<ScalarField> columns, List<@Nullable Object[]> rows, List<ScalarField> wanted) {
        WritePlans.Bound bound = plans.insert(model, columns, rows, false, List.of());
        ScalarField generated = generated(model, columns);
        if (generated != null) {
            List<Long> keys = session.generatedKeys(bound.plan(), bound.values());
            List<@Nullable Object[]> ids = new ArrayList<>(rows.size());
            keys.forEach(
                    key -> ids.add(new Object[] {generated.is(ScalarType.INT) ? (Object) Math.toIntExact(key) : key}));
            return wanted.equals(List.of(generated)) ? ids : find(model, List.of(generated), ids, wanted);
        }
        run(bound);
        List<ScalarField> criterion = model.uniqueCriteria().stream()
                .map(unique -> unique.fields())
                .filter(columns::containsAll)
                .filter(fields -> rows.stream()
                        .allMatch(row -> fields.stream().allMatch(field -> row[columns.indexOf(field)] != null)))
                .findFirst()
                .orElseThrow(() -> Errors.unsupported(
                        "reading back new rows of `" + model.name() + "` whose id the database computes"));
        List<@Nullable Object[]> keys = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            keys.add(
                    criterion.stream().map(field -> row[columns.indexOf(field)]).toArray());
        }
        return find(model, criterion, keys, wanted);
    }

    private static @Nullable ScalarField generated(Model model, List<ScalarField> columns) {
        for (ScalarField field : model.scalarFields()) {
            if (!columns.contains(field) && isCounted(field)) {
                return field;
            }
        }
        return null;
    }

    private List<@Nullable Object[]> find(
            Model model, List<ScalarField> key, List<@Nullable Object[]> keys, List<ScalarField> wanted) {
        List<Unique> targets = new ArrayList<>(keys.size());
        for (@Nullable Object[] values : keys) {
            List<Object> all = new ArrayList<>(values.length);
            for (Object value : values) {
                all.add(java.util.Objects.requireNonNull(value));
            }
            targets.add(new Unique(key, all, null));
        }
        List<@Nullable Object[]> found = new ArrayList<>(keys.size());
        for (@Nullable Object @Nullable [] row : new Targets(this).findAll(model, targets, wanted)) {
            if (row == null) {
                throw Errors.interpretation(model, "A new row was not found again.");
            }
            found.add(row);
        }
        return found;
    }

    @Override
    public long insertMany(
            Model model, List<ScalarField> columns, List<@Nullable Object[]> rows, boolean skipDuplicates) {
        long count = 0;
        for (List<@Nullable Object[]> chunk : split(rows, mostForCreateMany(columns.size()))) {
            count += run(plans.insert(model, columns, chunk, skipDuplicates, List.of()));
        }
        return count;
    }

    /** Rows split so that their values fit into one statement; rows of defaults only go one by one. */
    <T> List<List<T>> chunks(List<T> rows, int columns) {
        return split(rows, most(columns));
    }

    /** How many rows one statement makes at most. */
    int most(int columns) {
        return most(columns, plans.maxParameters());
    }

    /** The same for rows of which nothing is given back. */
    int mostForCreateMany(int columns) {
        return most(columns, plans.facts().createManyParameters());
    }

    private static int most(int columns, int parameters) {
        return columns == 0 ? 1 : Math.max(1, parameters / columns);
    }

    private static <T> List<List<T>> split(List<T> rows, int size) {
        if (rows.size() <= size) {
            return rows.isEmpty() ? List.of() : List.of(rows);
        }
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            chunks.add(rows.subList(from, Math.min(rows.size(), from + size)));
        }
        return chunks;
    }

    // ---- rows that exist

    @Override
    public long update(Model model, List<FieldUpdate> changes, Condition where) {
        if (mustChooseFirst(where)) {
            return byKeys(model, where, keys -> update(model, changes, keys));
        }
        if (Conditions.hasLongList(where)) {
            return inPieces(
                    where,
                    fields -> isChanged(fields, changes) ? Integer.MAX_VALUE : plans.maxListSize(fields),
                    piece -> run(plans.update(model, changes, piece, null, List.of())));
        }
        return run(plans.update(model, changes, where, null, List.of()));
    }

    @Override
    public List<@Nullable Object[]> updateReturning(
            Model model, List<FieldUpdate> changes, Condition where, List<ScalarField> wanted) {
        WritePlans.Bound bound = plans.update(model, changes, where, null, wanted);
        return session.rows(bound.plan(), bound.values(), reader(wanted.size()));
    }

    @Override
    public long delete(Model model, Condition where) {
        if (mustChooseFirst(where)) {
            return byKeys(model, where, keys -> delete(model, keys));
        }
        if (Conditions.hasLongList(where)) {
            return inPieces(where, plans::maxListSize, piece -> run(plans.delete(model, piece, null, List.of())));
        }
        return run(plans.delete(model, where, null, List.of()));
    }

    /** Rows that a statement changes must not be changed again by the next, as those of another list. */
    private static boolean isChanged(List<ScalarField> fields, List<FieldUpdate> changes) {
        return changes.stream().anyMatch(change -> fields.contains(change.field()));
    }

    private static long inPieces(Condition where, ToIntFunction<List<ScalarField>> most, ByKeys write) {
        long count = 0;
        for (Condition piece : Conditions.split(where, most)) {
            count += write.write(piece);
        }
        return count;
    }

    private interface ByKeys {
        long write(Condition keys);
    }

    private long byKeys(Model model, Condition where, ByKeys write) {
        List<ScalarField> identity = ChangedRows.identity(model);
        long count = 0;
        for (List<@Nullable Object[]> chunk : chunks(select(model, where, identity), identity.size())) {
            count += write.write(Conditions.anyOf(identity, chunk));
        }
        return count;
    }

    /** Whether the rows must be chosen by a statement of their own, since a write may not look at its own table. */
    boolean mustChooseFirst(@Nullable Condition where) {
        return !plans.facts().mayReadTarget() && where != null && looksAtOthers(where);
    }

    private static boolean looksAtOthers(Condition where) {
        if (where instanceof Condition.And and) {
            return and.conditions().stream().anyMatch(PlannedStatements::looksAtOthers);
        } else if (where instanceof Condition.Or or) {
            return or.conditions().stream().anyMatch(PlannedStatements::looksAtOthers);
        } else if (where instanceof Condition.Not not) {
            return looksAtOthers(not.condition());
        } else if (where instanceof Condition.Compare compare) {
            return compare.left() instanceof Operand.RelationCounted;
        } else if (where instanceof Condition.In in) {
            return in.left() instanceof Operand.RelationCounted;
        }
        return where instanceof Condition.Related;
    }

    // ---- join tables

    @Override
    public void link(RelationField field, List<@Nullable Object[]> pairs) {
        for (List<@Nullable Object[]> chunk : chunks(pairs, 2)) {
            run(plans.tie(field, chunk));
        }
    }

    @Override
    public void unlink(RelationField field, Object parent, @Nullable List<Object> children) {
        if (children == null) {
            run(plans.untie(field, WritePlanner.Ties.ALL, parent, Collections.emptyList()));
            return;
        }
        for (List<Object> chunk : chunks(children, 1)) {
            run(plans.untie(field, WritePlanner.Ties.THESE, parent, chunk));
        }
    }

    @Override
    public void unlinkOthers(RelationField field, Object parent, List<Object> children) {
        run(plans.untie(field, WritePlanner.Ties.OTHERS, parent, children));
    }

    private long run(WritePlans.Bound bound) {
        return session.run(bound.plan(), bound.values());
    }
}
