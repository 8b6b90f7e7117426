package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What one statement (or one level of a statement that gathers related rows) is to read.
 *
 * @param unique the criterion of a single row, or null
 * @param link the tie to the parents, or null at the root
 * @param lock a lock on the rows, or null
 * @param first whether only the first row is wanted
 */
record ReadStatement(
        Model model,
        @Nullable Unique unique,
        ReadArguments arguments,
        Selection<?> selection,
        @Nullable Link link,
        @Nullable Lock lock,
        boolean first) {
    /** The rows of a relation. */
    static ReadStatement of(NestedRead<?> read) {
        boolean toOne = !read.relation().isList();
        return new ReadStatement(
                read.relation().relatedModel(),
                null,
                toOne ? ReadArguments.where(read.arguments().where()) : read.arguments(),
                read.selection(),
                Link.of(read.relation()),
                null,
                false);
    }

    boolean isReversed() {
        Integer take = arguments.take();
        return take != null && take < 0;
    }

    boolean isPaged() {
        return arguments.take() != null || arguments.skip() != null;
    }

    /** Whether more than its condition decides which of the related rows are read. */
    boolean isLimited() {
        return isPaged() || arguments.cursor() != null || !arguments.distinct().isEmpty();
    }
}
