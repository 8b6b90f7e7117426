package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Join;
import dev.prisma4j.engine.sql.OrderKey;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One way of writing what a {@link ReadStatement} wants: its tables, conditions, columns and ordering, for one planning. */
final class ReadDraft {
    private final ReadPlanner planner;
    private final Dialect dialect;
    private final ReadStatement of;
    private final Tie tie;
    private final Aliases aliases;
    private final ConditionPlanner conditions;
    private final Ordering ordering;
    private final String table;
    private final Select.Builder base;
    private final Layout layout;
    private final List<Expression> linkExpressions = new ArrayList<>();
    private final Map<NestedRead<?>, ReadPlan.Nested> gathered = new IdentityHashMap<>();
    private int[] linkColumns = {};
    private List<Ordering.Key> keys = List.of();

    /** How the rows are tied to their parents. */
    sealed interface Tie {
        /** By the parents' keys, a list in a slot; -1 at the root. */
        record ToMany(int slot) implements Tie {}

        /** By the only parent's key in a slot. */
        record ToOne(int slot) implements Tie {}

        /** By the parent's own columns, from inside of its statement; the depth counts from 1. */
        record Inside(String parentTable, Aliases aliases, int depth) implements Tie {}
    }

    ReadDraft(ReadPlanner planner, Dialect dialect, ReadStatement of, Tie tie) {
        this.planner = planner;
        this.dialect = dialect;
        this.of = of;
        this.tie = tie;
        this.aliases = tie instanceof Tie.Inside inside ? inside.aliases() : new Aliases();
        this.conditions = new ConditionPlanner(dialect, aliases);
        this.ordering = new Ordering(conditions, aliases);
        this.table = aliases.next();
        this.layout = new Layout(dialect, table, of.selection().scalars());
        for (RelationCount count : of.selection().counts()) {
            layout.count(count, conditions.count(count.relation(), count.where(), table));
        }
        for (Formula formula : of.selection().computed()) {
            layout.computed(
                    conditions.formula(formula, table),
                    Column.computed("a computed value", new FormulaPlanner(dialect).codec(formula)));
        }
        this.base = new Select.Builder(Tables.table(of.model(), table));
        tieToParents();
        Condition where = of.arguments().where();
        if (of.unique() != null) {
            base.where(conditions.unique(of.unique(), table));
        }
        if (where != null) {
            base.where(conditions.plan(where, table));
        }
        int depth = 1 + (tie instanceof Tie.Inside inside ? inside.depth() : 0);
        for (NestedRead<?> read : of.selection().reads()) {
            if (!planner.gathers(read, depth)) {
                parentColumns(Link.of(read.relation()));
            }
        }
        for (NestedRead<?> read : of.selection().reads()) {
            if (planner.gathers(read, depth)) {
                gather(read, depth);
            }
        }
        order();
    }

    Column[] columns() {
        return layout.columns();
    }

    int[] linkColumns() {
        return linkColumns;
    }

    /** Where the fields are by which related rows find their parent. */
    int[] parentColumns(Link link) {
        return link.parentFields().stream().mapToInt(layout::indexOf).toArray();
    }

    /** How a relation's rows are gathered in this statement, or null if they are not. */
    ReadPlan.@Nullable Nested gathered(NestedRead<?> read) {
        return gathered.get(read);
    }

    private void gather(NestedRead<?> read, int depth) {
        ReadStatement statement = ReadStatement.of(read);
        ReadDraft inner = new ReadDraft(planner, dialect, statement, new Tie.Inside(table, aliases, depth));
        List<Codec> plain = new ArrayList<>();
        for (Column column : inner.layout.columns()) {
            if (!column.isGathered()) {
                plain.add(column.codec());
            }
        }
        Expression rows = new Expression.JsonRows(inner.select(), plain);
        int column = layout.computed(rows, Column.gathered(read.relation().name(), dialect.textCodec()));
        ReadPlan plan = planner.gathered(statement, inner);
        gathered.put(
                read,
                new ReadPlan.Nested(plan, column, new int[0], !read.relation().isList(), 0));
    }

