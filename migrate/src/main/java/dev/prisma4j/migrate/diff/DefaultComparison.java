package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.TypeFamily;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When two defaults count as the same. Generous where a database does not give back what it was told: fixed dates are
 * never compared (of lists of them only how many there are), expressions without regard to case, numbers and JSON by
 * value, and {@code dbgenerated()} stands for whatever is there.
 */
public final class DefaultComparison {
    private DefaultComparison() {}

    /** Whether the defaults of the two columns are the same. */
    public static boolean same(Column from, Column to) {
        ColumnDefault a = from.defaultValue();
        ColumnDefault b = to.defaultValue();
        if (b instanceof ColumnDefault.Expression e && e.sql() == null) {
            return true;
        }
        if (a == null || b == null) {
            return a == b;
        }
        boolean lists = a instanceof ColumnDefault.ListLiteral && b instanceof ColumnDefault.ListLiteral;
        if (to.type().family() == TypeFamily.DATE_TIME && !lists && (isFixed(a) || isFixed(b))) {
            return true;
        }
        if (a instanceof ColumnDefault.Literal x && b instanceof ColumnDefault.Literal y) {
            return sameValue(to.type().family(), x.value(), y.value());
        }
        if (a instanceof ColumnDefault.ListLiteral x && b instanceof ColumnDefault.ListLiteral y) {
            return sameValues(to.type().family(), x.values(), y.values());
        }
        if (a instanceof ColumnDefault.Expression x && b instanceof ColumnDefault.Expression y) {
            return sameExpression(x.sql(), y.sql());
        }
        return a.equals(b);
    }

    private static boolean isFixed(ColumnDefault value) {
        return value instanceof ColumnDefault.Literal || value instanceof ColumnDefault.ListLiteral;
    }

    private static boolean sameExpression(@Nullable String a, @Nullable String b) {
        return a == null || b == null ? a == b : a.equalsIgnoreCase(b);
    }

    private static boolean sameValues(TypeFamily family, List<Object> a, List<Object> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (family != TypeFamily.DATE_TIME && !sameValue(family, a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameValue(TypeFamily family, Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0 || family == TypeFamily.FLOAT && x.doubleValue() == y.doubleValue();
        }
        if (family == TypeFamily.JSON && a instanceof String x && b instanceof String y) {
            return JsonComparison.same(x, y);
        }
        return a.equals(b);
    }
}
