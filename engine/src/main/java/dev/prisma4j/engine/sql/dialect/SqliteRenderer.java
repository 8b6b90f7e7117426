package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.ListStyle;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Transform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQLite's way of writing statements. */
final class SqliteRenderer extends Renderer {
    private static final ListStyle LISTS = new ListStyles.OneAbove(32, "SELECT value FROM json_each(?)");
    private static final ListStyle PLAIN = new ListStyles.Placeholders("", "?");
    private static final ListStyle FOLDED = new ListStyles.Placeholders("", "LOWER(?)");
    private static final ListStyle ROWS = new ListStyles.Placeholders("VALUES ", "?");

    @Override
    ListStyle listStyle() {
        return LISTS;
    }

    @Override
    ListStyle rowListStyle() {
        return ROWS;
    }

    @Override
    String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    void inList(Expression.InList in) {
        folded(in.left(), in.insensitive());
        put(in.negated() ? " NOT IN (" : " IN (");
        gap(in.slot(), in.codec(), in.insensitive() ? FOLDED : in.codec() == SqliteCodecs.BYTES ? PLAIN : LISTS);
        put(")");
    }

    @Override
    void call(Expression.Call call) {
        switch (call.function()) {
            case TO_DOUBLE, TO_DECIMAL -> cast(call.arguments().get(0), "REAL");
            default -> super.call(call);
        }
    }

    /** As DateTimes are stored. */
    @Override
    void now(@Nullable Codec codec) {
        put("STRFTIME('%Y-%m-%dT%H:%M:%f+00:00', 'now')");
    }

    /** LIKE ignores the case of ASCII letters anyway. */
    @Override
    void like(Expression.Like like) {
        expression(like.left());
        put(like.negated() ? " NOT LIKE " : " LIKE ");
        expression(like.pattern());
    }

    @Override
    void limit(@Nullable Expression limit, @Nullable Expression offset) {
        super.limit(limit == null && offset != null ? new Expression.Number(-1) : limit, offset);
    }

    @Override
    void lock(Lock lock, Select select) {
        throw Unsupported.rowLocks();
    }

    /** Values as JSON has them: whole numbers and fractions are written without loss; JSON cannot hold bytes. */
    @Override
    void jsonRows(Expression.JsonRows rows) {
        boolean derived = JsonRowsForm.isDerived(rows.select());
        List<Select.Item> items = rows.select().items();
        int plain = rows.codecs().size();
        put("(SELECT json_group_array(").put(items.size() > plain ? "json_array(" : "");
        put("json_array(");
        for (int i = 0; i < plain; i++) {
            Expression value = JsonRowsForm.item(items.get(i), i, derived);
            put(i == 0 ? "" : ", ");
            if (rows.codecs().get(i) == SqliteCodecs.BYTES) {
                put("iif(");
                expression(value);
                put(" IS NULL, NULL, hex(");
                expression(value);
                put("))");
            } else {
                expression(value);
            }
        }
        put(")");
        for (int i = plain; i < items.size(); i++) {
            put(", json(");
            expression(JsonRowsForm.item(items.get(i), i, derived));
            put(")");
        }
        put(items.size() > plain ? ")" : "");
        if (derived) {
            put(") FROM (");
            select(JsonRowsForm.named(rows.select()));
            put(") AS ").name(JsonRowsForm.ALIAS);
        } else {
            orderBy(rows.select().orderBy());
            put(")");
            from(rows.select());
        }
        put(")");
    }

    @Override
    void jsonMatch(Expression.JsonMatch match) {
        switch (match.test()) {
            case EQ, NE -> equality(match);
            case STRING_CONTAINS, STRING_STARTS_WITH, STRING_ENDS_WITH -> {
                put("(");
                searched(match);
                put(match.negated() ? " NOT LIKE " : " LIKE ");
                value(match, pattern(match.test()));
                put(" AND ");
                typeIs(match, "'text'");
                put(")");
            }
            case ARRAY_STARTS_WITH -> element(match, "'$[0]'");
            case ARRAY_ENDS_WITH -> element(match, "'$[#-1]'");
            case LT, LTE, GT, GTE -> {
                put(match.negated() ? "(NOT " : "(");
                text(match);
                put(operator(Comparator.valueOf(match.test().name())));
                put("(");
                value(match, Transform.NONE);
                put(" ->> '$') AND ");
                typeIs(match, match.valueType() == Expression.JsonValueType.STRING ? "'text'" : "'integer', 'real'");
                put(")");
            }
            case ARRAY_CONTAINS -> throw Unsupported.jsonTest("array_contains");
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
        put(anyNull ? "(" : "");
        json(match);
        put(equal ? " = " : " <> ");
        if (match.other() != null) {
            expression(match.other());
        } else if (anyNull || type == Expression.JsonValueType.JSON_NULL) {
            put("'null'");
        } else {
            value(match, Transform.NONE);
        }
        if (anyNull) {
            put(equal ? " OR " : " AND ");
            json(match);
            put(equal ? " IS NULL)" : " IS NOT NULL)");
        }
    }

    private void element(Expression.JsonMatch match, String place) {
        put("(");
        json(match);
        put(" -> " + place + (match.negated() ? " <> " : " = "));
        if (match.other() != null) {
            expression(match.other());
        } else {
            value(match, Transform.NONE);
        }
        put(" AND ");
        typeIs(match, "'array'");
        put(")");
    }

    /** The value at the path as JSON text. */
    private void json(Expression.JsonMatch match) {
        expression(match.column());
        if (match.path() >= 0) {
            put(" -> ");
            path(match);
        }
    }

    /** The text that a test of texts looks at: without a path it is all of the JSON, quotes included, as with Prisma. */
    private void searched(Expression.JsonMatch match) {
        if (match.path() >= 0) {
            text(match);
        } else {
            expression(match.column());
        }
    }

    /** The value at the path as an SQL value. */
    private void text(Expression.JsonMatch match) {
        put("(");
        expression(match.column());
        put(" ->> ");
        if (match.path() >= 0) {
            path(match);
        } else {
            put("'$'");
        }
        put(")");
    }

    private void typeIs(Expression.JsonMatch match, String types) {
        put("JSON_TYPE(");
        expression(match.column());
        if (match.path() >= 0) {
            put(", ");
            path(match);
        }
        put(") IN (" + types + ")");
    }

    private void path(Expression.JsonMatch match) {
        parameter(match.path(), SqliteCodecs.STRING, Transform.PATH_EXPRESSION);
    }

    private void value(Expression.JsonMatch match, Transform transform) {
        if (match.other() != null) {
            expression(match.other());
        } else {
            Codec codec = transform == Transform.NONE ? SqliteCodecs.JSON : SqliteCodecs.STRING;
            parameter(match.value(), codec, transform);
        }
    }
}
