package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.database.DescribeOptions;
import dev.prisma4j.migrate.database.ShadowDatabase;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryDialect;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.ScriptWatcher;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.script.StatementSplitter;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.schema.url.DatabaseUrl;
import dev.prisma4j.schema.url.DriverAddress;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** PostgreSQL for migrations. */
public final class PostgresKind extends PostgresDialect implements DatabaseKind {
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String ADVISORY_LOCK = "72707369"; // Prisma's number
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(200);

    private final boolean ownShadowServer;

    /** With shadow databases on the server of the database. */
    public PostgresKind() {
        this(false);
    }

    private PostgresKind(boolean ownShadowServer) {
        this.ownShadowServer = ownShadowServer;
    }

    @Override
    public DatabaseKind withOwnShadowServer() {
        return new PostgresKind(true);
    }

    private static String schemaOf(DatabaseAddress address) {
        return address.url().schema().orElse("public");
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String ownNamespace(DatabaseAddress address) {
        return schemaOf(address);
    }

    @Override
    public boolean exists(DatabaseAddress address) {
        try (Connection connection = connect(address)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                return false;
            }
            throw connectFailure(address, e);
        }
    }

    @Override
    public void create(DatabaseAddress address) {
        String name = address.url().database();
        try (Connection connection = connect(address.withDatabase("postgres"))) {
            execute(connection, "CREATE DATABASE " + quoted(name));
        } catch (SQLException e) {
            throw MigrateErrors.cannotCreateDatabase(name, e);
        }
    }

    @Override
    public Connection open(DatabaseAddress address) {
        try {
            Connection connection = connect(address);
            if (!hasSchema(connection, schemaOf(address))) {
                execute(connection, "CREATE SCHEMA IF NOT EXISTS " + quoted(schemaOf(address)));
            }
            return connection;
        } catch (SQLException e) {
            throw connectFailure(address, e);
        }
    }

    /** Asked first, because making one that is there needs the right to make schemas all the same. */
    private static boolean hasSchema(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        DriverAddress driver = address.driver();
        Properties properties = new Properties();
        properties.putAll(driver.properties());
        properties.setProperty("currentSchema", schemaOf(address));
        // Scripts with their own transactions have to reach the server as they are, in one piece.
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(driver.url(), properties);
    }

    private static RuntimeException connectFailure(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return MigrateErrors.badCredentials(address.toString(), e);
        } else if (state.equals(NO_SUCH_DATABASE)) {
            return MigrateErrors.databaseMissing(address.url().database());
        } else if (state.equals("42501")) {
            return MigrateErrors.accessDenied(address.toString(), e);
        }
        return MigrateErrors.unreachable(address.toString(), e);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public DatabaseSchema describe(Connection connection, DescribeOptions options) throws SQLException {
        return new PostgresDescriber(connection, options).describe();
    }

    @Override
    public HistoryDialect history(DatabaseAddress address) {
        return new PostgresHistory(schemaOf(address));
    }

