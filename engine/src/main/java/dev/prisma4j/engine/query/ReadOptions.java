package dev.prisma4j.engine.query;

import org.jspecify.annotations.Nullable;

/**
 * How to read, as opposed to what.
 *
 * @param strategy how related rows are fetched; that of the root holds for the nested reads
 * @param lock a lock on the rows of this read, or null
 */
public record ReadOptions(LoadStrategy strategy, @Nullable Lock lock) {
    /** No wishes. */
    public static final ReadOptions DEFAULT = new ReadOptions(LoadStrategy.AUTO, null);
}
