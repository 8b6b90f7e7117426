package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.schema.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to read rows and the rows related to them: one statement each, or gathered in a column of their parents' statement.
 *
 * @param model whose rows
 * @param sql the statement; empty for rows that are gathered in their parents' statement
 * @param single the statement for a single parent (its key a value, not a list), where that is simpler; or null
 * @param columns of the result: scalars, then relation counts, then what only links rows
 * @param scalars how many of them are scalars
 * @param reversed whether the rows come in reverse
 * @param keySlot the slot for the parents' keys, or -1 at the root
 * @param linkColumns the columns that hold the parent's key; empty at the root
 * @param nested the related rows
 * @param slots how many slots there are in all, those for keys included; only told at the root
 * @param first whether only the first row is wanted
 * @param direct whether the driver reads all columns as they are
 */
public record ReadPlan(
        Model model,
        SqlText sql,
        @Nullable SqlText single,
        Column[] columns,
        int scalars,
        boolean reversed,
        int keySlot,
        int[] linkColumns,
        List<Nested> nested,
        int slots,
        boolean first,
        boolean direct) {
    /**
     * Related rows.
     *
     * @param plan how to read them
     * @param column the column of the parent's result in which they are gathered, or -1 if a statement of their own reads
     *     them
     * @param parentColumns the columns of the parent's result that hold its key
     * @param toOne whether there is at most one per parent
     * @param maxKeys how many parents one statement can serve
     */
    public record Nested(ReadPlan plan, int column, int[] parentColumns, boolean toOne, int maxKeys) {
        /** Whether they come with their parents. */
        public boolean isGathered() {
            return column >= 0;
        }
    }

    /** Whether one statement reads everything. */
    public boolean isOneStatement() {
        return nested.stream().allMatch(read -> read.isGathered() && read.plan().isOneStatement());
    }
}
