package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.danger.DangerRules;
import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.database.DescribeOptions;
import dev.prisma4j.migrate.database.ShadowDatabase;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.history.HistoryDialect;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.ScriptWatcher;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.script.StatementSplitter;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** SQLite for migrations. */
public final class SqliteKind implements DatabaseKind {
    private static final int BUSY = 5;

    @Override
    public Provider provider() {
        return Provider.SQLITE;
    }

    @Override
    public TargetDialect target() {
        return new SqliteTypes();
    }

    @Override
    public DiffRules rules(Schema schema) {
        return new SqliteDiffRules(schema.previewFeatures().contains("partialIndexes"));
    }

    @Override
    public DdlRenderer renderer(DatabaseSchema target) {
        return new SqliteRenderer();
    }

    @Override
    public DangerRules dangers() {
        return new DangerRules() {
            @Override
            public String typeName(Column column) {
                return column.type().family() == TypeFamily.UNSUPPORTED
                        ? "Unsupported(\"" + column.type().sql() + "\")"
                        : familyName(column.type().family());
            }
        };
    }

    private static String familyName(TypeFamily family) {
        return switch (family) {
            case INT -> "Int";
            case BIG_INT -> "BigInt";
            case FLOAT -> "Float";
            case DECIMAL -> "Decimal";
            case BOOLEAN -> "Boolean";
            case STRING, ENUM -> "String";
            case DATE_TIME -> "DateTime";
            case JSON -> "Json";
            case UUID -> "Uuid";
            case BINARY -> "Binary";
            case UNSUPPORTED -> "Unsupported";
        };
    }

    @Override
    public boolean exists(DatabaseAddress address) {
        return address.url().isInMemory() || Files.exists(address.url().file(address.base()));
    }

    @Override
    public void create(DatabaseAddress address) {
        Path file = address.url().file(address.base());
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
        } catch (IOException e) {
            throw MigrateErrors.cannotCreateDatabase(address.url().database(), e);
        }
        try (Connection connection = open(address);
                Statement statement = connection.createStatement()) {
            // The file comes with the first page that is written.
            statement.execute("PRAGMA user_version = 0");
            statement.execute("VACUUM");
        } catch (SQLException e) {
            throw MigrateErrors.cannotCreateDatabase(address.url().database(), e);
        }
    }

    @Override
    public Connection open(DatabaseAddress address) {
        return connect(address.driver().url(), address.toString());
    }

    private static Connection connect(String url, String name) {
        try {
            Connection connection = DriverManager.getConnection(url);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("PRAGMA foreign_keys = ON");
            }
            return connection;
        } catch (SQLException e) {
            throw MigrateErrors.unreachable(name, e);
        }
    }

    @Override
    public DatabaseSchema describe(Connection connection, DescribeOptions options) throws SQLException {
        return new SqliteDescriber(connection).describe();
    }

    @Override
    public HistoryDialect history(DatabaseAddress address) {
        return new SqliteHistory();
    }

    @Override
    public void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The lock first, the mode that keeps it afterwards: with the mode on, a connection that waits for the lock
            // would
            // keep its shared one meanwhile, and two that start together would wait for each other.
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("PRAGMA main.locking_mode = EXCLUSIVE");
            statement.execute("COMMIT");
            // With a write-ahead log the lock would only be kept from the next transaction on.
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("COMMIT");
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == BUSY) {
                throw MigrateErrors.lockTimeout(e);
            }
            throw e;
        }
    }

    @Override
    public void run(Connection connection, String script, ScriptWatcher watcher, SqlAction afterwards)
            throws ScriptFailure {
        new SqliteScriptRunner(connection, watcher).run(script, afterwards);
    }

    @Override
    public boolean runsInTransaction(String script) {
        return SqliteScriptRunner.fitsTransaction(statements(script));
    }

    @Override
    public List<SqlStatement> statements(String script) {
        return StatementSplitter.split(script, StatementSplitter.Syntax.SQLITE);
    }

    @Override
    public void reset(Connection connection, DatabaseAddress address, DescribeOptions options) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("BEGIN IMMEDIATE");
            for (String type : List.of("view", "trigger", "index", "table")) {
                for (String name : names(statement, type)) {
                    statement.execute("DROP " + type + " IF EXISTS \"" + name.replace("\"", "\"\"") + "\"");
                }
            }
            statement.execute("COMMIT");
            statement.execute("PRAGMA foreign_keys = ON");
        }
    }

    private static List<String> names(Statement statement, String type) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = '" + type
                + "' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** It needs no server: shadow databases are in memory. */
    @Override
    public DatabaseKind withOwnShadowServer() {
        return this;
    }

    @Override
    public ShadowDatabase openShadow(DatabaseAddress main, DescribeOptions options) {
        return new OpenShadow(connect("jdbc:sqlite::memory:", "the shadow database"));
    }

    private record OpenShadow(Connection connection) implements ShadowDatabase {
        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
