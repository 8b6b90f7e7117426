package dev.prisma4j.client.query;

import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.expression.Field;
import dev.prisma4j.client.expression.Order;
import dev.prisma4j.client.expression.Selection;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A grouping under construction: {@code g -> g.by(u -> u.country()).map(u -> Select.of(u.country(), u.count()).as(..))}.
 *
 * @param <M> the model
 * @param <F> the model's fields
 */
public final class GroupBuilder<M, F> {
    private final ModelType<M> type;
    private final List<ScalarField> by = new ArrayList<>();
    private final List<dev.prisma4j.engine.query.Order> orderBy = new ArrayList<>();
    private dev.prisma4j.engine.query.@Nullable Condition where;
    private dev.prisma4j.engine.query.@Nullable Condition having;
    private @Nullable Integer take;
    private @Nullable Integer skip;

    private @Nullable CacheStrategy cache;

    /** For the library. */
    public GroupBuilder(ModelType<M> type) {
        this.type = type;
    }

    /** Rows that are equal in these fields make a group; several calls add up. */
    @SafeVarargs
    public final GroupBuilder<M, F> by(Function<F, ? extends Field<M, ?>>... fields) {
        for (Function<F, ? extends Field<M, ?>> field : fields) {
            by.add(field.apply(fields()).ownField());
        }
        return this;
    }

    /** Only rows that meet the condition are grouped; several calls must all hold. */
    public GroupBuilder<M, F> where(Function<F, Condition<M>> condition) {
        where = and(where, condition);
        return this;
    }

    /** Only groups that meet the condition, on fields of {@code by} and on aggregates; several calls must all hold. */
    public GroupBuilder<M, F> having(Function<F, Condition<M>> condition) {
        having = and(having, condition);
        return this;
    }

    /** In that order, of fields of {@code by} and of aggregates; several calls add up. */
    public GroupBuilder<M, F> orderBy(Function<F, Order<M>> order) {
        orderBy.add(order.apply(fields()).engine());
        return this;
    }

    /** Leaves out the first groups. */
    public GroupBuilder<M, F> skip(int groups) {
        skip = groups;
        return this;
    }

    /** At most that many groups; a negative number takes them from the end. */
    public GroupBuilder<M, F> take(int groups) {
        take = groups;
        return this;
    }

    /** Keeps the answer as the strategy says; not in transactions. */
    public GroupBuilder<M, F> cache(CacheStrategy strategy) {
        cache = strategy;
        return this;
    }

    /** What to read of each group: fields of {@code by} and aggregates. */
    public <R extends @Nullable Object> Grouped<M, R> map(Function<F, ? extends Selection<M, R>> projection) {
        if (by.isEmpty()) {
            throw new IllegalArgumentException("A grouping of " + type + " needs by(..).");
        }
        SelectionBuilder builder = SelectionBuilder.ofGroups(type.model(), by);
        var reader = projection.apply(fields()).readWith(builder);
        return new Grouped<>(
                new GroupBy<>(type.model(), where, by, builder.aggregates(), having, orderBy, take, skip, reader),
                cache);
    }

    private dev.prisma4j.engine.query.Condition and(
            dev.prisma4j.engine.query.@Nullable Condition first, Function<F, Condition<M>> second) {
        dev.prisma4j.engine.query.Condition added = second.apply(fields()).engine();
        return first == null ? added : dev.prisma4j.engine.query.Condition.and(first, added);
    }

    @SuppressWarnings("unchecked")
    private F fields() {
        return (F) type.fields(Path.ROOT);
    }
}
