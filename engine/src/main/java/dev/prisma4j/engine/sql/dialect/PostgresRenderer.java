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

/** PostgreSQL's way of writing statements. */
final class PostgresRenderer extends Renderer {
    private static final ListStyle PLAIN = new ListStyles.Placeholders("", "?");

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
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    void inList(Expression.InList in) {
        folded(in.left(), in.insensitive());
        put(in.negated() ? " <> ALL(" : " = ANY(");
        arrayParameter(in.slot(), in.insensitive() ? folding(in.codec()) : in.codec(), Transform.NONE);
        put(")");
    }

    /** Texts are compared without regard to case by ILIKE, as Prisma does, wildcards included. */
    @Override
    void compare(Expression.Compare compare) {
        boolean equality = compare.comparator() == Comparator.EQ || compare.comparator() == Comparator.NE;
        if (!compare.insensitive() || !equality) {
            super.compare(compare);
            return;
        }
        expression(compare.left());
        put(compare.comparator() == Comparator.EQ ? " ILIKE " : " NOT ILIKE ");
        expression(compare.right());
    }

    @Override
    void like(Expression.Like like) {
        expression(like.left());
        put(like.negated() ? " NOT" : "").put(like.insensitive() ? " ILIKE " : " LIKE ");
        expression(like.pattern());
    }

    /**
     * The usual page sizes as digits. With a parameter PostgreSQL takes a tenth of all rows for the size of the page, finds
     * that no plan for all values is worth it, and plans anew each time, which takes longer than reading a small page.
     */
    @Override
    void limit(@Nullable Expression limit, @Nullable Expression offset) {
        if (limit instanceof Expression.Parameter take && take.transform() == Transform.ABSOLUTE) {
            put(" LIMIT ").numberGap(take.slot(), take.codec());
            super.limit(null, offset);
        } else {
            super.limit(limit, offset);
        }
    }

    /** Only the model's own table: rows of outer joins cannot be locked. */
    @Override
    void lock(Lock lock, Select select) {
        put(lock.strength() == Lock.Strength.UPDATE ? " FOR UPDATE OF " : " FOR SHARE OF ");
        name(select.from().alias()).put(waiting(lock));
    }

