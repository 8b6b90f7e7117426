package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Join;
import dev.prisma4j.engine.sql.ListStyle;
import dev.prisma4j.engine.sql.OrderKey;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Source;
import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.engine.sql.Transform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one statement in standard SQL; databases override what they say differently. Made for one statement and thrown
 * away.
 */
abstract class Renderer {
    private static final int LONGEST_CHAIN = 200;

    private final StringBuilder out = new StringBuilder(256);
    private final List<String> pieces = new ArrayList<>();
    private final List<SqlText.Bind> binds = new ArrayList<>();

    /** How many parameters fit into one statement decides how lists are written. */
    abstract ListStyle listStyle();

    abstract ListStyle rowListStyle();

    /** A name in quotes. */
    abstract String quoted(String name);

    /** The statement as far as it was written. */
    final SqlText finish() {
        pieces.add(out.toString());
        return new SqlText(pieces, binds);
    }

    // ---- writing

    final Renderer put(String text) {
        out.append(text);
        return this;
    }

    final Renderer name(String name) {
        out.append(quoted(name));
        return this;
    }

    /** A parameter. */
    final void parameter(int slot, Codec codec, Transform transform) {
        out.append(placeholder(codec));
        binds.add(new SqlText.Bind.Value(slot, codec, transform));
    }

    /** A List as one parameter. */
    final void arrayParameter(int slot, Codec codec, Transform transform) {
        out.append(placeholder(codec));
        binds.add(new SqlText.Bind.Array(slot, codec, transform));
    }

    /** A number of rows in a gap: its digits, or a parameter. */
    final void numberGap(int slot, Codec codec) {
        pieces.add(out.toString());
        out.setLength(0);
        binds.add(new SqlText.Bind.Number(slot, codec));
    }

    /** A List in a gap. */
    final void gap(int slot, Codec codec, ListStyle style) {
        pieces.add(out.toString());
        out.setLength(0);
        binds.add(new SqlText.Bind.Gap(slot, codec, style));
    }

    /** A List of rows in a gap. */
    final void rowGap(int slot, List<Codec> codecs, ListStyle style) {
        pieces.add(out.toString());
        out.setLength(0);
        binds.add(new SqlText.Bind.RowGap(slot, codecs, style));
    }

    /** A column of a List of rows as one parameter. */
    final void columnParameter(int slot, int column, Codec codec) {
        out.append(placeholder(codec));
        binds.add(new SqlText.Bind.Column(slot, column, codec));
    }

    /** The mark of a parameter; a database that must be told its type adds a cast. */
    String placeholder(Codec codec) {
        return "?";
    }

    // ---- statements

    final void select(Select select) {
        put("SELECT ");
        if (select.items().isEmpty()) {
            put("1");
        }
        String separator = "";
        for (Select.Item item : select.items()) {
            put(separator);
            separator = ", ";
            selected(item.expression());
            if (item.alias() != null) {
                put(" AS ").name(item.alias());
            }
        }
        from(select);
        list(" GROUP BY ", select.groupBy());
        if (select.having() != null) {
            put(" HAVING ");
            condition(select.having());
        }
        orderBy(select.orderBy());
        limit(select.limit(), select.offset());
        if (select.lock() != null) {
            lock(select.lock(), select);
        }
    }

    /** FROM, joins and WHERE. */
    final void from(Select select) {
        put(" FROM ");
        source(select.from());
        select.joins().forEach(this::join);
        if (select.where() != null) {
            put(" WHERE ");
            condition(select.where());
        }
    }

    /** An expression of the select list; a database may have to convert some types to be read. */
    void selected(Expression expression) {
        expression(expression);
    }

    private void join(Join join) {
        put(join.on() == null ? " CROSS JOIN " : join.outer() ? " LEFT JOIN " : " INNER JOIN ");
        source(join.source());
        if (join.on() != null) {
            put(" ON ");
            condition(join.on());
        }
    }

