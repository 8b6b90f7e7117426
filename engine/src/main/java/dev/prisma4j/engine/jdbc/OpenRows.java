package dev.prisma4j.engine.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * A result that is read row by row.
 *
 * @param limits what may end it early, each time that rows are read
 */
public record OpenRows(PreparedStatement statement, ResultSet result, Limits limits) implements AutoCloseable {
    @Override
    public void close() {
        StatementCache.close(statement);
    }
}
