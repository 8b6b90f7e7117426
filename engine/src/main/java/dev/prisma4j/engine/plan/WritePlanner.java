package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Delete;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Insert;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Source;
import dev.prisma4j.engine.sql.Update;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The single statements of writes, from shapes: models, columns, and changes and conditions with slots in place of
 * values. Which statements a write consists of is decided elsewhere.
 */
public final class WritePlanner {
    private static final Column[] NO_COLUMNS = {};

    private final Dialect dialect;

    public WritePlanner(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * An INSERT of rows.
     *
     * @param slot where the rows are
     * @param many whether there are so many rows that they had better travel column by column
     */
    public WritePlan insert(
            Model model,
            List<ScalarField> columns,
            int slot,
            boolean many,
            Insert.Conflict conflict,
            List<ScalarField> returning) {
        List<Insert.Column> into = new ArrayList<>(columns.size());
        for (ScalarField field : columns) {
            into.add(new Insert.Column(field.databaseName(), dialect.codec(field)));
        }
        boolean byColumn = many
                && !into.isEmpty()
                && into.stream().allMatch(column -> column.codec().columnArray() != null);
        return new WritePlan(
                model,
                dialect.render(new Insert(table(model), into, slot, byColumn, conflict, returned(returning))),
                columns(returning),
                slot + 1);
    }

    /**
     * What an INSERT does instead where the row of a criterion exists: change it. Which row that is the new row says, which
     * has the same key; so only further conditions are left to say.
     */
    public Insert.Conflict change(Model model, Unique target, List<FieldUpdate> changes) {
        String alias = model.databaseName();
        return new Insert.Conflict.Change(
                target.fields().stream().map(ScalarField::databaseName).toList(),
                assignments(alias, changes),
                target.and() == null ? null : new ConditionPlanner(dialect, new Aliases()).unique(target, alias));
    }

    /**
     * An UPDATE.
     *
     * @param limit the slot of the limit, or -1
     */
    public WritePlan update(
            Model model,
            List<FieldUpdate> changes,
            @Nullable Condition where,
            int limit,
            List<ScalarField> returning,
            int slots) {
        Source.Table table = table(model);
        boolean limits = dialect.writes().limits();
        return new WritePlan(
                model,
                dialect.render(new Update(
                        table,
                        assignments(table.alias(), changes),
                        limits ? plain(where, table) : limited(model, where, limit, table),
                        limits && limit >= 0 ? new Expression.Parameter(limit, dialect.numberCodec()) : null,
                        returned(returning))),
                columns(returning),
                slots);
    }

    /**
     * A DELETE.
     *
     * @param limit the slot of the limit, or -1
     */
    public WritePlan delete(Model model, @Nullable Condition where, int limit, List<ScalarField> returning, int slots) {
        Source.Table table = table(model);
        boolean limits = dialect.writes().limits();
        return new WritePlan(
                model,
                dialect.render(new Delete(
                        table,
                        limits ? plain(where, table) : limited(model, where, limit, table),
                        limits && limit >= 0 ? new Expression.Parameter(limit, dialect.numberCodec()) : null,
                        returned(returning))),
                columns(returning),
                slots);
    }

    /** An INSERT into a join table that leaves existing ties alone; the rows have the parent's id first. */
    public WritePlan tie(RelationField field, int slot) {
        Link link = Link.of(field);
        return new WritePlan(
                null,
                dialect.render(new Insert(
                        joinTable(field),
                        List.of(
                                new Insert.Column(
                                        link.parentColumn(),
                                        dialect.codec(link.parentFields().get(0))),
                                new Insert.Column(
                                        link.childColumn(),
                                        dialect.codec(link.childFields().get(0)))),
                        slot,
                        false,
                        new Insert.Conflict.Skip(),
                        List.of())),
                NO_COLUMNS,
                slot + 1);
    }

    /** The ties that a DELETE from a join table takes. */
    public enum Ties {
        /** All of the parent. */
        ALL,
        /** Those to children in slot 1. */
        THESE,
        /** Those to children other than those in slot 1. */
        OTHERS
    }

    /** A DELETE from a join table: the parent's id in slot 0. */
    public WritePlan untie(RelationField field, Ties ties) {
        Link link = Link.of(field);
        Source.Table table = joinTable(field);
        Codec parent = dialect.codec(link.parentFields().get(0));
        List<Expression> where = new ArrayList<>();
        where.add(Expression.equal(
                new Expression.Column(table.alias(), link.parentColumn()), new Expression.Parameter(0, parent)));
        if (ties != Ties.ALL) {
            where.add(new Expression.InList(
                    new Expression.Column(table.alias(), link.childColumn()),
                    1,
                    dialect.codec(link.childFields().get(0)),
                    ties == Ties.OTHERS,
                    false));
        }
        return new WritePlan(
                null, dialect.render(new Delete(table, Expression.and(where), null, List.of())), NO_COLUMNS, 2);
    }

    // ---- parts

    private static Source.Table table(Model model) {
        return new Source.Table(model.namespace(), model.databaseName(), model.databaseName());
    }

    private static Source.Table joinTable(RelationField field) {
        return (Source.Table)
                Tables.joinTable(field.relation(), field.relation().joinTableName());
    }

    private static List<Expression.Column> returned(List<ScalarField> fields) {
        return fields.stream()
                .map(field -> new Expression.Column("", field.databaseName()))
                .toList();
    }

    private Column[] columns(List<ScalarField> fields) {
        return fields.stream()
                .map(field -> Column.of(field, dialect.codec(field)))
                .toArray(Column[]::new);
    }

    private @Nullable Expression plain(@Nullable Condition where, Source.Table table) {
        return where == null ? null : new ConditionPlanner(dialect, new Aliases()).plan(where, table.alias());
    }

    /** With a limit the rows are chosen by a subselect of their keys. */
    private @Nullable Expression limited(Model model, @Nullable Condition where, int limit, Source.Table table) {
        if (limit < 0) {
            return plain(where, table);
        }
        Aliases aliases = new Aliases();
        String inner = aliases.next();
        List<ScalarField> key = model.uniqueCriteria().get(0).fields();
        Select.Builder select = new Select.Builder(Tables.table(model, inner));
        key.forEach(field -> select.item(Tables.column(inner, field)));
        if (where != null) {
            select.where(new ConditionPlanner(dialect, aliases).plan(where, inner));
        }
        select.limit(new Expression.Parameter(limit, dialect.numberCodec()));
        return new Expression.RowInSelect(Tables.columns(table.alias(), key), select.build());
    }

    private List<Update.Assignment> assignments(String alias, List<FieldUpdate> changes) {
        List<Update.Assignment> assignments = new ArrayList<>(changes.size());
        for (FieldUpdate change : changes) {
            assignments.add(new Update.Assignment(change.field().databaseName(), value(alias, change)));
        }
        return assignments;
    }

    private Expression value(String alias, FieldUpdate change) {
        return changed(dialect, alias, change);
    }

    /** What a change makes of a column; its value is a slot. */
    static Expression changed(Dialect dialect, String alias, FieldUpdate change) {
        ScalarField field = change.field();
        if (change.value() instanceof Formula formula) {
            return new FormulaPlanner(dialect).plan(formula, alias, dialect.codec(field));
        }
        if (!(change.value() instanceof Slot slot)) {
            throw new IllegalArgumentException("not a shape: " + change);
        }
        Expression parameter = new Expression.Parameter(slot.index(), dialect.codec(field));
        Expression column = Tables.column(alias, field);
        return switch (change.operation()) {
            case SET -> parameter;
            case INCREMENT -> new Expression.Arithmetic(column, Expression.Operator.PLUS, parameter);
            case DECREMENT -> new Expression.Arithmetic(column, Expression.Operator.MINUS, parameter);
            case MULTIPLY -> new Expression.Arithmetic(column, Expression.Operator.TIMES, parameter);
            case DIVIDE ->
                new Expression.Arithmetic(
                        dialect.dividesWhole(field)
                                ? new Expression.Call(Formula.Function.TO_DOUBLE, List.of(column), null)
                                : column,
                        Expression.Operator.DIVIDED_BY,
                        parameter);
            case PUSH ->
                new Expression.ListAppend(
                        column,
                        new Expression.Parameter(
                                slot.index(), dialect.codec(field), dev.prisma4j.engine.sql.Transform.SINGLETON));
        };
    }
}
