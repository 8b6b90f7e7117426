package dev.prisma4j.migrate.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table {@code _prisma_migrations}: its rows are added and changed, never deleted. */
public final class HistoryTable {
    /** The table's name. */
    public static final String NAME = "_prisma_migrations";

    private final Connection connection;
    private final HistoryDialect dialect;
    private final Clock clock;

    /** The table on that connection. */
    public HistoryTable(Connection connection, HistoryDialect dialect, Clock clock) {
        this.connection = connection;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** Whether the table is there. */
    public boolean exists() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(dialect.exists())) {
            return result.next();
        }
    }

    /** Makes the table. */
    public void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.createTable());
        }
    }

    /** All rows in the order in which they were started. */
    public List<HistoryRow> rows() throws SQLException {
        String sql =
                "SELECT id, checksum, finished_at, migration_name, rolled_back_at, started_at, applied_steps_count, logs FROM "
                        + dialect.table() + " ORDER BY started_at ASC";
        List<HistoryRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                Instant started = dialect.get(result, 6);
                rows.add(new HistoryRow(
                        result.getString(1),
                        result.getString(2),
                        dialect.get(result, 3),
                        result.getString(4),
                        dialect.get(result, 5),
                        started == null ? Instant.EPOCH : started,
                        result.getInt(7),
                        result.getString(8)));
            }
        }
        return rows;
    }

    /** Notes that a migration starts, and gives the id of its row. */
    public String start(String name, String checksum) throws SQLException {
        String id = UUID.randomUUID().toString();
        String sql =
                "INSERT INTO " + dialect.table() + " (id, checksum, started_at, migration_name) VALUES (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.setString(2, checksum);
            dialect.set(statement, 3, clock.instant());
            statement.setString(4, name);
            statement.executeUpdate();
        }
        return id;
    }

    /** Notes that the script of a row went through. */
    public void finish(String id) throws SQLException {
        String sql = "UPDATE " + dialect.table()
                + " SET applied_steps_count = applied_steps_count + 1, finished_at = ? WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            dialect.set(statement, 1, clock.instant());
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    /** Keeps the error of a row. */
    public void fail(String id, String logs) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE " + dialect.table() + " SET logs = ? WHERE id = ?")) {
            statement.setString(1, logs);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    /** Marks the failed rows of a migration as rolled back. */
    public void markRolledBack(String name) throws SQLException {
        String sql = "UPDATE " + dialect.table()
                + " SET rolled_back_at = ? WHERE migration_name = ? AND finished_at IS NULL AND rolled_back_at IS NULL";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            dialect.set(statement, 1, clock.instant());
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    /**
     * Makes an applied row look like that of a migration that failed, for as long as it is being undone outside of a
     * transaction: whatever happens meanwhile, nobody takes the migration for applied.
     */
    public void reopen(String id, String logs) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE " + dialect.table() + " SET finished_at = NULL, logs = ? WHERE id = ?")) {
            statement.setString(1, logs);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    /** Marks one row as rolled back, whatever its state: Prisma's tools then do not count it any more. */
    public void markUndone(String id) throws SQLException {
        String sql = "UPDATE " + dialect.table() + " SET rolled_back_at = ? WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            dialect.set(statement, 1, clock.instant());
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    /** Adds a row for a migration that somebody applied by hand. */
    public void insertApplied(String name, String checksum) throws SQLException {
        String sql = "INSERT INTO " + dialect.table()
                + " (id, checksum, started_at, finished_at, migration_name, logs) VALUES (?, ?, ?, ?, ?, ?)";
        Instant now = clock.instant();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, checksum);
            dialect.set(statement, 3, now);
            dialect.set(statement, 4, now);
            statement.setString(5, name);
            statement.setString(6, "");
            statement.executeUpdate();
        }
    }
}
