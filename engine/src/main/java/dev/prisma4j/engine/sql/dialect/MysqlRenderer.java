package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.ListStyle;
import dev.prisma4j.engine.sql.OrderKey;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Transform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MySQL's and MariaDB's way of writing statements. */
final class MysqlRenderer extends Renderer {
    private static final ListStyle PLAIN = new ListStyles.Placeholders("", "?");
    private static final ListStyle FOLDED = new ListStyles.Placeholders("", "LOWER(?)");

    private final boolean mariadb;

    MysqlRenderer(boolean mariadb) {
        this.mariadb = mariadb;
    }

    @Override
    ListStyle listStyle() {
        return PLAIN;
    }

    @Override
    ListStyle rowListStyle() {
        return PLAIN;
    }

    @Override
    String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    void inList(Expression.InList in) {
        folded(in.left(), in.insensitive());
        put(in.negated() ? " NOT IN (" : " IN (");
        gap(in.slot(), in.codec(), in.insensitive() ? FOLDED : PLAIN);
        put(")");
    }

    @Override
    void concat(List<Expression> parts) {
        put("CONCAT(");
        for (int i = 0; i < parts.size(); i++) {
            put(i == 0 ? "" : ", ");
            expression(parts.get(i));
        }
        put(")");
    }

    /** There is no OFFSET without a LIMIT. */
    @Override
    void limit(@Nullable Expression limit, @Nullable Expression offset) {
        super.limit(limit == null && offset != null ? new Expression.Number(Long.MAX_VALUE) : limit, offset);
    }

    /** There is no NULLS FIRST: NULLs are smallest, a key before the key moves them. */
    @Override
    void orderKey(OrderKey key) {
        boolean first = key.nulls() == Order.Nulls.FIRST;
        if (key.nulls() != null && first == key.descending()) {
            expression(key.expression());
            put(first ? " IS NULL DESC, " : " IS NULL, ");
        }
        expression(key.expression());
        put(key.descending() ? " DESC" : " ASC");
    }

    /**
     * As text put together: a subselect in FROM could not see the parent, and JSON_ARRAYAGG knows no order. A text that
     * grows over the server's limits is cut off, which makes it no JSON, so that it is noticed.
     */
    @Override
    void jsonRows(Expression.JsonRows rows) {
        put(mariadb ? "(SELECT CONCAT('[', COALESCE(GROUP_CONCAT(" : "(SELECT CAST(CONCAT('[', COALESCE(GROUP_CONCAT(");
        if (mariadb) {
            pieces(rows);
        } else {
            arrays(rows);
        }
        gatheredOrder(rows.select().orderBy());
        put(mariadb ? " SEPARATOR ','), ''), ']')" : " SEPARATOR ','), ''), ']') AS JSON)");
        from(rows.select());
        put(")");
    }

    /** The pieces of a row's text; MySQL 8.0 mixes these up around subselects. */
    private void pieces(Expression.JsonRows rows) {
        List<Select.Item> items = rows.select().items();
        int plain = rows.codecs().size();
        put(items.size() > plain ? "'[[" : "'[");
        for (int i = 0; i < plain; i++) {
            put(i == 0 ? "', " : ", ',', ").put("COALESCE(JSON_QUOTE(CAST(");
            plain(items.get(i).expression(), rows.codecs().get(i));
            put(" AS CHAR)), 'null')");
        }
        put(plain == 0 ? "" : ", '");
        for (int i = plain; i < items.size(); i++) {
            put(i == plain ? "],', " : ", ',', ").put("COALESCE(");
            expression(items.get(i).expression());
            put(", '!')");
        }
        put(items.size() > plain ? ", ']'" : "]'");
    }

    private void arrays(Expression.JsonRows rows) {
        List<Select.Item> items = rows.select().items();
        int plain = rows.codecs().size();
        put(items.size() > plain ? "JSON_ARRAY(JSON_ARRAY(" : "JSON_ARRAY(");
        for (int i = 0; i < plain; i++) {
            put(i == 0 ? "CAST(" : ", CAST(");
            plain(items.get(i).expression(), rows.codecs().get(i));
            put(" AS CHAR)");
        }
        put(")");
        for (int i = plain; i < items.size(); i++) {
            put(", ");
            expression(items.get(i).expression());
        }
        put(items.size() > plain ? ")" : "");
    }

    /** Here NULL counts as zero unless it is told apart. */
    private void gatheredOrder(List<OrderKey> keys) {
        String separator = " ORDER BY ";
        for (OrderKey key : keys) {
            boolean first = key.nulls() == null ? !key.descending() : key.nulls() == Order.Nulls.FIRST;
            put(separator);
            separator = ", ";
            expression(key.expression());
            put(first ? " IS NULL DESC, " : " IS NULL, ");
            expression(key.expression());
            put(key.descending() ? " DESC" : " ASC");
        }
    }

    /** A value in a form whose text says all of it. */
    private void plain(Expression expression, Codec codec) {
        boolean bytes = codec == MysqlCodecs.BYTES;
        put(bytes ? "HEX(" : "");
        expression(expression);
        put(bytes ? ")" : codec == MysqlCodecs.SINGLE ? " + 0e0" : codec == MysqlCodecs.BOOLEAN ? " + 0" : "");
    }

    @Override
    void call(Expression.Call call) {
        switch (call.function()) {
            case LENGTH -> function("CHAR_LENGTH", call.arguments());
            case TO_DOUBLE -> {
                put("(");
                expression(call.arguments().get(0));
                put(" + 0e0)");
            }
            case TO_DECIMAL -> cast(call.arguments().get(0), "DECIMAL(65, 20)");
            case TO_TEXT -> cast(call.arguments().get(0), "CHAR");
            default -> super.call(call);
        }
    }