    final void source(Source source) {
        if (source instanceof Source.Table table) {
            if (table.namespace() != null) {
                name(table.namespace()).put(".");
            }
            name(table.name());
            if (!table.alias().equals(table.name())) {
                put(" AS ").name(table.alias());
            }
        } else if (source instanceof Source.Derived derived) {
            put("(");
            select(derived.select());
            put(") AS ").name(derived.alias());
        }
    }

    private void list(String keyword, List<Expression> expressions) {
        String separator = keyword;
        for (Expression expression : expressions) {
            put(separator);
            separator = ", ";
            expression(expression);
        }
    }

    final void orderBy(List<OrderKey> keys) {
        String separator = " ORDER BY ";
        for (OrderKey key : keys) {
            put(separator);
            separator = ", ";
            orderKey(key);
        }
    }

    /** One key; standard NULLS FIRST and LAST. */
    void orderKey(OrderKey key) {
        expression(key.expression());
        put(key.descending() ? " DESC" : " ASC");
        if (key.nulls() != null) {
            put(key.nulls() == Order.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    void limit(@Nullable Expression limit, @Nullable Expression offset) {
        if (limit != null) {
            put(" LIMIT ");
            expression(limit);
        }
        if (offset != null) {
            put(" OFFSET ");
            expression(offset);
        }
    }

    void lock(Lock lock, Select select) {
        put(lock.strength() == Lock.Strength.UPDATE ? " FOR UPDATE" : " FOR SHARE")
                .put(waiting(lock));
    }

    static String waiting(Lock lock) {
        return switch (lock.waiting()) {
            case BLOCK -> "";
            case NO_WAIT -> " NOWAIT";
            case SKIP_LOCKED -> " SKIP LOCKED";
        };
    }

    // ---- expressions

    /** A condition at the top of WHERE, HAVING or ON: without parentheses around an AND. */
    final void condition(Expression expression) {
        if (expression instanceof Expression.And and && and.parts().size() > 1) {
            chain(and.parts(), " AND ");
        } else {
            expression(expression);
        }
    }

    private void joined(List<Expression> parts, String separator) {
        for (int i = 0; i < parts.size(); i++) {
            put(i == 0 ? "" : separator);
            expression(parts.get(i));
        }
    }

    /** The one dispatch over the tree. */
    final void expression(Expression expression) {
        if (expression instanceof Expression.Column column) {
            column(column);
        } else if (expression instanceof Expression.Parameter parameter) {
            parameter(parameter.slot(), parameter.codec(), parameter.transform());
        } else if (expression instanceof Expression.Number number) {
            put(Long.toString(number.value()));
        } else if (expression instanceof Expression.Text text) {
            put("'" + text.value().replace("'", "''") + "'");
        } else if (expression instanceof Expression.Compare compare) {
            compare(compare);
        } else if (expression instanceof Expression.Like like) {
            like(like);
        } else if (expression instanceof Expression.Concat concat) {
            concat(concat.parts());
        } else if (expression instanceof Expression.InList in) {
            inList(in);
        } else if (expression instanceof Expression.RowsIn rows) {
            rowsIn(rows);
        } else if (expression instanceof Expression.InSelect in) {
            expression(in.left());
            put(in.negated() ? " NOT IN (" : " IN (");
            select(in.select());
            put(")");
        } else if (expression instanceof Expression.And and) {
            group(and.parts(), " AND ", true);
        } else if (expression instanceof Expression.Or or) {
            group(or.parts(), " OR ", false);
        } else if (expression instanceof Expression.Not not) {
            put("(NOT ");
            expression(not.part());
            put(")");
        } else if (expression instanceof Expression.IsNull isNull) {
            expression(isNull.part());
            put(isNull.negated() ? " IS NOT NULL" : " IS NULL");
        } else if (expression instanceof Expression.NotFalse notFalse) {
            put("((");
            expression(notFalse.part());
            put(") IS NOT FALSE)");
        } else if (expression instanceof Expression.Constant constant) {
            put(constant.value() ? "1=1" : "1=0");
        } else if (expression instanceof Expression.Exists exists) {
            put(exists.negated() ? "NOT EXISTS (" : "EXISTS (");
            select(exists.select());
            put(")");
        } else if (expression instanceof Expression.Scalar scalar) {
            put("(");
            select(scalar.select());
            put(")");
        } else {
            special(expression);
        }
    }

    private void special(Expression expression) {
        if (expression instanceof Expression.Aggregate aggregate) {
            aggregate(aggregate);
        } else if (expression instanceof Expression.JsonRows rows) {
            jsonRows(rows);
        } else if (expression instanceof Expression.RowNumber rowNumber) {
            rowNumber(rowNumber);
        } else if (expression instanceof Expression.InColumn in) {
            inColumn(in);
        } else if (expression instanceof Expression.RowInSelect in) {
            put("(");
            joined(in.left(), ", ");
            put(") IN (");
            select(in.select());
            put(")");
        } else if (expression instanceof Expression.ListMatch match) {
            listMatch(match);
        } else if (expression instanceof Expression.ListIsEmpty empty) {
            listIsEmpty(empty);
        } else if (expression instanceof Expression.JsonMatch match) {
            jsonMatch(match);
        } else if (expression instanceof Expression.Search search) {
            search(search);
        } else if (expression instanceof Expression.Relevance relevance) {
            relevance(relevance);
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            arithmetic(arithmetic);
        } else if (expression instanceof Expression.ListAppend append) {
            listAppend(append);
        } else if (expression instanceof Expression.Call call) {
            call(call);
        } else if (expression instanceof Expression.Case cases) {
            cases(cases);
        } else if (expression instanceof Expression.Inserted inserted) {
            inserted(inserted.column());
        } else if (expression instanceof Expression.ZeroIfNull zero) {
            put("COALESCE(");
            expression(zero.part());
            put(", 0)");
        } else {
            throw new IllegalStateException("unknown expression " + expression);
        }
    }

    void column(Expression.Column column) {
        if (!column.table().isEmpty()) {
            name(column.table()).put(".");
        }
        name(column.name());
    }

    private void group(List<Expression> parts, String separator, boolean emptyMeans) {
        if (parts.isEmpty()) {
            put(emptyMeans ? "1=1" : "1=0");
        } else if (parts.size() == 1) {
            expression(parts.get(0));
        } else {
            put("(");
            chain(parts, separator);
            put(")");
        }
    }

    /** Long chains are put together from shorter ones: a database may see each link as one level deeper. */
    private void chain(List<Expression> parts, String separator) {
        if (parts.size() <= LONGEST_CHAIN) {
            joined(parts, separator);
            return;
        }
        int step = Math.max(LONGEST_CHAIN, (parts.size() + LONGEST_CHAIN - 1) / LONGEST_CHAIN);
        for (int i = 0; i < parts.size(); i += step) {
            put(i == 0 ? "(" : separator + "(");
            chain(parts.subList(i, Math.min(parts.size(), i + step)), separator);
            put(")");
        }
    }

    static String operator(Comparator comparator) {
        return switch (comparator) {
            case EQ -> " = ";
            case NE -> " <> ";
            case LT -> " < ";
            case LTE -> " <= ";
            case GT -> " > ";
            case GTE -> " >= ";
        };
    }

    void compare(Expression.Compare compare) {
        folded(compare.left(), compare.insensitive());
        put(operator(compare.comparator()));
        folded(compare.right(), compare.insensitive());
    }

    /** An expression, without its letter case where that is asked for. */
    final void folded(Expression expression, boolean insensitive) {
        put(insensitive ? "LOWER(" : "");
        expression(expression);
        put(insensitive ? ")" : "");
    }

    void like(Expression.Like like) {
        folded(like.left(), like.insensitive());
        put(like.negated() ? " NOT LIKE " : " LIKE ");
        folded(like.pattern(), like.insensitive());
    }

    void concat(List<Expression> parts) {
        put("(");
        joined(parts, " || ");
        put(")");
    }

    void inList(Expression.InList in) {
        folded(in.left(), in.insensitive());
        put(in.negated() ? " NOT IN (" : " IN (");
        gap(in.slot(), in.insensitive() ? folding(in.codec()) : in.codec(), listStyle());
        put(")");
    }

    /** A codec that binds texts in lower case, to meet {@code LOWER(column)}. */
    static Codec folding(Codec codec) {
        return new FoldingCodec(codec);
    }

    void rowsIn(Expression.RowsIn rows) {
        put("(");
        joined(rows.left(), ", ");
        put(") IN (");
        rowGap(rows.slot(), rows.codecs(), rowListStyle());
        put(")");
    }

    void aggregate(Expression.Aggregate aggregate) {
        put(aggregate.function().name()).put("(");
        if (aggregate.of() == null) {
            put("*");
        } else {
            expression(aggregate.of());
        }
        put(")");
    }

    static boolean isCountOfRows(Expression.Aggregate aggregate) {
        return aggregate.function() == AggregateFunction.COUNT && aggregate.of() == null;
    }

    private void rowNumber(Expression.RowNumber rowNumber) {
        put("ROW_NUMBER() OVER (");
        list("PARTITION BY ", rowNumber.partition());
        orderBy(rowNumber.order());
        put(")");
    }

    private void arithmetic(Expression.Arithmetic arithmetic) {
        put("(");
        expression(arithmetic.left());
        put(
                switch (arithmetic.operator()) {
                    case PLUS -> " + ";
                    case MINUS -> " - ";
                    case TIMES -> " * ";
                    case DIVIDED_BY -> " / ";
                    case MODULO -> " % ";
                });
        expression(arithmetic.right());
        put(")");
    }

    // ---- what databases say in their own ways

    /** All rows of a subselect as one JSON text. */
    abstract void jsonRows(Expression.JsonRows rows);

    void call(Expression.Call call) {
        switch (call.function()) {
            case SUBSTRING -> function("SUBSTR", call.arguments());
            case NULL_IF -> function("NULLIF", call.arguments());
            case CEILING -> function("CEIL", call.arguments());
            case TO_DOUBLE -> cast(call.arguments().get(0), "DOUBLE PRECISION");
            case TO_DECIMAL -> cast(call.arguments().get(0), "DECIMAL");
            case TO_TEXT -> cast(call.arguments().get(0), "TEXT");
            case NOW -> now(call.codec());
            default -> function(call.function().name(), call.arguments());
        }
    }

    final void function(String name, List<Expression> arguments) {
        put(name).put("(");
        joined(arguments, ", ");
        put(")");
    }

    final void cast(Expression expression, String type) {
        put("CAST(");
        expression(expression);
        put(" AS " + type + ")");
    }

    /** The database's moment. */
    abstract void now(@Nullable Codec codec);

    private void cases(Expression.Case cases) {
        put("CASE");
        for (Expression.Case.When when : cases.whens()) {
            put(" WHEN ");
            condition(when.condition());
            put(" THEN ");
            expression(when.value());
        }
        put(" ELSE ");
        expression(cases.otherwise());
        put(" END");
    }

    /** The value of a row that met a conflict. */
    void inserted(String column) {
        put("EXCLUDED.").name(column);
    }

    // ---- what only some databases have

    abstract void jsonMatch(Expression.JsonMatch match);

    void inColumn(Expression.InColumn in) {
        throw Unsupported.scalarLists();
    }

    void listMatch(Expression.ListMatch match) {
        throw Unsupported.scalarLists();
    }

    void listIsEmpty(Expression.ListIsEmpty empty) {
        throw Unsupported.scalarLists();
    }

    void listAppend(Expression.ListAppend append) {
        throw Unsupported.scalarLists();
    }

    void search(Expression.Search search) {
        throw Unsupported.fullTextSearch();
    }

    void relevance(Expression.Relevance relevance) {
        throw Unsupported.fullTextSearch();
    }

    /** The LIKE transform of a Json string test. */
    static Transform pattern(Condition.JsonTest test) {
        return switch (test) {
            case STRING_STARTS_WITH -> Transform.STARTS_WITH;
            case STRING_ENDS_WITH -> Transform.ENDS_WITH;
            default -> Transform.CONTAINS;
        };
    }
}
