package dev.prisma4j.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StatementCacheTest {
    @Test
    void onlyStatementsOfAUsualLengthAreKept() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            var cache = new StatementCache(connection, 10, "");
            assertThat(use(cache, "SELECT 1")).isSameAs(use(cache, "SELECT 1"));
            String lengthy = "SELECT 1" + " + 1".repeat(400) + " ".repeat(40_000);
            PreparedStatement first = use(cache, lengthy);
            assertThat(first.isClosed()).isTrue();
            assertThat(use(cache, lengthy)).isNotSameAs(first);
        }
    }

    private static PreparedStatement use(StatementCache cache, String sql) throws SQLException {
        StatementCache.Entry entry = cache.take(sql, true);
        cache.give(sql, entry, true);
        return entry.statement;
    }
}
