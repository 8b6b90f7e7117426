package dev.prisma4j.schema.validate.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code where:} of an index. */
public sealed interface DraftPredicate {

    /** SQL as written. */
    record Raw(String sql) implements DraftPredicate {}

    /** Comparisons that must all hold. */
    record AllOf(List<Comparison> comparisons) implements DraftPredicate {
        public AllOf {
            comparisons = List.copyOf(comparisons);
        }
    }

    /**
     * One field compared with a value.
     *
     * @param field the name of the field
     * @param negated whether {@code not} was said
     * @param value a string, number, boolean, the name of a value of an enum, or null
     */
    record Comparison(
            String field, boolean negated, @Nullable Object value) {}
}
