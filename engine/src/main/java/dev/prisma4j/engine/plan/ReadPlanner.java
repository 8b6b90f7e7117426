package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Join;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans finds: one statement for the rows, and one for each relation that is read along. Limits per parent are part of
 * the statement (by numbering the rows of each parent), so never more rows are fetched than asked for.
 */
public final class ReadPlanner {
    private final Dialect dialect;
    private int nextSlot;

    /**
     * @param dialect of the database
     * @param firstFreeSlot the first slot that the shape's values do not use
     */
    public ReadPlanner(Dialect dialect, int firstFreeSlot) {
        this.dialect = dialect;
        this.nextSlot = firstFreeSlot;
    }

    /** The plan of a find's shape. */
    public ReadPlan plan(Query<?> query) {
        if (query instanceof FindUnique<?> find) {
            return root(
                    find.model(),
                    find.where(),
                    ReadArguments.ALL,
                    find.selection(),
                    find.options().lock(),
                    false);
        } else if (query instanceof FindFirst<?> find) {
            return root(
                    find.model(),
                    null,
                    find.arguments(),
                    find.selection(),
                    find.options().lock(),
                    true);
        } else if (query instanceof FindMany<?> find) {
            return root(
                    find.model(),
                    null,
                    find.arguments(),
                    find.selection(),
                    find.options().lock(),
                    false);
        }
        throw new IllegalArgumentException("not a find: " + query.operation());
    }

    private ReadPlan root(
            Model model,
            @Nullable Unique unique,
            ReadArguments arguments,
            Selection<?> selection,
            @Nullable Lock lock,
            boolean first) {
        Statement statement = new Statement(model, arguments, selection, null, lock, first);
        statement.unique = unique;
        return statement.plan(-1);
    }

    /** One statement while it is planned. */
    private final class Statement {
        final Model model;
        final ReadArguments arguments;
        final Selection<?> selection;
        final @Nullable Link link;
        final @Nullable Lock lock;
        final boolean first;

        @Nullable
        Unique unique;

        Statement(
                Model model,
                ReadArguments arguments,
                Selection<?> selection,
                @Nullable Link link,
                @Nullable Lock lock,
                boolean first) {
            this.model = model;
            this.arguments = arguments;
            this.selection = selection;
            this.link = link;
            this.lock = lock;
            this.first = first;
        }

        ReadPlan plan(int keySlot) {
            Draft draft = new Draft(this, keySlot, false);
            SqlText sql = dialect.render(draft.select());
            SqlText single = null;
            if (link != null
                    && isPaged()
                    && link.parentFields().size() == 1
                    && arguments.distinct().isEmpty()) {
                single = dialect.render(new Draft(this, keySlot, true).select());
            }
            List<ReadPlan.Nested> nested = new ArrayList<>();
            for (NestedRead<?> read : selection.reads()) {
                nested.add(nested(read, draft));
            }
            return new ReadPlan(
                    model,
                    sql,
                    single,
                    draft.layout.columns(),
                    selection.scalars().size(),
                    isReversed(),
                    keySlot,
                    draft.linkColumns,
                    List.copyOf(nested),
                    nextSlot,
                    first);
        }

        private ReadPlan.Nested nested(NestedRead<?> read, Draft draft) {
            Link childLink = Link.of(read.relation());
            int[] parentColumns = draft.parentColumns(childLink);
            int keySlot = nextSlot++;
            boolean toOne = !read.relation().isList();
            Statement child = new Statement(
                    read.relation().relatedModel(),
                    toOne ? ReadArguments.where(read.arguments().where()) : read.arguments(),
                    read.selection(),
                    childLink,
                    null,
                    false);
            ReadPlan plan = child.plan(keySlot);
            Codec codec = dialect.codec(childLink.parentFields().get(0));
            int maxKeys = dialect.maxListSize(codec, childLink.parentFields().size());
            return new ReadPlan.Nested(plan, parentColumns, toOne, maxKeys);
        }

        boolean isReversed() {
            Integer take = arguments.take();
            return take != null && take < 0;
        }

        boolean isPaged() {
            return arguments.take() != null || arguments.skip() != null;
        }
    }

    /** One way of writing a statement. */
    private final class Draft {
        final Statement of;
        final int keySlot;
        final boolean single;
        final Aliases aliases = new Aliases();
        final ConditionPlanner conditions = new ConditionPlanner(dialect, aliases);
        final Ordering ordering = new Ordering(conditions, aliases);
        final String table = aliases.next();
        final Select.Builder base;
        final Layout layout;
        final List<Expression> linkExpressions = new ArrayList<>();
        int[] linkColumns = {};
        List<Ordering.Key> keys = List.of();

