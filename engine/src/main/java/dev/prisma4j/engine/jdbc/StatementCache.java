package dev.prisma4j.engine.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prepared statements of one physical connection, by text; those not used for longest are closed. A statement that is
 * taken is not in the cache until it is given back, so that one in use is never used twice. For one thread at a time.
 */
final class StatementCache {
    private final Connection connection;
    private final int limit;
    private final Map<String, PreparedStatement> free;

    StatementCache(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
        this.free = new LinkedHashMap<>(64, 0.75f, true);
    }

    /** A statement of that text: a free one, or a new one. */
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement known = free.remove(sql);
        return known == null ? connection.prepareStatement(sql) : known;
    }

    /** Keeps a statement for the next time. */
    void give(String sql, PreparedStatement statement) {
        PreparedStatement other = limit == 0 ? statement : free.put(sql, statement);
        if (other != null) {
            close(other);
        }
        if (free.size() > limit) {
            List<String> surplus = new ArrayList<>();
            for (String text : free.keySet()) {
                if (free.size() - surplus.size() <= limit) {
                    break;
                }
                surplus.add(text);
            }
            surplus.forEach(text -> close(free.remove(text)));
        }
    }

    /** Forgets all statements, as after a change of the tables. */
    void clear() {
        free.values().forEach(StatementCache::close);
        free.clear();
    }

    static void close(@Nullable PreparedStatement statement) {
        if (statement != null) {
            try {
                statement.close();
            } catch (SQLException e) {
                // It is of no use any more either way.
            }
        }
    }
}
