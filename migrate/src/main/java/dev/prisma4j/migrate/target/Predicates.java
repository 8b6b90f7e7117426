package dev.prisma4j.migrate.target;

import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.IndexPredicate;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The condition of a partial index as SQL. */
final class Predicates {
    private Predicates() {}

    static String sql(IndexPredicate predicate, TargetDialect dialect) {
        if (predicate instanceof IndexPredicate.Raw raw) {
            return raw.sql();
        }
        if (predicate instanceof IndexPredicate.AllOf all) {
            return all.comparisons().stream().map(c -> comparison(c, dialect)).collect(Collectors.joining(" AND "));
        }
        throw new IllegalStateException("unknown predicate " + predicate);
    }

    private static String comparison(IndexPredicate.Comparison comparison, TargetDialect dialect) {
        String column = dialect.quote(comparison.field().databaseName());
        Object value = comparison.value();
        if (value == null) {
            return column + (comparison.negated() ? " IS NOT NULL" : " IS NULL");
        }
        if (value instanceof Boolean bool) {
            return column + (comparison.negated() ? " != " : " = ") + dialect.booleanLiteral(bool);
        }
        return column + (comparison.negated() ? " != " : " = ") + literal(value);
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof EnumValue enumValue) {
            return quoted(enumValue.databaseName());
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
