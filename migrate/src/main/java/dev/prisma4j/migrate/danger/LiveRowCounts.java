package dev.prisma4j.migrate.danger;

import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.table.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Counts rows on a connection, each question once. */
public final class LiveRowCounts implements RowCounts {
    private final Connection connection;
    private final DdlRenderer renderer;
    private final Map<String, Long> answers = new HashMap<>();

    /** Counts on that connection; the renderer quotes the names. */
    public LiveRowCounts(Connection connection, DdlRenderer renderer) {
        this.connection = connection;
        this.renderer = renderer;
    }

    @Override
    public Long rows(ObjectName table) {
        return count("SELECT COUNT(*) FROM " + renderer.qualified(table));
    }

    @Override
    public Long nonNull(ObjectName table, String column) {
        return count("SELECT COUNT(*) FROM " + renderer.qualified(table) + " WHERE " + renderer.quote(column)
                + " IS NOT NULL");
    }

    private Long count(String sql) {
        return answers.computeIfAbsent(sql, this::ask);
    }

    private Long ask(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw MigrateErrors.databaseError(
                    "The rows that a migration concerns could not be counted: " + e.getMessage(), e);
        }
    }
}
