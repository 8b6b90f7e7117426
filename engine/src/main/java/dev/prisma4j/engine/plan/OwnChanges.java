package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Insert;
import dev.prisma4j.engine.sql.Source;
import dev.prisma4j.engine.sql.Update;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans statements in which every row changes in its own way. A field that all rows change alike is assigned once; others
 * by a CASE over the rows' keys. The texts depend on the number of rows, so they are not kept.
 */
public final class OwnChanges {
    private final Dialect dialect;
    private final Model model;
    private final List<ScalarField> key;
    private final Source.Table table;
    private final List<@Nullable Object> values = new ArrayList<>();

    public OwnChanges(Dialect dialect, Model model, List<ScalarField> key) {
        this.dialect = dialect;
        this.model = model;
        this.key = key;
        this.table = new Source.Table(model.namespace(), model.databaseName(), model.databaseName());
    }

    /**
     * A row.
     *
     * @param key the values of the key
     * @param changes its changes, values as columns take them
     */
    public record Row(List<Object> key, List<FieldUpdate> changes) {
        @Nullable
        FieldUpdate change(ScalarField field) {
            for (FieldUpdate change : changes) {
                if (change.field() == field) {
                    return change;
                }
            }
            return null;
        }
    }

    /** A statement and what is to be bound to it. */
    public record Bound(WritePlan plan, @Nullable Object[] values) {}

    /**
     * An UPDATE of rows by their keys.
     *
     * @param and what rows must meet besides, or null
     */
    public Bound update(List<Row> rows, @Nullable Condition and) {
        List<Update.Assignment> assignments = assignments(rows, (row, field) -> null, Tables::column);
        Expression where = where(rows);
        if (and != null) {
            Shaper shaper = new Shaper(true, values.size());
            Condition slots = shaper.condition(and);
            where = Expression.and(
                    List.of(where, new ConditionPlanner(dialect, new Aliases()).plan(slots, table.alias())));
            values.addAll(Arrays.asList(shaper.ownValues()));
        }
        WritePlan plan = new WritePlan(
                model,
                dialect.render(new Update(table, assignments, where, null, List.of())),
                new Column[0],
                values.size());
        return new Bound(plan, values.toArray());
    }

    /**
     * An INSERT of rows that changes those that exist.
     *
     * @param columns the columns that are given
     * @param inserted the rows' values
     */
    public Bound upsert(List<ScalarField> columns, List<@Nullable Object[]> inserted, List<Row> rows) {
        values.add(inserted);
        List<Insert.Column> into = new ArrayList<>(columns.size());
        for (ScalarField field : columns) {
            into.add(new Insert.Column(field.databaseName(), dialect.codec(field)));
        }
        List<Update.Assignment> assignments = assignments(
                rows,
                (row, field) -> {
                    int column = columns.indexOf(field);
                    FieldUpdate change = rows.get(row).change(field);
                    boolean same = column >= 0
                            && change != null
                            && change.operation() == FieldUpdate.Operation.SET
                            && Objects.deepEquals(change.value(), inserted.get(row)[column]);
                    return same ? new Expression.Inserted(field.databaseName()) : null;
                },
                (alias, field) -> new Expression.Inserted(field.databaseName()));
        Insert.Conflict conflict = assignments.isEmpty()
                ? new Insert.Conflict.Skip()
                : new Insert.Conflict.Change(
                        key.stream().map(ScalarField::databaseName).toList(), assignments, null);
        WritePlan plan = new WritePlan(
                model,
                dialect.render(new Insert(table, into, 0, false, conflict, List.of())),
                new Column[0],
                values.size());
        return new Bound(plan, values.toArray());
    }

    /** The value of a row's field in another way than by its change, or null. */
    private interface Otherwise {
        @Nullable
        Expression value(int row, ScalarField field);
    }

    /** How a row's key is named. */
    private interface KeyColumn {
        Expression column(String alias, ScalarField field);
    }

    private List<Update.Assignment> assignments(List<Row> rows, Otherwise otherwise, KeyColumn keys) {
        Set<ScalarField> fields = new LinkedHashSet<>();
        rows.forEach(row -> row.changes.forEach(change -> fields.add(change.field())));
        List<Update.Assignment> assignments = new ArrayList<>(fields.size());
        for (ScalarField field : fields) {
            assignments.add(new Update.Assignment(field.databaseName(), assigned(rows, field, otherwise, keys)));
        }
        return assignments;
    }

    private Expression assigned(List<Row> rows, ScalarField field, Otherwise otherwise, KeyColumn keys) {
        FieldUpdate first = rows.get(0).change(field);
        Expression firstOther = otherwise.value(0, field);
        boolean alike = true;
        boolean allOther = true;
        for (int i = 0; i < rows.size(); i++) {
            FieldUpdate change = rows.get(i).change(field);
            allOther &= otherwise.value(i, field) != null;
            alike &= change != null
                    && first != null
                    && change.operation() == first.operation()
                    && Objects.deepEquals(change.value(), first.value());
        }
        if (allOther && firstOther != null) {
            return firstOther;
        }
        if (alike && first != null) {
            return value(first);
        }
        List<Expression.Case.When> whens = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            FieldUpdate change = rows.get(i).change(field);
            if (change != null) {
                Expression other = otherwise.value(i, field);
                Expression condition = matches(rows.get(i), keys);
                whens.add(new Expression.Case.When(condition, other != null ? other : value(change)));
            }
        }
        return new Expression.Case(whens, Tables.column(table.alias(), field));
    }

    private Expression matches(Row row, KeyColumn keys) {
        List<Expression> parts = new ArrayList<>(key.size());
        for (int i = 0; i < key.size(); i++) {
            ScalarField field = key.get(i);
            parts.add(Expression.equal(
                    keys.column(table.alias(), field),
                    new Expression.Parameter(slot(row.key.get(i)), dialect.codec(field))));
        }
        return Expression.and(parts);
    }

    private Expression value(FieldUpdate change) {
        if (change.value() instanceof Formula formula) {
            Shaper shaper = new Shaper(true, values.size());
            Formula slots = shaper.formula(formula);
            values.addAll(Arrays.asList(shaper.ownValues()));
            return new FormulaPlanner(dialect).plan(slots, table.alias(), dialect.codec(change.field()));
        }
        return WritePlanner.changed(
                dialect,
                table.alias(),
                new FieldUpdate(change.field(), change.operation(), new Slot(slot(change.value()))));
    }

    private Expression where(List<Row> rows) {
        if (key.size() == 1) {
            int slot = slot(rows.stream().map(row -> row.key.get(0)).toList());
            ScalarField field = key.get(0);
            return new Expression.InList(Tables.column(table.alias(), field), slot, dialect.codec(field), false, false);
        }
        int slot = slot(rows.stream().map(row -> row.key.toArray()).toList());
        return new Expression.RowsIn(
                Tables.columns(table.alias(), key),
                slot,
                key.stream().map(dialect::codec).toList());
    }

    private int slot(@Nullable Object value) {
        values.add(value);
        return values.size() - 1;
    }
}
