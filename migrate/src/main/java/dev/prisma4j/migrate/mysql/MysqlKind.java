package dev.prisma4j.migrate.mysql;

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
import dev.prisma4j.schema.url.DriverAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** MySQL and MariaDB for migrations. */
public final class MysqlKind extends MysqlDialect implements DatabaseKind {
    private static final int NO_SUCH_DATABASE = 1049;
    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_TO_DATABASE_DENIED = 1044;

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public boolean exists(DatabaseAddress address) {
        try (Connection connection = connect(address)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_DATABASE) {
                return false;
            }
            throw connectFailure(address, e);
        }
    }

    @Override
    public void create(DatabaseAddress address) {
        String name = address.url().database();
        try (Connection connection = connect(address.withDatabase(""))) {
            execute(connection, "CREATE DATABASE " + quoted(name));
        } catch (SQLException e) {
            throw MigrateErrors.cannotCreateDatabase(name, e);
        }
    }

    @Override
    public Connection open(DatabaseAddress address) {
        try {
            return connect(address);
        } catch (SQLException e) {
            throw connectFailure(address, e);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        DriverAddress driver = address.driver();
        Properties properties = new Properties();
        properties.putAll(driver.properties());
        properties.putIfAbsent("allowPublicKeyRetrieval", "true");
        try {
            return DriverManager.getConnection(driver.url(), properties);
        } catch (SQLException e) {
            if (!"08001".equals(e.getSQLState())
                    || !String.valueOf(e.getMessage()).startsWith("No suitable driver")) {
                throw e;
            }
            // MariaDB's driver speaks to both, but answers to its own name only.
            return DriverManager.getConnection(driver.url().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"), properties);
        }
    }

    private static RuntimeException connectFailure(DatabaseAddress address, SQLException e) {
        return switch (e.getErrorCode()) {
            case ACCESS_DENIED -> MigrateErrors.badCredentials(address.toString(), e);
            case ACCESS_TO_DATABASE_DENIED -> MigrateErrors.accessDenied(address.toString(), e);
            case NO_SUCH_DATABASE -> MigrateErrors.databaseMissing(address.url().database());
            default -> MigrateErrors.unreachable(address.toString(), e);
        };
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public DatabaseSchema describe(Connection connection, DescribeOptions options) throws SQLException {
        return new MysqlDescriber(connection).describe();
    }

    @Override
    public HistoryDialect history(DatabaseAddress address) {
        return new MysqlHistory();
    }

    @Override
    public void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT GET_LOCK('prisma_migrate', 10)")) {
            result.next();
            if (result.getInt(1) != 1) {
                throw MigrateErrors.lockTimeout(null);
            }
        }
    }

    @Override
    public void run(Connection connection, String script, ScriptWatcher watcher, SqlAction afterwards)
            throws ScriptFailure {
        new MysqlScriptRunner(connection, watcher).run(statements(script), afterwards);
    }

    @Override
    public boolean runsInTransaction(String script) {
        return false;
    }

    @Override
    public List<SqlStatement> statements(String script) {
        return StatementSplitter.split(script, StatementSplitter.Syntax.MYSQL);
    }

    @Override
    public Optional<SqlStatement> leavingShadow(String script, DatabaseAddress main) {
        return statements(script).stream()
                .filter(statement -> NamedDatabase.isIn(statement, main.url().database()))
                .findFirst();
    }

    @Override
    public void reset(Connection connection, DatabaseAddress address, DescribeOptions options) throws SQLException {
        String name = quoted(address.url().database());
        execute(connection, "DROP DATABASE IF EXISTS " + name);
        execute(connection, "CREATE DATABASE " + name);
        connection.setCatalog(address.url().database());
    }

    @Override
    public ShadowDatabase openShadow(DatabaseAddress main, DescribeOptions options) {
        String name = "prisma_migrate_shadow_db_" + UUID.randomUUID();
        try (Connection connection = connect(main.withDatabase(""))) {
            execute(connection, "CREATE DATABASE " + quoted(name));
        } catch (SQLException e) {
            throw MigrateErrors.noShadowDatabase(e);
        }
        try {
            return new OpenShadow(open(main.withDatabase(name)), name);
        } catch (MigrateException e) {
            dropUnused(main, name, e);
            throw e;
        }
    }

    private static void dropUnused(DatabaseAddress main, String name, MigrateException cause) {
        try (Connection connection = connect(main.withDatabase(""))) {
            execute(connection, "DROP DATABASE IF EXISTS " + quoted(name));
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A shadow database of our own. */
    private record OpenShadow(Connection connection, String name) implements ShadowDatabase {
        @Override
        public void close() {
            try {
                execute(connection, "DROP DATABASE IF EXISTS " + quoted(name));
                connection.close();
            } catch (SQLException e) {
                throw MigrateErrors.databaseError("The shadow database could not be dropped: " + e.getMessage(), e);
            }
        }
    }
}
