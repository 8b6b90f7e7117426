package dev.prisma4j.engine.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prepared statements of one physical connection, by text; when there are too many, the one not used for longest is
 * closed. A statement that is in use is never given out twice: whoever asks for it meanwhile gets a new one that is not
 * kept. For one thread at a time.
 */
final class StatementCache {
    private static final int LONGEST = 32_768;

    private final Connection connection;
    private final int limit;
    private final String end;
    private final Map<String, Entry> entries = new HashMap<>();
    private long clock;

    /** A statement, and whether somebody uses it. */
    static final class Entry {
        final PreparedStatement statement;
        private final boolean kept;
        private boolean inUse = true;
        private long lastUse;
        private boolean ran;
        private @Nullable KnownColumns columns;

        private Entry(PreparedStatement statement, boolean kept) {
            this.statement = statement;
            this.kept = kept;
        }

        /** Runs the statement for its rows. */
        ResultSet query() throws SQLException {
            KnownColumns known = columns;
            if (known != null) {
                return known.run(statement);
            }
            ResultSet rows = statement.executeQuery();
            if (!ran) {
                ran = true;
                columns = kept ? KnownColumns.of(rows) : null;
            }
            return rows;
        }
    }

    /** @param end what follows the text of each statement */
    StatementCache(Connection connection, int limit, String end) {
        this.connection = connection;
        this.limit = limit;
        this.end = end;
    }

    /**
     * A statement of that text.
     *
     * @param worthIt whether it is worth keeping; a very long text never is
     */
    Entry take(String sql, boolean worthIt) throws SQLException {
        boolean keep = worthIt && sql.length() <= LONGEST;
        Entry known = keep ? entries.get(sql) : null;
        if (known != null && !known.inUse) {
            known.inUse = true;
            known.lastUse = ++clock;
            return known;
        }
        boolean kept = keep && known == null && limit > 0;
        Entry entry = new Entry(connection.prepareStatement(sql + end), kept);
        if (kept) {
            entry.lastUse = ++clock;
            entries.put(sql, entry);
            if (entries.size() > limit) {
                closeOldest();
            }
        }
        return entry;
    }

    /** Gives a statement back. One that failed is not used again. */
    void give(String sql, Entry entry, boolean whole) {
        entry.inUse = false;
        if (!entry.kept) {
            close(entry.statement);
        } else if (!whole) {
            entries.remove(sql, entry);
            close(entry.statement);
        }
    }

    private void closeOldest() {
        String oldest = null;
        long least = Long.MAX_VALUE;
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            if (!each.getValue().inUse && each.getValue().lastUse < least) {
                least = each.getValue().lastUse;
                oldest = each.getKey();
            }
        }
        if (oldest != null) {
            Entry removed = entries.remove(oldest);
            if (removed != null) {
                close(removed.statement);
            }
        }
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
