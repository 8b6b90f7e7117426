package dev.prisma4j.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code where:} of a partial index. */
public sealed interface IndexPredicate {
    /** {@code where: raw("..")}: SQL as written. */
    record Raw(String sql) implements IndexPredicate {}

    /** {@code where: { a: 1, b: { not: null } }}: all must hold. */
    record AllOf(List<Comparison> comparisons) implements IndexPredicate {
        public AllOf {
            comparisons = List.copyOf(comparisons);
        }
    }

    /**
     * One field compared with a value.
     *
     * @param field the field
     * @param negated whether {@code not} was said
     * @param value {@link String}, {@link Long}, {@link java.math.BigDecimal}, {@link Boolean}, {@link EnumValue}, or
     *     null
     */
    record Comparison(
            ScalarField field, boolean negated, @Nullable Object value) {}
}
