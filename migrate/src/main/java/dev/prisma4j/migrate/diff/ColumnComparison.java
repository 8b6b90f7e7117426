package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;

/**
 * A column that both versions of a table have.
 *
 * @param from how it is
 * @param to how it shall be
 * @param change what differs
 */
public record ColumnComparison(Column from, Column to, ColumnChange change) {
    static ColumnComparison of(Column from, Column to, DiffRules rules) {
        boolean autoIncrement = from.autoIncrement() != to.autoIncrement();
        boolean sameDefault = from.autoIncrement() && to.autoIncrement() || rules.sameDefault(from, to);
        return new ColumnComparison(
                from,
                to,
                new ColumnChange(!rules.sameArity(from, to), !sameDefault, rules.typeChange(from, to), autoIncrement));
    }
}