    private void tieToParents() {
        Link link = of.link();
        if (link == null) {
            return;
        }
        List<Codec> codecs = new ArrayList<>();
        link.parentFields().forEach(field -> codecs.add(dialect.codec(field)));
        if (link.isThroughTable()) {
            String join = aliases.next();
            base.join(new Join(
                    Tables.joinTable(link.field().relation(), join),
                    false,
                    Expression.equal(
                            new Expression.Column(join, link.childColumn()),
                            Tables.column(table, link.childFields().get(0)))));
            linkExpressions.add(new Expression.Column(join, link.parentColumn()));
        } else {
            linkExpressions.addAll(Tables.columns(table, link.childFields()));
        }
        if (tie instanceof Tie.Inside inside) {
            for (int i = 0; i < linkExpressions.size(); i++) {
                base.where(Expression.equal(
                        linkExpressions.get(i),
                        Tables.column(inside.parentTable(), link.parentFields().get(i))));
            }
            return;
        }
        linkColumns = linkColumns(link, codecs);
        if (tie instanceof Tie.ToOne one) {
            base.where(Expression.equal(linkExpressions.get(0), new Expression.Parameter(one.slot(), codecs.get(0))));
        } else if (tie instanceof Tie.ToMany many) {
            base.where(
                    linkExpressions.size() == 1
                            ? new Expression.InList(linkExpressions.get(0), many.slot(), codecs.get(0), false, false)
                            : new Expression.RowsIn(linkExpressions, many.slot(), codecs));
        }
    }

    private int[] linkColumns(Link link, List<Codec> codecs) {
        if (link.isThroughTable()) {
            ScalarField id = link.parentFields().get(0);
            return new int[] {layout.computed(linkExpressions.get(0), Column.of(id, codecs.get(0)))};
        }
        return link.childFields().stream().mapToInt(layout::indexOf).toArray();
    }

    /** The keys of the ordering, with what makes it certain where a page or a first row depends on it. */
    private void order() {
        List<Order> orders = new ArrayList<>(of.arguments().orderBy());
        if (orders.isEmpty() && of.isLimited()) {
            orders.addAll(Ordering.byIdentity(of.model()));
        }
        keys = ordering.keys(orders, table, base);
        if (of.arguments().cursor() != null) {
            if (keys.stream().noneMatch(Ordering.Key::unique)) {
                orders.addAll(Ordering.byIdentity(of.model()));
                List<Ordering.Key> all = new ArrayList<>(keys);
                all.addAll(ordering.keys(Ordering.byIdentity(of.model()), table, base));
                keys = all;
            }
            new Paging(dialect, conditions, ordering, aliases)
                    .startAt(
                            of.arguments().cursor(),
                            of.model(),
                            orders,
                            keys,
                            of.isReversed(),
                            of.link(),
                            linkExpressions.isEmpty() ? null : linkExpressions.get(0),
                            amongRows(),
                            table,
                            base);
        }
        if (of.isReversed()) {
            keys = keys.stream().map(Ordering.Key::reversed).toList();
        }
        if (walksIndex(orders)) {
            List<Ordering.Key> byParent = new ArrayList<>();
            OrderKey byLink =
                    new OrderKey(linkExpressions.get(0), keys.get(0).key().descending(), null);
            byParent.add(new Ordering.Key(byLink, false, false));
            byParent.addAll(keys);
            keys = byParent;
        }
    }

    /**
     * Whether ordering the rows of several parents by the parent first saves sorting them: among the rows of each parent
     * it makes no difference, and the index on the parent's key holds them in just that order.
     */
    private boolean walksIndex(List<Order> orders) {
        Link link = of.link();
        return tie instanceof Tie.ToMany
                && link != null
                && !of.isLimited()
                && orders.size() == 1
                && orders.get(0) instanceof Order.ByField by
                && by.path().isEmpty()
                && dialect.indexesHold(by.field())
                && link.leadsAnIndex();
    }

    /** What the cursor's row must meet; null where it only needs to exist. */
    private @Nullable Condition amongRows() {
        ReadArguments arguments = of.arguments();
        Cursor cursor = arguments.cursor();
        boolean among = of.link() != null
                || !arguments.distinct().isEmpty()
                || cursor != null && Ordering.needsRowOfCursor(of.model(), arguments.orderBy());
        return among ? arguments.where() : null;
    }

    /** The statement, or the subselect that gathers. */
    Select select() {
        boolean perParent = of.link() != null && of.isPaged() && tie instanceof Tie.ToMany;
        boolean distinct = !of.arguments().distinct().isEmpty();
        if (!perParent && !distinct) {
            layout.expressions().forEach(base::item);
            keys.forEach(key -> base.orderBy(List.of(key.key())));
            return base.limit(take()).offset(skip()).lock(of.lock()).build();
        }
        Windows windows = new Windows(layout.expressions(), keys, linkExpressions, base, of.lock());
        if (distinct) {
            windows.distinct(Tables.columns(table, of.arguments().distinct()));
        }
        return perParent ? windows.perParent(take(), skip()) : windows.limited(take(), skip());
    }

    private @Nullable Expression take() {
        Integer take = of.arguments().take();
        if (of.first()) {
            return new Expression.Number(1);
        }
        return take == null ? null : Paging.number(take, dialect.numberCodec());
    }

    private @Nullable Expression skip() {
        Integer skip = of.arguments().skip();
        return skip == null ? null : Paging.number(skip, dialect.numberCodec());
    }
}
