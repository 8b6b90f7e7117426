package dev.prisma4j.engine.query;

import org.jspecify.annotations.Nullable;

/**
 * How to read, as opposed to what.
 *
 * @param strategy how related rows are fetched; that of the root holds for the nested reads
 * @param lock a lock on the rows of this read, or null
 * @param deleted whether soft-deleted rows count like others, here and in what is read along; of reads by key
 */
public record ReadOptions(LoadStrategy strategy, @Nullable Lock lock, boolean deleted) {
    /** No wishes. */
    public static final ReadOptions DEFAULT = new ReadOptions(LoadStrategy.AUTO, null, false);

    /** Soft-deleted rows stay hidden. */
    public ReadOptions(LoadStrategy strategy, @Nullable Lock lock) {
        this(strategy, lock, false);
    }
}
