package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows, in which order: the arguments that findMany, nested reads, aggregates and counts share.
 *
 * @param where what rows must meet, or null for all
 * @param orderBy the keys of the ordering, most significant first
 * @param cursor where the page starts, or null
 * @param take how many rows; negative takes them from the end (before the cursor); null for all
 * @param skip how many to leave out first, not negative; null for none
 * @param distinct the fields whose combinations shall appear once, the first in order staying
 * @param deleted whether soft-deleted rows count like others, here and in what is read along
 */
public record ReadArguments(
        @Nullable Condition where,
        List<Order> orderBy,
        @Nullable Cursor cursor,
        @Nullable Integer take,
        @Nullable Integer skip,
        List<ScalarField> distinct,
        boolean deleted) {
    /** All rows. */
    public static final ReadArguments ALL = new ReadArguments(null, List.of(), null, null, null, List.of());

    public ReadArguments {
        orderBy = List.copyOf(orderBy);
        distinct = List.copyOf(distinct);
    }

    /** Soft-deleted rows do not count. */
    public ReadArguments(
            @Nullable Condition where,
            List<Order> orderBy,
            @Nullable Cursor cursor,
            @Nullable Integer take,
            @Nullable Integer skip,
            List<ScalarField> distinct) {
        this(where, orderBy, cursor, take, skip, distinct, false);
    }

    /** The same where a condition is met, too. */
    public ReadArguments and(Condition condition) {
        Condition both = where == null ? condition : Condition.and(where, condition);
        return new ReadArguments(both, orderBy, cursor, take, skip, distinct, deleted);
    }

    /** The rows that meet a condition. */
    public static ReadArguments where(@Nullable Condition condition) {
        return condition == null ? ALL : new ReadArguments(condition, List.of(), null, null, null, List.of());
    }

    /** For writing arguments by hand. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers arguments; several conditions must all hold, several orders are appended. */
    public static final class Builder {
        private @Nullable Condition where;
        private final List<Order> orderBy = new ArrayList<>();
        private @Nullable Cursor cursor;
        private @Nullable Integer take;
        private @Nullable Integer skip;
        private List<ScalarField> distinct = List.of();

        private Builder() {}

        public Builder where(Condition condition) {
            where = where == null ? condition : Condition.and(where, condition);
            return this;
        }

        public Builder orderBy(Order... orders) {
            orderBy.addAll(List.of(orders));
            return this;
        }

        public Builder orderBy(Collection<? extends Order> orders) {
            orderBy.addAll(orders);
            return this;
        }

        public Builder cursor(Cursor value) {
            cursor = value;
            return this;
        }

        public Builder take(int value) {
            take = value;
            return this;
        }

        public Builder skip(int value) {
            skip = value;
            return this;
        }

        public Builder distinct(List<ScalarField> fields) {
            distinct = fields;
            return this;
        }

        public ReadArguments build() {
            return new ReadArguments(where, orderBy, cursor, take, skip, distinct);
        }
    }
}
