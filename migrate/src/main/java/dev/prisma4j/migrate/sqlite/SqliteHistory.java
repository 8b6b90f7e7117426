package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.history.HistoryDialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments are written as milliseconds, as Prisma's native engine does; all forms that Prisma has written are read. */
final class SqliteHistory implements HistoryDialect {
    @Override
    public String createTable() {
        return """
                CREATE TABLE "_prisma_migrations" (
                    "id"                    TEXT PRIMARY KEY NOT NULL,
                    "checksum"              TEXT NOT NULL,
                    "finished_at"           DATETIME,
                    "migration_name"        TEXT NOT NULL,
                    "logs"                  TEXT,
                    "rolled_back_at"        DATETIME,
                    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
                    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
                )""";
    }

    @Override
    public String table() {
        return "\"_prisma_migrations\"";
    }

    @Override
    public String exists() {
        return "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'";
    }

    @Override
    public void set(PreparedStatement statement, int index, @Nullable Instant moment) throws SQLException {
        if (moment == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setLong(index, moment.toEpochMilli());
        }
    }

    @Override
    public @Nullable Instant get(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value == null) {
            return null;
        }
        return value instanceof Number number ? Instant.ofEpochMilli(number.longValue()) : parse(String.valueOf(value));
    }

    private static Instant parse(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notLocal) {
            try {
                return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            } catch (DateTimeException notIso) {
                return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            }
        }
    }
}
