package dev.prisma4j.engine.result;

import org.jspecify.annotations.Nullable;

/**
 * Turns a row into the caller's object.
 *
 * @param <T> the type of the object
 */
@FunctionalInterface
public interface RowReader<T extends @Nullable Object> {
    /**
     * Reads one row. Called once per row, in order; the row must not be kept.
     *
     * @param row the row, at the positions of the selection that this reader was given with
     */
    T read(Row row);
}
