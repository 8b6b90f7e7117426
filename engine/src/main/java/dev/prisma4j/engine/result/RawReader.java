package dev.prisma4j.engine.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the result of a raw query: told the columns once, it gives the reader for the rows.
 *
 * @param <T> the type that a row becomes
 */
@FunctionalInterface
public interface RawReader<T extends @Nullable Object> {
    /**
     * The reader for rows with these columns.
     *
     * @param columns the columns in order; also called when there are no rows
     */
    RowReader<T> forColumns(List<RawColumn> columns);
}
