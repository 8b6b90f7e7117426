package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.FieldReference;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.engine.value.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a query apart into its shape and its values, in one walk. The same walk can make the copy of the query that has
 * {@link Slot}s in place of the values, which is what planners see: so a plan cannot depend on a value.
 *
 * <p>In the copy, {@code take}, {@code skip} and the like hold their slot's index plus one, with the sign of the value;
 * search terms and Json paths, which are texts, hold their slot's index in digits. For one query and one thread.
 */
public final class Shaper {
    private static final @Nullable Object[] NONE = {};

    private @Nullable Object[] tokens;
    /** The shape that the query is likely to have, or null; nothing else is noted of it then but whether it has. */
    private final @Nullable Object @Nullable [] expected;

    private boolean differs;
    private int tokenCount;
    private int hash = 1;
    private @Nullable Object[] values = new Object[4];
    private int valueCount;
    private int firstSlot;
    private final boolean copying;
    private int depth;

    /** What is nested deeper than anybody writes would overflow the stack, here or in the database. */
    private static final int DEEPEST = 500;

    /** @param copying whether the results of the walk are copies with slots, or the things themselves */
    public Shaper(boolean copying) {
        this.copying = copying;
        this.expected = null;
        this.tokens = new Object[16];
    }

    /** One that compares the query with a shape, which takes less than to find that shape among others. */
    Shaper(Shape expected) {
        this.copying = false;
        this.expected = expected.tokens();
        this.tokens = NONE;
    }

    /** Whether what was walked has the expected shape. */
    boolean isAsExpected() {
        return expected != null && !differs && tokenCount == expected.length;
    }

    /** One that copies, whose slots come after those that are known already. */
    Shaper(boolean copying, int firstSlot) {
        this(copying);
        this.firstSlot = firstSlot;
    }

    /** The values of all that was walked and nothing else. */
    @Nullable
    Object[] ownValues() {
        return Arrays.copyOf(values, valueCount);
    }

    /** The shape of all that was walked. */
    public Shape shape() {
        return new Shape(tokens, tokenCount, hash);
    }

    /** The values of all that was walked, in the order of their slots, with room for more. Ask once. */
    public @Nullable Object[] values(int room) {
        return room <= values.length ? values : Arrays.copyOf(values, room);
    }

    /** How many values there are. */
    public int valueCount() {
        return valueCount;
    }

    /** A part of the shape. */
    public void token(@Nullable Object token) {
        if (expected != null) {
            compare(expected, token);
            return;
        }
        put(token);
        hash = hash * 31 + (token == null ? 0 : token.hashCode());
    }

    /** A part of the shape that equals nothing but itself, as most do: its hash takes no call of one of many methods. */
    private void same(@Nullable Object token) {
        if (expected != null) {
            differs |= tokenCount >= expected.length || expected[tokenCount] != token;
            tokenCount++;
            return;
        }
        put(token);
        hash = hash * 31 + System.identityHashCode(token);
    }

    /** A small number as a part of the shape. */
    private void same(int number) {
        if (expected != null) {
            differs |= tokenCount >= expected.length
                    || !(expected[tokenCount] instanceof Integer known)
                    || known != number;
            tokenCount++;
            return;
        }
        put(number);
        hash = hash * 31 + number;
    }

    private void compare(@Nullable Object[] shape, @Nullable Object token) {
        Object known = tokenCount < shape.length ? shape[tokenCount] : null;
        differs |= tokenCount >= shape.length || known != token && (known == null || !known.equals(token));
        tokenCount++;
    }

    /** A path, most often empty. */
    private void path(List<?> path) {
        if (path.isEmpty()) {
            same(0);
        } else {
            token(path);
        }
    }

    private void put(@Nullable Object token) {
        if (tokenCount == tokens.length) {
            tokens = Arrays.copyOf(tokens, tokenCount * 2);
        }
        tokens[tokenCount++] = token;
    }

    /** Fields as a part of the shape. Their hash is that of a few, so that it costs the same for wide models. */
    private void fields(List<?> fields) {
        int size = fields.size();
        same(size);
        if (size > 0) {
            same(fields.get(0));
            same(fields.get(size - 1));
            if (expected != null) {
                compare(expected, fields);
            } else {
                put(fields);
            }
        }
    }

