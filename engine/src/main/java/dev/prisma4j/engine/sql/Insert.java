package dev.prisma4j.engine.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of any number of rows, given as a List of {@code Object[]} in one slot.
 *
 * @param columns the columns that are given; none means one row of defaults
 * @param slot where the rows are
 * @param byColumn whether the values of each column travel as one array, so that one text serves any number of rows; only
 *     where every codec has a {@link Codec#columnArray}
 * @param conflict what happens to rows that would break a unique constraint
 * @param returning what to give back of the new rows
 */
public record Insert(
        Source.Table into,
        List<Column> columns,
        int slot,
        boolean byColumn,
        Conflict conflict,
        List<Expression.Column> returning) {
    public Insert {
        columns = List.copyOf(columns);
        returning = List.copyOf(returning);
    }

    /** A column and how its values travel. */
    public record Column(String name, Codec codec) {}

    /** What to do with a row whose unique values exist. */
    public sealed interface Conflict {
        /** The statement fails. */
        record Fail() implements Conflict {}

        /** The row is left out. */
        record Skip() implements Conflict {}

        /**
         * The row that exists is changed instead.
         *
         * @param target the columns of the unique constraint
         * @param where which existing rows may be changed, or null for all
         */
        record Change(
                List<String> target,
                List<Update.Assignment> assignments,
                @Nullable Expression where) implements Conflict {
            public Change {
                target = List.copyOf(target);
                assignments = List.copyOf(assignments);
            }
        }
    }
}