    /** Plain values as an array of texts: numbers of JSON would have to be parsed, and its functions take few arguments. */
    @Override
    void jsonRows(Expression.JsonRows rows) {
        boolean derived = JsonRowsForm.isDerived(rows.select());
        List<Select.Item> items = rows.select().items();
        int plain = rows.codecs().size();
        put("(SELECT json_agg(")
                .put(items.size() > plain ? "json_build_array(" : "")
                .put("ARRAY[");
        for (int i = 0; i < plain; i++) {
            put(i == 0 ? "" : ", ");
            // Casting these to text changes them: a mask appears, padding goes.
            boolean own = rows.codecs().get(i) == PostgresCodecs.UNTYPED;
            put(own ? "(to_json(" : "(");
            expression(JsonRowsForm.item(items.get(i), i, derived));
            put(own ? ") #>> '{}')" : ")::text");
        }
        put("]::text[]");
        for (int i = plain; i < items.size(); i++) {
            put(", ");
            expression(JsonRowsForm.item(items.get(i), i, derived));
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
    void now(@Nullable Codec codec) {
        put(codec == PostgresCodecs.TIMESTAMPTZ ? "CURRENT_TIMESTAMP" : "(CURRENT_TIMESTAMP AT TIME ZONE 'UTC')");
    }

    // ---- lists

    @Override
    void inColumn(Expression.InColumn in) {
        expression(in.left());
        put(in.negated() ? " <> ALL(" : " = ANY(");
        expression(in.list());
        put(")");
    }

    @Override
    void listMatch(Expression.ListMatch match) {
        if (match.valueIsColumn() && match.test() == Condition.ListTest.HAS) {
            expression(match.value());
            put(" = ANY(");
            expression(match.list());
            put(")");
            return;
        }
        expression(match.list());
        put(match.test() == Condition.ListTest.HAS_SOME ? " && " : " @> ");
        expression(match.value());
    }

    @Override
    void listIsEmpty(Expression.ListIsEmpty empty) {
        expression(empty.list());
        put(empty.negated() ? " <> '{}'" : " = '{}'");
    }

    @Override
    void listAppend(Expression.ListAppend append) {
        put("array_cat(");
        expression(append.list());
        put(", ");
        expression(append.elements());
        put(")");
    }

    // ---- full-text search

    @Override
    void search(Expression.Search search) {
        put(search.negated() ? "(NOT " : "(");
        vector(search.columns());
        put(" @@ to_tsquery(");
        expression(search.query());
        put("))");
    }

    @Override
    void relevance(Expression.Relevance relevance) {
        put("ts_rank(");
        vector(relevance.columns());
        put(", to_tsquery(");
        expression(relevance.query());
        put("))");
    }

    private void vector(List<Expression> columns) {
        put("to_tsvector(concat_ws(' '");
        for (Expression column : columns) {
            put(", ");
            expression(column);
        }
        put("))");
    }

    // ---- Json

    @Override
    void jsonMatch(Expression.JsonMatch match) {
        switch (match.test()) {
            case EQ, NE -> equality(match);
            case STRING_CONTAINS, STRING_STARTS_WITH, STRING_ENDS_WITH -> {
                put("(");
                searched(match);
                put(match.negated() ? " NOT" : "").put(match.insensitive() ? " ILIKE " : " LIKE ");
                if (match.other() instanceof Expression.Concat pattern) {
                    expression(pattern);
                } else if (match.other() != null) {
                    json(match.other(), match);
                } else {
                    parameter(match.value(), PostgresCodecs.STRING, pattern(match.test()));
                }
                typeIs(match, "string");
            }
            case ARRAY_CONTAINS -> {
                put(match.negated() ? "(NOT " : "(");
                json(match);
                put(" @> ");
                value(match);
                typeIs(match, "array");
            }
            case ARRAY_STARTS_WITH -> element(match, "0");
            case ARRAY_ENDS_WITH -> element(match, "-1");
            case LT, LTE, GT, GTE -> {
                put(match.negated() ? "(NOT " : "(");
                json(match);
                put(operator(Comparator.valueOf(match.test().name())));
                value(match);
                if (match.other() != null) {
                    put(")");
                } else {
                    typeIs(match, match.valueType() == Expression.JsonValueType.STRING ? "string" : "number");
                }
            }
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
        if (anyNull || type == Expression.JsonValueType.JSON_NULL) {
            put("'null'::jsonb");
        } else {
            value(match);
        }
        if (anyNull) {
            put(equal ? " OR " : " AND ");
            json(match);
            put(equal ? " IS NULL)" : " IS NOT NULL)");
        }
    }

    private void element(Expression.JsonMatch match, String index) {
        put("(");
        json(match);
        put(" -> " + index + (match.negated() ? " <> " : " = "));
        value(match);
        typeIs(match, "array");
    }

    private void value(Expression.JsonMatch match) {
        if (match.other() != null) {
            json(match.other(), match);
        } else {
            parameter(match.value(), PostgresCodecs.JSONB, Transform.NONE);
            put("::jsonb");
        }
    }

    private void json(Expression column, Expression.JsonMatch match) {
        expression(column);
        if (match.codec() instanceof PostgresTexts.JsonCodec codec && !codec.isBinary()) {
            put("::jsonb");
        }
    }

    /** The value at the path, as jsonb. */
    private void json(Expression.JsonMatch match) {
        put("(");
        json(match.column(), match);
        if (match.path() >= 0) {
            put(" #> ");
            path(match);
        }
        put(")");
    }

    /** The text at the path; without one all of the JSON, quotes included, as with Prisma. */
    private void searched(Expression.JsonMatch match) {
        put("(");
        if (match.path() >= 0) {
            json(match.column(), match);
            put(" #>> ");
            path(match);
        } else {
            expression(match.column());
            put("::text");
        }
        put(")");
    }

    private void path(Expression.JsonMatch match) {
        arrayParameter(match.path(), PostgresCodecs.UNTYPED, Transform.PATH_KEYS);
        put("::text[]");
    }

    private void typeIs(Expression.JsonMatch match, String type) {
        put(" AND JSONB_TYPEOF(");
        json(match);
        put(") = '" + type + "')");
    }
}
