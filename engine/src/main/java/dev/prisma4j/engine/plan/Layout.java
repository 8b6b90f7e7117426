package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a result while they are gathered: each field once, what callers asked for first. */
final class Layout {
    private final Dialect dialect;
    private final String alias;
    private final List<Expression> expressions = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<ScalarField, Integer> indexes = new HashMap<>();

    Layout(Dialect dialect, String alias, List<ScalarField> scalars) {
        this.dialect = dialect;
        this.alias = alias;
        scalars.forEach(this::add);
    }

    private int add(ScalarField field) {
        expressions.add(Tables.column(alias, field));
        columns.add(Column.of(field, dialect.codec(field)));
        indexes.putIfAbsent(field, columns.size() - 1);
        return columns.size() - 1;
    }

    void count(RelationCount count, Expression expression) {
        computed(expression, Column.computed(count.relation().name(), dialect.numberCodec()));
    }

    int computed(Expression expression, Column column) {
        expressions.add(expression);
        columns.add(column);
        return columns.size() - 1;
    }

    /** Where the field is; it is added if nobody asked for it before. */
    int indexOf(ScalarField field) {
        Integer known = indexes.get(field);
        return known == null ? add(field) : known;
    }

    List<Expression> expressions() {
        return expressions;
    }

    Column[] columns() {
        return columns.toArray(Column[]::new);
    }
}
