package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.OrderKey;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that number rows: the first of each combination of distinct fields, a page per parent. Each level is a
 * subselect around the one before; columns are called {@code c0..}, keys of the ordering {@code o0..}, the parent's key
 * {@code p0..} and numbers {@code n}.
 */
final class Windows {
    private final int columns;
    private final int links;
    private final List<OrderKey> order = new ArrayList<>();
    private Select.Builder level;
    private List<Expression> partition;
    private List<OrderKey> innerOrder = new ArrayList<>();
    private boolean wrapped;

    Windows(
            List<Expression> items,
            List<Ordering.Key> keys,
            List<Expression> linkExpressions,
            Select.Builder base,
            @Nullable Lock lock) {
        this.columns = items.size();
        this.links = linkExpressions.size();
        this.level = base;
        this.partition = linkExpressions;
        for (int i = 0; i < items.size(); i++) {
            base.item(items.get(i), "c" + i);
        }
        for (int i = 0; i < linkExpressions.size(); i++) {
            base.item(linkExpressions.get(i), "p" + i);
        }
        for (int i = 0; i < keys.size(); i++) {
            OrderKey key = keys.get(i).key();
            base.item(key.expression(), "o" + i);
            innerOrder.add(key);
            order.add(new OrderKey(new Expression.Column("", "o" + i), key.descending(), key.nulls()));
        }
        base.lock(lock);
    }

    /** Keeps the first row of each combination, per parent. */
    void distinct(List<Expression> fields) {
        List<Expression> by = new ArrayList<>(partition);
        by.addAll(fields);
        level.item(new Expression.RowNumber(by, innerOrder), "n");
        Select.Builder outer = wrap();
        outer.where(Expression.equal(new Expression.Column("", "n"), new Expression.Number(1)));
        level = outer;
    }

    /** All rows, limited, in order. */
    Select limited(@Nullable Expression take, @Nullable Expression skip) {
        for (int i = 0; i < columns; i++) {
            level.item(new Expression.Column("", "c" + i));
        }
        return level.orderBy(order).limit(take).offset(skip).build();
    }

    /** The rows of each parent, limited, in order. */
    Select perParent(@Nullable Expression take, @Nullable Expression skip) {
        if (wrapped) {
            for (int i = 0; i < columns; i++) {
                level.item(new Expression.Column("", "c" + i));
            }
        }
        level.item(new Expression.RowNumber(partition, innerOrder), "n");
        Select.Builder outer = new Select.Builder(new Source.Derived(level.build(), "w" + (wrapped ? 1 : 0)));
        Expression number = new Expression.Column("", "n");
        if (skip != null) {
            outer.where(new Expression.Compare(number, Comparator.GT, skip, false));
        }
        if (take != null) {
            Expression last = skip == null ? take : new Expression.Arithmetic(take, Expression.Operator.PLUS, skip);
            outer.where(new Expression.Compare(number, Comparator.LTE, last, false));
        }
        for (int i = 0; i < columns; i++) {
            outer.item(new Expression.Column("", "c" + i));
        }
        return outer.orderBy(List.of(new OrderKey(number, false, null))).build();
    }

    private Select.Builder wrap() {
        Select.Builder outer = new Select.Builder(new Source.Derived(level.build(), "w0"));
        List<Expression> outerPartition = new ArrayList<>();
        for (int i = 0; i < links; i++) {
            outerPartition.add(new Expression.Column("", "p" + i));
        }
        partition = outerPartition;
        innerOrder = order;
        wrapped = true;
        return outer;
    }
}
