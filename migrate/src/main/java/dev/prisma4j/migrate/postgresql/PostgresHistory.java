package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.history.HistoryDialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The history table, named with its schema: a script may have changed where names are looked up. */
final class PostgresHistory implements HistoryDialect {
    private final String schema;

    PostgresHistory(String schema) {
        this.schema = schema;
    }

    @Override
    public String createTable() {
        return "CREATE TABLE " + table() + """
                 (
                    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
                    "checksum"              VARCHAR(64) NOT NULL,
                    "finished_at"           TIMESTAMPTZ,
                    "migration_name"        VARCHAR(255) NOT NULL,
                    "logs"                  TEXT,
                    "rolled_back_at"        TIMESTAMPTZ,
                    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
                    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
                )""";
    }

    @Override
    public String table() {
        return "\"" + schema.replace("\"", "\"\"") + "\".\"_prisma_migrations\"";
    }

    @Override
    public String exists() {
        return "SELECT 1 FROM pg_catalog.pg_tables WHERE tablename = '_prisma_migrations' AND schemaname = '"
                + schema.replace("'", "''") + "'";
    }

    @Override
    public @Nullable Instant get(ResultSet row, int index) throws SQLException {
        OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
