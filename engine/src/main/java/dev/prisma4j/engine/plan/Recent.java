package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import org.jspecify.annotations.Nullable;

/**
 * The plans that were used last, each in a place that a glance at the query tells. What a program asks comes from a few
 * places in its code again and again, and comparing a query with one shape takes less than looking for its shape among
 * all. Two kinds of queries may share a place; then it belongs to the last one.
 */
final class Recent<P> {
    private static final int MOST = 256;

    private final PlanCache.@Nullable Entry<P>[] places;

    /** @param limit how many plans there are at most */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Recent(int limit) {
        places = new PlanCache.@Nullable Entry[Integer.highestOneBit(Math.max(1, Math.min(limit, MOST)))];
    }

    /** The plan that is likely to be the query's, or null. */
    PlanCache.@Nullable Entry<P> get(int place) {
        return places[place];
    }

    void put(int place, PlanCache.Entry<P> entry) {
        places[place] = entry;
    }

    /** The place of a find. */
    int place(Query<?> query) {
        int hash = 0;
        if (query instanceof FindUnique<?> find) {
            hash = System.identityHashCode(find.where().fields().get(0)) + 1;
        } else if (query instanceof FindMany<?> find) {
            hash = hash(find.arguments()) * 31 + System.identityHashCode(find.model());
        } else if (query instanceof FindFirst<?> find) {
            hash = hash(find.arguments()) * 31 + System.identityHashCode(find.model()) + 1;
        }
        return (hash ^ hash >>> 8 ^ hash >>> 16) & places.length - 1;
    }

    private static int hash(ReadArguments arguments) {
        Condition where = arguments.where();
        int hash = where == null ? 0 : hash(where);
        return hash * 31
                + arguments.orderBy().size() * 4
                + (arguments.take() == null ? 0 : 2)
                + (arguments.skip() == null ? 0 : 1);
    }

    private static int hash(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return compare.left() instanceof Operand.Column column
                    ? System.identityHashCode(column.field())
                            + compare.comparator().ordinal()
                    : 1;
        } else if (condition instanceof Condition.And and) {
            return and.conditions().isEmpty()
                    ? 2
                    : hash(and.conditions().get(0)) + and.conditions().size();
        }
        return System.identityHashCode(condition.getClass());
    }
}
