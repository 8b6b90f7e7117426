package dev.prisma4j.engine.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** A result that is read row by row. */
public record OpenRows(PreparedStatement statement, ResultSet result) implements AutoCloseable {
    @Override
    public void close() {
        StatementCache.close(statement);
    }
}
