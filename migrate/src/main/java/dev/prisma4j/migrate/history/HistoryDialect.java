package dev.prisma4j.migrate.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How one database keeps the history table. */
public interface HistoryDialect {
    /** The statement that makes the table. */
    String createTable();

    /** The table's name as it stands in statements. */
    String table();

    /** A query that gives a row if the table is there. */
    String exists();

    /** Sets a moment as a parameter. */
    default void set(PreparedStatement statement, int index, @Nullable Instant moment) throws SQLException {
        if (moment == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
        }
    }

    /** Reads a moment. */
    default @Nullable Instant get(ResultSet row, int index) throws SQLException {
        Timestamp stamp = row.getTimestamp(index);
        return stamp == null ? null : stamp.toInstant();
    }
}