    @Override
    void now(@Nullable Codec codec) {
        put("UTC_TIMESTAMP(3)");
    }

    @Override
    void inserted(String column) {
        put("VALUES(").name(column).put(")");
    }

    /** MariaDB has no FOR SHARE. */
    @Override
    void lock(Lock lock, Select select) {
        if (mariadb && lock.strength() == Lock.Strength.SHARE) {
            put(" LOCK IN SHARE MODE").put(waiting(lock));
        } else {
            super.lock(lock, select);
        }
    }

    // ---- full-text search

    @Override
    void search(Expression.Search search) {
        put(search.negated() ? "(NOT " : "(");
        match(search.columns(), search.query());
        put(")");
    }

    @Override
    void relevance(Expression.Relevance relevance) {
        match(relevance.columns(), relevance.query());
    }

    private void match(List<Expression> columns, Expression query) {
        put("MATCH (");
        for (int i = 0; i < columns.size(); i++) {
            put(i == 0 ? "" : ", ");
            expression(columns.get(i));
        }
        put(") AGAINST (");
        expression(query);
        put(" IN BOOLEAN MODE)");
    }

    // ---- Json

    @Override
    void jsonMatch(Expression.JsonMatch match) {
        switch (match.test()) {
            case EQ, NE -> equality(match);
            case STRING_CONTAINS, STRING_STARTS_WITH, STRING_ENDS_WITH -> {
                boolean whole = match.path() < 0; // then all of the JSON is searched, quotes included, as with Prisma
                put(match.insensitive() ? "(LOWER(" : "(").put(whole ? "" : "JSON_UNQUOTE(");
                json(match);
                put(match.insensitive() ? ")" : "").put(whole ? "" : ")");
                put(match.negated() ? " NOT LIKE " : " LIKE ");
                put(match.insensitive() ? "LOWER(" : "");
                if (match.other() != null) {
                    expression(match.other());
                } else {
                    parameter(match.value(), MysqlCodecs.STRING, pattern(match.test()));
                }
                put(match.insensitive() ? ")" : "");
                typeIs(match, "'STRING'");
            }
            case ARRAY_CONTAINS -> {
                put(match.negated() ? "(NOT JSON_CONTAINS(" : "(JSON_CONTAINS(");
                json(match);
                put(", ");
                value(match);
                put(")");
                typeIs(match, "'ARRAY'");
            }
            case ARRAY_STARTS_WITH -> element(match, true);
            case ARRAY_ENDS_WITH -> element(match, false);
            case LT, LTE, GT, GTE -> comparison(match);
        }
    }

    private void comparison(Expression.JsonMatch match) {
        boolean text = match.valueType() == Expression.JsonValueType.STRING;
        put(match.negated() ? "(NOT " : "(");
        put(mariadb ? "JSON_UNQUOTE(" : "");
        json(match);
        put(mariadb ? (text ? ")" : ") + 0") : "");
        put(operator(Comparator.valueOf(match.test().name())));
        if (match.other() != null) {
            expression(match.other());
            put(")");
        } else {
            parameter(match.value(), MysqlCodecs.JSON_SCALAR, Transform.NONE);
            typeIs(match, text ? "'STRING'" : "'INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL'");
        }
    }

    private void equality(Expression.JsonMatch match) {
        boolean equal = (match.test() == Condition.JsonTest.EQ) != match.negated();
        Expression.JsonValueType type = match.valueType();
        if (type == Expression.JsonValueType.DB_NULL) {
            json(match);
            put(equal ? " IS NULL" : " IS NOT NULL");
            return;
        }
        boolean anyNull = type == Expression.JsonValueType.ANY_NULL;
        put("(").put(equal ? "" : "NOT ").put("(");
        same(match, () -> json(match));
        put(")");
        if (anyNull) {
            put(equal ? " OR " : " AND ");
            json(match);
            put(equal ? " IS NULL" : " IS NOT NULL");
        }
        put(")");
    }

    /** Each contains the other. */
    private void same(Expression.JsonMatch match, Runnable place) {
        put("JSON_CONTAINS(");
        place.run();
        put(", ");
        value(match);
        put(") AND JSON_CONTAINS(");
        value(match);
        put(", ");
        place.run();
        put(")");
    }

    private void element(Expression.JsonMatch match, boolean first) {
        put("(").put(match.negated() ? "NOT " : "").put("(");
        same(match, () -> {
            put("JSON_EXTRACT(");
            json(match);
            if (first) {
                put(", '$[0]')");
            } else {
                put(", CONCAT('$[', JSON_LENGTH(");
                json(match);
                put(") - 1, ']'))");
            }
        });
        put(")");
        typeIs(match, "'ARRAY'");
    }

    private void value(Expression.JsonMatch match) {
        if (match.other() != null) {
            expression(match.other());
        } else if (match.value() < 0) {
            put("'null'");
        } else {
            parameter(match.value(), MysqlCodecs.JSON, Transform.NONE);
        }
    }

    /** The value at the path. */
    private void json(Expression.JsonMatch match) {
        if (match.path() < 0) {
            expression(match.column());
            return;
        }
        put("JSON_EXTRACT(");
        expression(match.column());
        put(", ");
        parameter(match.path(), MysqlCodecs.STRING, Transform.PATH_EXPRESSION);
        put(")");
    }

    private void typeIs(Expression.JsonMatch match, String types) {
        put(" AND JSON_TYPE(");
        json(match);
        put(") IN (" + types + "))");
    }
}
