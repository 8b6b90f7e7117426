package dev.prisma4j.migrate.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The default of a column. */
public sealed interface ColumnDefault {
    /**
     * A fixed value.
     *
     * @param value {@link String} (also dates, JSON and enum values), {@link java.math.BigDecimal}, {@link Boolean}, or
     *     {@link Bytes}
     */
    record Literal(Object value) implements ColumnDefault {}

    /** A fixed list, its elements as in {@link Literal}. */
    record ListLiteral(List<Object> values) implements ColumnDefault {
        public ListLiteral {
            values = List.copyOf(values);
        }
    }

    /** The moment of the insert. */
    record Now() implements ColumnDefault {}

    /** The next number of a sequence. */
    record NextOf(String sequence) implements ColumnDefault {}

    /** CockroachDB's {@code unique_rowid()}. */
    record UniqueRowId() implements ColumnDefault {}

    /** Any SQL expression; null for {@code dbgenerated()}, which says that there is one but not which. */
    record Expression(@Nullable String sql) implements ColumnDefault {}

    /** A byte string in lower-case hexadecimal. */
    record Bytes(String hex) {}
}
