package dev.prisma4j.engine.sql;

import dev.prisma4j.engine.query.Lock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT.
 *
 * @param items what to select; none means the constant 1 (for EXISTS)
 * @param limit how many rows, or null
 * @param offset how many rows to leave out, or null
 */
public record Select(
        List<Item> items,
        Source from,
        List<Join> joins,
        @Nullable Expression where,
        List<Expression> groupBy,
        @Nullable Expression having,
        List<OrderKey> orderBy,
        @Nullable Expression limit,
        @Nullable Expression offset,
        @Nullable Lock lock) {
    /**
     * One column of the result.
     *
     * @param alias its name, or null
     */
    public record Item(Expression expression, @Nullable String alias) {}

    /** Gathers a SELECT; for use within one method. */
    public static final class Builder {
        private final List<Item> items = new ArrayList<>();
        private final Source from;
        private final List<Join> joins = new ArrayList<>();
        private final List<Expression> conditions = new ArrayList<>();
        private final List<Expression> groupBy = new ArrayList<>();
        private @Nullable Expression having;
        private final List<OrderKey> orderBy = new ArrayList<>();
        private @Nullable Expression limit;
        private @Nullable Expression offset;
        private @Nullable Lock lock;

        public Builder(Source from) {
            this.from = from;
        }

        public Builder item(Expression expression) {
            items.add(new Item(expression, null));
            return this;
        }

        public Builder item(Expression expression, @Nullable String alias) {
            items.add(new Item(expression, alias));
            return this;
        }

        public Builder join(Join join) {
            joins.add(join);
            return this;
        }

        public Builder where(Expression condition) {
            conditions.add(condition);
            return this;
        }

        public Builder groupBy(Expression expression) {
            groupBy.add(expression);
            return this;
        }

        public Builder having(@Nullable Expression condition) {
            having = condition;
            return this;
        }

        public Builder orderBy(List<OrderKey> keys) {
            orderBy.addAll(keys);
            return this;
        }

        public Builder limit(@Nullable Expression expression) {
            limit = expression;
            return this;
        }

        public Builder offset(@Nullable Expression expression) {
            offset = expression;
            return this;
        }

        public Builder lock(@Nullable Lock value) {
            lock = value;
            return this;
        }

        public Select build() {
            return new Select(
                    List.copyOf(items),
                    from,
                    List.copyOf(joins),
                    conditions.isEmpty() ? null : Expression.and(conditions),
                    List.copyOf(groupBy),
                    having,
                    List.copyOf(orderBy),
                    limit,
                    offset,
                    lock);
        }
    }
}