    /**
     * Asks again and again instead of waiting in one statement: its snapshot would be waited for by a {@code CREATE INDEX
     * CONCURRENTLY} of the migration that has the lock.
     */
    @Override
    public void lock(Connection connection) throws SQLException {
        long end = System.nanoTime() + LOCK_PATIENCE.toNanos();
        while (!tryLock(connection)) {
            if (System.nanoTime() > end) {
                throw MigrateErrors.lockTimeout(null);
            }
            try {
                Thread.sleep(LOCK_PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw MigrateErrors.lockTimeout(e);
            }
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_try_advisory_lock(" + ADVISORY_LOCK + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public void run(Connection connection, String script, ScriptWatcher watcher, SqlAction afterwards)
            throws ScriptFailure {
        new PostgresScriptRunner(connection, watcher).run(script, afterwards);
    }

    @Override
    public boolean runsInTransaction(String script) {
        return PostgresScriptRunner.fitsTransaction(statements(script));
    }

    @Override
    public List<SqlStatement> statements(String script) {
        return StatementSplitter.split(script, StatementSplitter.Syntax.POSTGRESQL);
    }

    @Override
    public void reset(Connection connection, DatabaseAddress address, DescribeOptions options) throws SQLException {
        List<String> namespaces = options.namespaces().isEmpty() ? List.of(schemaOf(address)) : options.namespaces();
        for (String namespace : namespaces) {
            try {
                execute(connection, "DROP SCHEMA IF EXISTS " + quoted(namespace) + " CASCADE");
                execute(connection, "CREATE SCHEMA " + quoted(namespace));
            } catch (SQLException e) {
                emptyPieceByPiece(connection, namespace, e);
            }
        }
        execute(connection, "DROP TABLE IF EXISTS " + history(address).table());
    }

    /** Without the right to drop the schema, or with more tables than one transaction can lock. */
    private static void emptyPieceByPiece(Connection connection, String namespace, SQLException cause)
            throws SQLException {
        try {
            drop(connection, namespace, "SELECT viewname FROM pg_catalog.pg_views WHERE schemaname = ?", "VIEW");
            drop(connection, namespace, "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = ?", "TABLE");
            drop(
                    connection,
                    namespace,
                    "SELECT sequencename FROM pg_catalog.pg_sequences WHERE schemaname = ?",
                    "SEQUENCE");
            drop(
                    connection,
                    namespace,
                    "SELECT t.typname FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                            + " WHERE n.nspname = ? AND t.typtype IN ('e', 'd')",
                    "TYPE");
        } catch (SQLException e) {
            e.addSuppressed(cause);
            throw e;
        }
    }

    private static void drop(Connection connection, String namespace, String query, String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, namespace);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        for (String name : names) {
            execute(connection, "DROP " + kind + " IF EXISTS " + quoted(namespace) + "." + quoted(name) + " CASCADE");
        }
    }

    @Override
    public ShadowDatabase openShadow(DatabaseAddress main, DescribeOptions options) {
        return ownShadowServer ? openOwnServer(main) : openBeside(main);
    }

    private ShadowDatabase openOwnServer(DatabaseAddress main) {
        try {
            Path home = new PostgresPrograms(System.getenv())
                    .find()
                    .orElseThrow(() -> new IOException(PostgresPrograms.advice()));
            LocalPostgres server = LocalPostgres.start(home);
            String url = server.url() + "?schema=" + URLEncoder.encode(schemaOf(main), StandardCharsets.UTF_8);
            DatabaseAddress address = new DatabaseAddress(DatabaseUrl.parse(url), main.base());
            try {
                return new OwnServer(open(address), server);
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw MigrateErrors.noShadowDatabase(e);
        }
    }

    private ShadowDatabase openBeside(DatabaseAddress main) {
        String name = "prisma_migrate_shadow_db_" + UUID.randomUUID();
        DatabaseAddress shadow = main.withDatabase(name);
        try (Connection connection = connect(main)) {
            execute(connection, "CREATE DATABASE " + quoted(name));
        } catch (SQLException e) {
            throw MigrateErrors.noShadowDatabase(e);
        }
        try {
            return new OpenShadow(open(shadow), main, name);
        } catch (MigrateException e) {
            dropUnused(main, name, e);
            throw e;
        }
    }

    private static void dropUnused(DatabaseAddress main, String name, MigrateException cause) {
        try {
            dropDatabase(main, name);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void dropDatabase(DatabaseAddress main, String name) throws SQLException {
        try (Connection server = connect(main)) {
            String sql = "DROP DATABASE IF EXISTS " + quoted(name);
            // WITH (FORCE) came with PostgreSQL 13.
            execute(server, server.getMetaData().getDatabaseMajorVersion() >= 13 ? sql + " WITH (FORCE)" : sql);
        }
    }

    /** A shadow database on a server that stops with it. */
    private record OwnServer(Connection connection, LocalPostgres server) implements ShadowDatabase {
        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw MigrateErrors.databaseError("The shadow database could not be left: " + e.getMessage(), e);
            } finally {
                server.close();
            }
        }
    }

    /** A shadow database of our own. */
    private record OpenShadow(Connection connection, DatabaseAddress main, String name) implements ShadowDatabase {
        @Override
        public void close() {
            try {
                connection.close();
                dropDatabase(main, name);
            } catch (SQLException e) {
                throw MigrateErrors.databaseError("The shadow database could not be dropped: " + e.getMessage(), e);
            }
        }
    }
}
