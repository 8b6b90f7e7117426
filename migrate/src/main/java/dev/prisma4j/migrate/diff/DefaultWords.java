package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Defaults in the words of the schema language, for people to read. */
final class DefaultWords {
    private DefaultWords() {}

    /** The default of a column, or null if it has none. */
    static @Nullable String of(Column column) {
        ColumnDefault value = column.defaultValue();
        if (column.autoIncrement()) {
            return "autoincrement()";
        } else if (value == null) {
            return null;
        } else if (value instanceof ColumnDefault.Now) {
            return "now()";
        } else if (value instanceof ColumnDefault.NextOf next) {
            return "sequence(" + next.sequence() + ")";
        } else if (value instanceof ColumnDefault.UniqueRowId) {
            return "unique_rowid()";
        } else if (value instanceof ColumnDefault.Expression expression) {
            return expression.sql() == null ? "dbgenerated()" : expression.sql();
        } else if (value instanceof ColumnDefault.ListLiteral list) {
            return list.values().stream().map(DefaultWords::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof ColumnDefault.Literal literal ? literal(literal.value()) : value.toString();
    }

    private static String literal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof ColumnDefault.Bytes bytes) {
            return "0x" + bytes.hex();
        }
        return value instanceof Boolean ? value.toString() : "\"" + value + "\"";
    }
}