    /** A value: its slot when copying, else itself. */
    public Object value(@Nullable Object value) {
        if (valueCount == values.length) {
            values = Arrays.copyOf(values, valueCount * 2);
        }
        values[valueCount++] = value;
        return new Slot(firstSlot + valueCount - 1);
    }

    private Object keep(Object value) {
        Object slot = value(value);
        return copying ? slot : value;
    }

    private @Nullable Integer number(@Nullable Integer number) {
        if (number == null) {
            same(null);
            return null;
        }
        same(number < 0 ? 1 : 0);
        value(number);
        return copying ? Integer.valueOf(number < 0 ? -valueCount : valueCount) : number;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw Errors.invalidQuery(null, "The query is nested more than " + DEEPEST + " levels deep.");
        }
    }

    // ---- queries

    /** Walks a query that reads. */
    public Query<?> read(Query<?> query) {
        if (query instanceof FindUnique<?> find) {
            return findUnique(find);
        } else if (query instanceof FindMany<?> find) {
            return findMany(find);
        } else if (query instanceof FindFirst<?> find) {
            return findFirst(find);
        } else if (query instanceof Count count) {
            same(Count.class);
            same(count.model());
            ReadArguments arguments = arguments(count.arguments());
            return copying ? new Count(count.model(), arguments) : count;
        } else if (query instanceof Aggregate<?> aggregate) {
            return aggregate(aggregate);
        } else if (query instanceof GroupBy<?> groupBy) {
            return groupBy(groupBy);
        }
        throw new IllegalArgumentException("not a query that reads: " + query.operation());
    }

    private <T extends @Nullable Object> FindUnique<T> findUnique(FindUnique<T> find) {
        same(FindUnique.class);
        same(find.model());
        options(find.options());
        Unique where = unique(find.where());
        Selection<T> selection = selection(find.selection());
        return copying ? new FindUnique<>(find.model(), where, selection, find.options()) : find;
    }

    private <T extends @Nullable Object> FindMany<T> findMany(FindMany<T> find) {
        same(FindMany.class);
        same(find.model());
        options(find.options());
        ReadArguments arguments = arguments(find.arguments());
        Selection<T> selection = selection(find.selection());
        return copying ? new FindMany<>(find.model(), arguments, selection, find.options()) : find;
    }

    private <T extends @Nullable Object> FindFirst<T> findFirst(FindFirst<T> find) {
        same(FindFirst.class);
        same(find.model());
        options(find.options());
        ReadArguments arguments = arguments(find.arguments());
        Selection<T> selection = selection(find.selection());
        return copying ? new FindFirst<>(find.model(), arguments, selection, find.options()) : find;
    }

    private <T extends @Nullable Object> Aggregate<T> aggregate(Aggregate<T> aggregate) {
        same(Aggregate.class);
        same(aggregate.model());
        for (AggregateField field : aggregate.aggregates()) {
            token(field);
        }
        ReadArguments arguments = arguments(aggregate.arguments());
        return copying
                ? new Aggregate<>(aggregate.model(), arguments, aggregate.aggregates(), aggregate.reader())
                : aggregate;
    }

    private <T extends @Nullable Object> GroupBy<T> groupBy(GroupBy<T> group) {
        same(GroupBy.class);
        same(group.model());
        fields(group.by());
        for (AggregateField field : group.aggregates()) {
            token(field);
        }
        Condition where = optionalCondition(group.where());
        Condition having = optionalCondition(group.having());
        List<Order> orderBy = orders(group.orderBy());
        Integer take = number(group.take());
        Integer skip = number(group.skip());
        return copying
                ? new GroupBy<>(
                        group.model(),
                        where,
                        group.by(),
                        group.aggregates(),
                        having,
                        orderBy,
                        take,
                        skip,
                        group.reader())
                : group;
    }

    private void options(ReadOptions options) {
        if (options == ReadOptions.DEFAULT) {
            same(null);
            return;
        }
        same(options.strategy());
        token(options.lock());
        token(options.deleted());
    }

    // ---- parts that reads and writes share

    /** Walks a selection. */
    public <T extends @Nullable Object> Selection<T> selection(Selection<T> selection) {
        deeper();
        Selection<T> walked = walked(selection);
        depth--;
        return walked;
    }

    private <T extends @Nullable Object> Selection<T> walked(Selection<T> selection) {
        fields(selection.scalars());
        if (selection.isFlat()) {
            same(null);
            return selection;
        }
        same(selection.reads().size());
        List<NestedRead<?>> reads = copying ? new ArrayList<>() : selection.reads();
        for (NestedRead<?> read : selection.reads()) {
            NestedRead<?> copy = nested(read);
            if (copying) {
                reads.add(copy);
            }
        }
        same(selection.counts().size());
        List<RelationCount> counts = copying ? new ArrayList<>() : selection.counts();
        for (RelationCount count : selection.counts()) {
            same(count.relation());
            Condition where = optionalCondition(count.where());
            if (copying) {
                counts.add(new RelationCount(count.relation(), where));
            }
        }
        same(selection.computed().size());
        List<Formula> computed = formulas(selection.computed());
        return copying
                ? new Selection<>(selection.model(), selection.scalars(), reads, counts, computed, selection.reader())
                : selection;
    }

    private <T extends @Nullable Object> NestedRead<T> nested(NestedRead<T> read) {
        same(read.relation());
        ReadArguments arguments = arguments(read.arguments());
        Selection<T> selection = selection(read.selection());
        return copying ? new NestedRead<>(read.relation(), arguments, selection) : read;
    }

    /** Walks arguments. */
    public ReadArguments arguments(ReadArguments arguments) {
        same(parts(arguments));
        if (arguments == ReadArguments.ALL) {
            return arguments;
        }
        Condition where = arguments.where() == null ? null : condition(arguments.where());
        List<Order> orderBy = arguments.orderBy().isEmpty() ? List.of() : orders(arguments.orderBy());
        Cursor cursor = arguments.cursor();
        if (cursor != null) {
            fields(cursor.fields());
            List<Object> kept = keepAll(cursor.values());
            cursor = copying ? new Cursor(cursor.fields(), kept) : cursor;
        }
        Integer take = arguments.take() == null ? null : number(arguments.take());
        Integer skip = arguments.skip() == null ? null : number(arguments.skip());
        if (!arguments.distinct().isEmpty()) {
            fields(arguments.distinct());
        }
        return copying ? new ReadArguments(where, orderBy, cursor, take, skip, arguments.distinct()) : arguments;
    }

    /** Which arguments there are: a bit for each, so that those that are absent cost nothing more. */
    private static byte parts(ReadArguments arguments) {
        return (byte) ((arguments.where() == null ? 0 : 1)
                | (arguments.orderBy().isEmpty() ? 0 : 2)
                | (arguments.cursor() == null ? 0 : 4)
                | (arguments.take() == null ? 0 : 8)
                | (arguments.skip() == null ? 0 : 16)
                | (arguments.distinct().isEmpty() ? 0 : 32)
                | (arguments.deleted() ? 64 : 0));
    }

    /** Walks a unique criterion. */
    public Unique unique(Unique unique) {
        fields(unique.fields());
        List<Object> kept = keepAll(unique.values());
        Condition and = optionalCondition(unique.and());
        return copying ? new Unique(unique.fields(), kept, and) : unique;
    }

    private List<Object> keepAll(List<Object> list) {
        if (!copying) {
            for (int i = 0; i < list.size(); i++) {
                value(list.get(i));
            }
            return list;
        }
        List<Object> slots = new ArrayList<>(list.size());
        list.forEach(value -> slots.add(keep(value)));
        return slots;
    }

    private List<Order> orders(List<Order> orders) {
        same(orders.size());
        if (orders.isEmpty()) {
            return orders;
        }
        List<Order> copies = copying ? new ArrayList<>(orders.size()) : orders;
        for (int i = 0; i < orders.size(); i++) {
            Order copy = order(orders.get(i));
            if (copying) {
                copies.add(copy);
            }
        }
        return copies;
    }

    private Order order(Order order) {
        same(order.direction());
        if (order instanceof Order.ByField by) {
            path(by.path());
            same(by.field());
            same(by.nulls());
        } else if (order instanceof Order.ByRelationCount by) {
            path(by.path());
            same(by.relation());
            Condition where = optionalCondition(by.where());
            return copying ? new Order.ByRelationCount(by.path(), by.relation(), where, by.direction()) : by;
        } else if (order instanceof Order.ByRelevance by) {
            path(by.path());
            token(by.fields());
            Object slot = value(by.search());
            return copying
                    ? new Order.ByRelevance(
                            by.path(), by.fields(), Integer.toString(((Slot) slot).index()), by.direction())
                    : by;
        } else if (order instanceof Order.ByFormula by) {
            path(by.path());
            same(by.nulls());
            Formula formula = formula(by.formula());
            return copying ? new Order.ByFormula(by.path(), formula, by.direction(), by.nulls()) : by;
        } else if (order instanceof Order.ByAggregate by) {
            same(by.function());
            same(by.field());
        }
        return order;
    }

    // ---- conditions

    /** Walks a condition that may be absent. */
    public @Nullable Condition optionalCondition(@Nullable Condition condition) {
        if (condition == null) {
            same(null);
            return null;
        }
        return condition(condition);
    }

    /** Walks a condition. The one dispatch over conditions with values in them. */
    public Condition condition(Condition condition) {
        deeper();
        Condition walked = walked(condition);
        depth--;
        return walked;
    }

    private Condition walked(Condition condition) {
        same(condition.getClass());
        if (condition instanceof Condition.Compare compare) {
            same(compare.comparator());
            token(compare.insensitive());
            Operand left = operand(compare.left());
            Object right = right(compare.right());
            return copying ? new Condition.Compare(left, compare.comparator(), right, compare.insensitive()) : compare;
        } else if (condition instanceof Condition.And and) {
            List<Condition> parts = conditions(and.conditions());
            return copying ? new Condition.And(parts) : and;
        } else if (condition instanceof Condition.Or or) {
            List<Condition> parts = conditions(or.conditions());
            return copying ? new Condition.Or(parts) : or;
        } else if (condition instanceof Condition.Not not) {
            Condition part = condition(not.condition());
            return copying ? new Condition.Not(part) : not;
        } else if (condition instanceof Condition.In in) {
            return in(in);
        } else if (condition instanceof Condition.IsNull isNull) {
            token(isNull.negated());
            Operand left = operand(isNull.left());
            return copying ? new Condition.IsNull(left, isNull.negated()) : isNull;
        } else if (condition instanceof Condition.TextMatch match) {
            same(match.position());
            token(match.insensitive());
            Operand left = operand(match.left());
            Object right = right(match.right());
            return copying ? new Condition.TextMatch(left, match.position(), right, match.insensitive()) : match;
        } else if (condition instanceof Condition.Related related) {
            same(related.relation());
            same(related.quantifier());
            Condition where = optionalCondition(related.where());
            return copying ? new Condition.Related(related.relation(), related.quantifier(), where) : related;
        }
        return special(condition);
    }

    private Condition special(Condition condition) {
        if (condition instanceof Condition.ListMatch match) {
            same(match.field());
            same(match.test());
            Object value = right(match.value());
            return copying ? new Condition.ListMatch(match.field(), match.test(), value) : match;
        } else if (condition instanceof Condition.InRows in) {
            token(in.fields());
            Slot slot = (Slot) value(in.rows());
            return copying ? new Condition.InRows(in.fields(), List.<Object[]>of(new Object[] {slot})) : in;
        } else if (condition instanceof Condition.ListIsEmpty empty) {
            same(empty.field());
            token(empty.negated());
            return empty;
        } else if (condition instanceof Condition.Search search) {
            token(search.fields());
            Slot slot = (Slot) value(search.query());
            return copying ? new Condition.Search(search.fields(), Integer.toString(slot.index())) : search;
        } else if (condition instanceof Condition.JsonMatch match) {
            return json(match);
        }
        throw new IllegalStateException("unknown condition " + condition);
    }

    private List<Condition> conditions(List<Condition> conditions) {
        same(conditions.size());
        List<Condition> copies = copying ? new ArrayList<>(conditions.size()) : conditions;
        for (int i = 0; i < conditions.size(); i++) {
            Condition copy = condition(conditions.get(i));
            if (copying) {
                copies.add(copy);
            }
        }
        return copies;
    }

    private Condition in(Condition.In in) {
        token(in.negated());
        token(in.insensitive());
        Operand left = operand(in.left());
        boolean reference = in.values().size() == 1 && in.values().get(0) instanceof FieldReference;
        token(reference ? in.values().get(0) : in.values().isEmpty());
        if (reference || in.values().isEmpty()) {
            return copying ? new Condition.In(left, in.values(), in.negated(), in.insensitive()) : in;
        }
        Object slot = value(in.values());
        return copying ? new Condition.In(left, List.of(slot), in.negated(), in.insensitive()) : in;
    }

    /** A Json test keeps its path as a slot too: the first of two, or the only one if there is no value. */
    private Condition json(Condition.JsonMatch match) {
        same(match.field());
        same(match.test());
        token(match.insensitive());
        boolean root = match.path() instanceof JsonPath.Keys keys && keys.keys().isEmpty();
        token(root);
        JsonPath path = match.path();
        if (!root) {
            Slot slot = (Slot) value(match.path());
            path = new JsonPath.Expression(Integer.toString(slot.index()));
        }
        if (match.value() instanceof FieldReference || match.value() instanceof JsonNull) {
            token(match.value());
            return copying
                    ? new Condition.JsonMatch(match.field(), path, match.test(), match.value(), match.insensitive())
                    : match;
        }
        JsonKind kind = JsonKind.of(match.value());
        same(kind);
        Slot slot = (Slot) value(match.value());
        return copying
                ? new Condition.JsonMatch(
                        match.field(), path, match.test(), new JsonSlot(slot.index(), kind), match.insensitive())
                : match;
    }

    /** What a Json value is, as far as comparing it depends on that. */
    enum JsonKind {
        NUMBER,
        STRING,
        ARRAY,
        OTHER;

        static JsonKind of(Object value) {
            if (value instanceof String) {
                return STRING;
            }
            if (!(value instanceof Json json)) {
                throw Errors.invalidQuery(null, "A Json filter needs a Json value.");
            }
            String text = json.text().strip();
            char first = text.isEmpty() ? ' ' : text.charAt(0);
            if (first == '"') {
                return STRING;
            }
            if (first == '[') {
                return ARRAY;
            }
            return first == '-' || Character.isDigit(first) ? NUMBER : OTHER;
        }
    }

    /** The slot of a Json value. */
    record JsonSlot(int index, JsonKind kind) {}

    /** Walks a formula. */
    Formula formula(Formula formula) {
        if (formula instanceof Formula.Column) {
            token(formula);
            return formula;
        } else if (formula instanceof Formula.Constant constant) {
            same(constant.type());
            Object value = keep(constant.value());
            return copying ? new Formula.Constant(constant.type(), value) : formula;
        } else if (formula instanceof Formula.Arithmetic arithmetic) {
            same(arithmetic.operator());
            Formula left = formula(arithmetic.left());
            Formula right = formula(arithmetic.right());
            return copying ? new Formula.Arithmetic(left, arithmetic.operator(), right) : formula;
        }
        Formula.Call call = (Formula.Call) formula;
        same(call.function());
        same(call.arguments().size());
        List<Formula> arguments = formulas(call.arguments());
        return copying ? new Formula.Call(call.function(), arguments, call.type()) : formula;
    }

    private List<Formula> formulas(List<Formula> formulas) {
        List<Formula> copies = copying ? new ArrayList<>(formulas.size()) : formulas;
        for (Formula formula : formulas) {
            Formula copy = formula(formula);
            if (copying) {
                copies.add(copy);
            }
        }
        return copies;
    }

    /** Walks the value of a change: its slot when copying, or a formula. */
    public Object changed(@Nullable Object value) {
        if (value instanceof Formula formula) {
            token(Formula.class);
            return formula(formula);
        }
        return value(value);
    }

    private Operand operand(Operand operand) {
        if (operand instanceof Operand.Computed computed) {
            token(Operand.Computed.class);
            Formula formula = formula(computed.formula());
            return copying ? new Operand.Computed(formula) : computed;
        }
        if (operand instanceof Operand.Column column) {
            same(column.field());
        } else if (operand instanceof Operand.Aggregated aggregated) {
            same(aggregated.function());
            same(aggregated.field());
        } else if (operand instanceof Operand.RelationCounted counted) {
            token(Operand.RelationCounted.class);
            same(counted.relation());
            Condition where = optionalCondition(counted.where());
            return copying ? new Operand.RelationCounted(counted.relation(), where) : counted;
        }
        return operand;
    }

    private Object right(Object value) {
        if (value instanceof FieldReference) {
            token(value);
            return value;
        }
        if (value instanceof Formula formula) {
            token(Formula.class);
            return formula(formula);
        }
        same(null);
        return keep(value);
    }
}
