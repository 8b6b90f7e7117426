package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.engine.sql.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans finds: one statement for the rows, and one for each relation that is read along. Limits per parent are part of
 * the statement (by numbering the rows of each parent), so never more rows are fetched than asked for. With the strategy
 * JOIN related rows are gathered in the parent's statement instead, wherever the database can.
 */
public final class ReadPlanner {
    private static final int DEEPEST = 10;

    private final Dialect dialect;
    private int nextSlot;
    private boolean joining;

    /**
     * @param dialect of the database
     * @param firstFreeSlot the first slot that the shape's values do not use
     */
    public ReadPlanner(Dialect dialect, int firstFreeSlot) {
        this.dialect = dialect;
        this.nextSlot = firstFreeSlot;
    }

    /** The plan of a find's shape. */
    public ReadPlan plan(Query<?> query) {
        if (query instanceof FindUnique<?> find) {
            return root(
                    new ReadStatement(
                            find.model(),
                            find.where(),
                            ReadArguments.ALL,
                            find.selection(),
                            null,
                            find.options().lock(),
                            false),
                    find.options());
        } else if (query instanceof FindFirst<?> find) {
            return root(
                    new ReadStatement(
                            find.model(),
                            null,
                            find.arguments(),
                            find.selection(),
                            null,
                            find.options().lock(),
                            true),
                    find.options());
        } else if (query instanceof FindMany<?> find) {
            return root(
                    new ReadStatement(
                            find.model(),
                            null,
                            find.arguments(),
                            find.selection(),
                            null,
                            find.options().lock(),
                            false),
                    find.options());
        }
        throw new IllegalArgumentException("not a find: " + query.operation());
    }

    private ReadPlan root(ReadStatement statement, ReadOptions options) {
        joining = options.strategy() == LoadStrategy.JOIN;
        return plan(statement, -1);
    }

    private ReadPlan plan(ReadStatement statement, int keySlot) {
        ReadDraft draft = new ReadDraft(this, dialect, statement, new ReadDraft.Tie.ToMany(keySlot));
        SqlText sql = dialect.render(draft.select());
        SqlText single = null;
        if (statement.link() != null
                && statement.isPaged()
                && statement.link().parentFields().size() == 1
                && statement.arguments().distinct().isEmpty()) {
            int slots = nextSlot;
            ReadDraft other = new ReadDraft(this, dialect, statement, new ReadDraft.Tie.ToOne(keySlot));
            single = dialect.render(other.select());
            nextSlot = slots;
        }
        return finished(statement, draft, sql, single, keySlot);
    }

    /** The plan of a level that is gathered in its parent's statement. */
    ReadPlan gathered(ReadStatement statement, ReadDraft draft) {
        return finished(statement, draft, new SqlText(List.of(""), List.of()), null, -1);
    }

    private ReadPlan finished(
            ReadStatement statement, ReadDraft draft, SqlText sql, @Nullable SqlText single, int keySlot) {
        List<ReadPlan.Nested> nested = new ArrayList<>();
        for (NestedRead<?> read : statement.selection().reads()) {
            ReadPlan.Nested gathered = draft.gathered(read);
            nested.add(gathered != null ? gathered : byStatement(read, draft));
        }
        return new ReadPlan(
                statement.model(),
                sql,
                single,
                draft.columns(),
                statement.selection().scalars().size(),
                statement.isReversed(),
                keySlot,
                draft.linkColumns(),
                List.copyOf(nested),
                nextSlot,
                statement.first(),
                Column.areDirect(draft.columns()));
    }

    private ReadPlan.Nested byStatement(NestedRead<?> read, ReadDraft draft) {
        Link link = Link.of(read.relation());
        int[] parentColumns = draft.parentColumns(link);
        ReadPlan plan = plan(ReadStatement.of(read), nextSlot++);
        Codec codec = dialect.codec(link.parentFields().get(0));
        int maxKeys = dialect.maxListSize(codec, link.parentFields().size());
        return new ReadPlan.Nested(plan, -1, parentColumns, !read.relation().isList(), maxKeys);
    }

    /** Whether the rows of a relation are gathered in the parent's statement; databases limit how deep JSON can be. */
    boolean gathers(NestedRead<?> read, int depth) {
        if (!joining || depth > DEEPEST) {
            return false;
        }
        ReadStatement statement = ReadStatement.of(read);
        // columns that link rows to those read by other statements come on top of what is selected
        int values = statement.model().scalarFields().size()
                + statement.selection().counts().size()
                + statement.selection().computed().size();
        return dialect.gathersRows(
                statement.isLimited(), values, statement.selection().reads().size());
    }
}