        Draft(Statement of, int keySlot, boolean single) {
            this.of = of;
            this.keySlot = keySlot;
            this.single = single;
            this.layout = new Layout(dialect, table, of.selection.scalars());
            for (RelationCount count : of.selection.counts()) {
                layout.count(count, conditions.count(count.relation(), count.where(), table));
            }
            this.base = from();
            Condition where = of.arguments.where();
            if (of.unique != null) {
                base.where(conditions.unique(of.unique, table));
            }
            if (where != null) {
                base.where(conditions.plan(where, table));
            }
            for (NestedRead<?> read : of.selection.reads()) {
                parentColumns(Link.of(read.relation()));
            }
            order();
        }

        int[] parentColumns(Link link) {
            return link.parentFields().stream().mapToInt(layout::indexOf).toArray();
        }

        /** The table, and the tie to the parents. */
        private Select.Builder from() {
            Link link = of.link;
            if (link == null) {
                return new Select.Builder(Tables.table(of.model, table));
            }
            List<Codec> codecs = new ArrayList<>();
            link.parentFields().forEach(field -> codecs.add(dialect.codec(field)));
            Select.Builder select;
            if (link.isThroughTable()) {
                String join = aliases.next();
                select = new Select.Builder(Tables.table(of.model, table));
                select.join(new Join(
                        Tables.joinTable(link.field().relation(), join),
                        false,
                        Expression.equal(
                                new Expression.Column(join, link.childColumn()),
                                Tables.column(table, link.childFields().get(0)))));
                Expression parent = new Expression.Column(join, link.parentColumn());
                linkExpressions.add(parent);
                ScalarField id = link.parentFields().get(0);
                linkColumns = new int[] {layout.computed(parent, Column.of(id, codecs.get(0)))};
            } else {
                select = new Select.Builder(Tables.table(of.model, table));
                linkExpressions.addAll(Tables.columns(table, link.childFields()));
                linkColumns =
                        link.childFields().stream().mapToInt(layout::indexOf).toArray();
            }
            if (single) {
                select.where(
                        Expression.equal(linkExpressions.get(0), new Expression.Parameter(keySlot, codecs.get(0))));
            } else if (linkExpressions.size() == 1) {
                select.where(new Expression.InList(linkExpressions.get(0), keySlot, codecs.get(0), false, false));
            } else {
                select.where(new Expression.RowsIn(linkExpressions, keySlot, codecs));
            }
            return select;
        }

        /** The keys of the ordering, with what makes it certain where a page or a first row depends on it. */
        private void order() {
            ReadArguments arguments = of.arguments;
            List<Order> orders = new ArrayList<>(arguments.orderBy());
            boolean certain = of.isPaged()
                    || arguments.cursor() != null
                    || !arguments.distinct().isEmpty();
            if (orders.isEmpty() && certain) {
                orders.addAll(Ordering.byIdentity(of.model));
            }
            keys = ordering.keys(orders, table, base);
            if (arguments.cursor() != null && keys.stream().noneMatch(Ordering.Key::unique)) {
                orders.addAll(Ordering.byIdentity(of.model));
                List<Ordering.Key> all = new ArrayList<>(keys);
                all.addAll(ordering.keys(Ordering.byIdentity(of.model), table, base));
                keys = all;
            }
            if (arguments.cursor() != null) {
                new Paging(dialect, conditions, ordering, aliases)
                        .startAt(
                                arguments.cursor(),
                                of.model,
                                orders,
                                keys,
                                of.isReversed(),
                                of.link,
                                linkExpressions.isEmpty() ? null : linkExpressions.get(0),
                                table,
                                base);
            }
            if (of.isReversed()) {
                keys = keys.stream().map(Ordering.Key::reversed).toList();
            }
        }

        Select select() {
            boolean perParent = of.link != null && of.isPaged() && !single;
            boolean distinct = !of.arguments.distinct().isEmpty();
            if (!perParent && !distinct) {
                layout.expressions().forEach(base::item);
                keys.forEach(key -> base.orderBy(List.of(key.key())));
                return base.limit(take()).offset(skip()).lock(of.lock).build();
            }
            Windows windows = new Windows(layout.expressions(), keys, linkExpressions, base, of.lock);
            if (distinct) {
                windows.distinct(Tables.columns(table, of.arguments.distinct()));
            }
            return perParent ? windows.perParent(take(), skip()) : windows.limited(take(), skip());
        }

        private @Nullable Expression take() {
            Integer take = of.arguments.take();
            if (of.first) {
                return new Expression.Number(1);
            }
            return take == null ? null : Paging.number(take, dialect.numberCodec());
        }

        private @Nullable Expression skip() {
            Integer skip = of.arguments.skip();
            return skip == null ? null : Paging.number(skip, dialect.numberCodec());
        }
    }
}
