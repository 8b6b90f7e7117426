package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Join;
import dev.prisma4j.engine.sql.OrderKey;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Source;
import dev.prisma4j.engine.sql.Transform;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages that start at a row: the rows that do not come before the cursor's row in the ordering, told by comparing the
 * keys one after the other, NULLs in their place. Without that row there is no page. The cursor's row is looked up once,
 * as a subselect that is joined.
 */
final class Paging {
    private final Dialect dialect;
    private final ConditionPlanner conditions;
    private final Ordering ordering;
    private final Aliases aliases;

    Paging(Dialect dialect, ConditionPlanner conditions, Ordering ordering, Aliases aliases) {
        this.dialect = dialect;
        this.conditions = conditions;
        this.ordering = ordering;
        this.aliases = aliases;
    }

    /** A {@code take} or {@code skip} of a shape, as a parameter. */
    static Expression number(int marked, Codec codec) {
        return new Expression.Parameter(Math.abs(marked) - 1, codec, Transform.ABSOLUTE);
    }

    /**
     * Lets the rows of a select start at the cursor.
     *
     * @param orders the ordering, certain to the last row
     * @param keys the same as SQL, about the rows of the select
     * @param reversed whether the page goes backwards
     * @param link the tie to parents of which each has a page, or null; only a parent of the cursor's row then has one
     * @param parentKey the parent's id in a join table; only used with one
     * @param among what the cursor's row must meet, or null
     * @param table the alias of the model's table in the select
     */
    void startAt(
            Cursor cursor,
            Model model,
            List<Order> orders,
            List<Ordering.Key> keys,
            boolean reversed,
            @Nullable Link link,
            @Nullable Expression parentKey,
            @Nullable Condition among,
            String table,
            Select.Builder select) {
        String inner = aliases.next();
        Select.Builder row = new Select.Builder(Tables.table(model, inner));
        List<Ordering.Key> its = ordering.keys(orders, inner, row);
        conditions.equalities(cursor.fields(), cursor.values(), inner).forEach(row::where);
        if (among != null) {
            row.where(conditions.plan(among, inner));
        }
        if (keys.size() == 1 && !keys.get(0).nullable() && link == null) {
            row.item(its.get(0).key().expression());
            OrderKey key = keys.get(0).key();
            Comparator comparator = key.descending() == reversed ? Comparator.GTE : Comparator.LTE;
            select.where(
                    new Expression.Compare(key.expression(), comparator, new Expression.Scalar(row.build()), false));
            return;
        }
        for (int i = 0; i < its.size(); i++) {
            row.item(its.get(i).key().expression(), "k" + i);
        }
        String alias = aliases.next();
        Expression tie = null;
        if (link != null && !link.isThroughTable()) {
            List<Expression> parts = new ArrayList<>();
            for (int i = 0; i < link.childFields().size(); i++) {
                row.item(Tables.column(inner, link.childFields().get(i)), "p" + i);
                parts.add(Expression.equal(
                        new Expression.Column(alias, "p" + i),
                        Tables.column(table, link.childFields().get(i))));
            }
            tie = Expression.and(parts);
        }
        if (link != null && link.isThroughTable() && parentKey != null) {
            row.item(Tables.column(inner, link.childFields().get(0)), "p0");
            String join = aliases.next();
            Select.Builder linked =
                    new Select.Builder(Tables.joinTable(link.field().relation(), join));
            linked.where(Expression.equal(new Expression.Column(join, link.parentColumn()), parentKey));
            linked.where(Expression.equal(
                    new Expression.Column(join, link.childColumn()), new Expression.Column(alias, "p0")));
            select.where(new Expression.Exists(linked.build(), false));
        }
        select.join(new Join(new Source.Derived(row.build(), alias), false, tie));
        select.where(notBefore(keys, alias, 0, reversed));
    }

    /** From the key at that place on, the row is the cursor's or comes after it. */
    private Expression notBefore(List<Ordering.Key> keys, String cursor, int at, boolean reversed) {
        Ordering.Key key = keys.get(at);
        Expression mine = key.key().expression();
        Expression its = new Expression.Column(cursor, "k" + at);
        Expression after = after(key, mine, its, reversed);
        Expression same = key.nullable()
                ? new Expression.Or(List.of(
                        Expression.equal(mine, its),
                        new Expression.And(
                                List.of(new Expression.IsNull(mine, false), new Expression.IsNull(its, false)))))
                : Expression.equal(mine, its);
        Expression rest = at + 1 == keys.size()
                ? same
                : new Expression.And(List.of(same, notBefore(keys, cursor, at + 1, reversed)));
        return new Expression.Or(List.of(after, rest));
    }

    private Expression after(Ordering.Key key, Expression mine, Expression its, boolean reversed) {
        boolean descending = key.key().descending() != reversed;
        Expression beyond = new Expression.Compare(mine, descending ? Comparator.LT : Comparator.GT, its, false);
        if (!key.nullable()) {
            return beyond;
        }
        boolean nullsFirst = key.key().nulls() == null
                ? dialect.facts().nullsAreSmallest() != key.key().descending()
                : key.key().nulls() == Order.Nulls.FIRST;
        if (reversed) {
            nullsFirst = !nullsFirst;
        }
        Expression acrossNull = new Expression.And(List.of(
                new Expression.IsNull(nullsFirst ? its : mine, false),
                new Expression.IsNull(nullsFirst ? mine : its, true)));
        return new Expression.Or(List.of(beyond, acrossNull));
    }
}
