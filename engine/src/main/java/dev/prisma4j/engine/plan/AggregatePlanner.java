package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.OrderKey;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Source;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans counts, aggregates and groups: always one statement, over a subselect where only a page of rows counts. */
public final class AggregatePlanner {
    private final Dialect dialect;
    private final int slots;
    private final Aliases aliases = new Aliases();
    private final ConditionPlanner conditions;
    private final Ordering ordering;

    public AggregatePlanner(Dialect dialect, int slots) {
        this.dialect = dialect;
        this.slots = slots;
        this.conditions = new ConditionPlanner(dialect, aliases);
        this.ordering = new Ordering(conditions, aliases);
    }

    /** The plan of a shape. */
    public AggregatePlan plan(Query<?> query) {
        if (query instanceof Count count) {
            return aggregate(count.model(), count.arguments(), List.of(AggregateField.COUNT_ALL));
        } else if (query instanceof Aggregate<?> aggregate) {
            return aggregate(aggregate.model(), aggregate.arguments(), aggregate.aggregates());
        } else if (query instanceof GroupBy<?> groupBy) {
            return groupBy(groupBy);
        }
        throw new IllegalArgumentException("not an aggregate: " + query.operation());
    }

    private AggregatePlan aggregate(Model model, ReadArguments arguments, List<AggregateField> fields) {
        String table = aliases.next();
        Select.Builder rows = new Select.Builder(Tables.table(model, table));
        if (arguments.where() != null) {
            rows.where(conditions.plan(arguments.where(), table));
        }
        boolean page = arguments.take() != null
                || arguments.skip() != null
                || arguments.cursor() != null
                || !arguments.distinct().isEmpty();
        String source = page ? "s" : table;
        Select.Builder outer = page ? page(model, arguments, fields, table, rows) : rows;
        List<Column> columns = new ArrayList<>();
        for (AggregateField field : fields) {
            outer.item(conditions.aggregate(field.function(), field.field(), source));
            columns.add(column(field));
        }
        return new AggregatePlan(model, dialect.render(outer.build()), columns.toArray(Column[]::new), false, slots);
    }

    private Column column(AggregateField field) {
        Codec codec = dialect.aggregateCodec(field.function(), field.field());
        return Column.computed(field.field() == null ? "_all" : field.field().name(), codec);
    }

    /** The page of rows that counts, as a subselect with the columns that are needed. */
    private Select.Builder page(
            Model model, ReadArguments arguments, List<AggregateField> fields, String table, Select.Builder rows) {
        boolean reversed = arguments.take() != null && arguments.take() < 0;
        List<Order> orders = new ArrayList<>(arguments.orderBy());
        if (orders.isEmpty()) {
            orders.addAll(Ordering.byIdentity(model));
        }
        List<Ordering.Key> keys = ordering.keys(orders, table, rows);
        if (arguments.cursor() != null) {
            if (keys.stream().noneMatch(Ordering.Key::unique)) {
                orders.addAll(Ordering.byIdentity(model));
                List<Ordering.Key> all = new ArrayList<>(keys);
                all.addAll(ordering.keys(Ordering.byIdentity(model), table, rows));
                keys = all;
            }
            new Paging(dialect, conditions, ordering, aliases)
                    .startAt(arguments.cursor(), model, orders, keys, reversed, null, null, null, table, rows);
        }
        if (reversed) {
            keys = keys.stream().map(Ordering.Key::reversed).toList();
        }
        Expression take = arguments.take() == null ? null : Paging.number(arguments.take(), dialect.numberCodec());
        Expression skip = arguments.skip() == null ? null : Paging.number(arguments.skip(), dialect.numberCodec());
        List<ScalarField> needed = fields.stream()
                .map(AggregateField::field)
                .filter(field -> field != null)
                .distinct()
                .toList();
        if (!arguments.distinct().isEmpty()) {
            return distinct(arguments, table, rows, keys, take, skip, needed);
        }
        needed.forEach(field -> rows.item(Tables.column(table, field)));
        List<OrderKey> orderBy = keys.stream().map(Ordering.Key::key).toList();
        return new Select.Builder(new Source.Derived(
                rows.orderBy(orderBy).limit(take).offset(skip).build(), "s"));
    }

    private Select.Builder distinct(
            ReadArguments arguments,
            String table,
            Select.Builder rows,
            List<Ordering.Key> keys,
            @Nullable Expression take,
            @Nullable Expression skip,
            List<ScalarField> needed) {
        Windows windows = new Windows(Tables.columns(table, needed), keys, List.of(), rows, null);
        windows.distinct(Tables.columns(table, arguments.distinct()));
        Select first = windows.limited(take, skip);
        Select.Builder named = new Select.Builder(new Source.Derived(first, "d"));
        for (int i = 0; i < needed.size(); i++) {
            named.item(new Expression.Column("d", "c" + i), needed.get(i).databaseName());
        }
        return new Select.Builder(new Source.Derived(named.build(), "s"));
    }

    private AggregatePlan groupBy(GroupBy<?> group) {
        String table = aliases.next();
        Select.Builder select = new Select.Builder(Tables.table(group.model(), table));
        List<Column> columns = new ArrayList<>();
        for (ScalarField field : group.by()) {
            select.item(Tables.column(table, field)).groupBy(Tables.column(table, field));
            columns.add(Column.of(field, dialect.codec(field)));
        }
        for (AggregateField field : group.aggregates()) {
            select.item(conditions.aggregate(field.function(), field.field(), table));
            columns.add(column(field));
        }
        if (group.where() != null) {
            select.where(conditions.plan(group.where(), table));
        }
        select.having(group.having() == null ? null : conditions.plan(group.having(), table));
        boolean reversed = group.take() != null && group.take() < 0;
        for (Ordering.Key key : ordering.keys(group.orderBy(), table, select)) {
            select.orderBy(List.of(reversed ? key.key().reversed() : key.key()));
        }
        if (group.take() != null) {
            select.limit(Paging.number(group.take(), dialect.numberCodec()));
        }
        if (group.skip() != null) {
            select.offset(Paging.number(group.skip(), dialect.numberCodec()));
        }
        return new AggregatePlan(
                group.model(), dialect.render(select.build()), columns.toArray(Column[]::new), false, slots);
    }
}
