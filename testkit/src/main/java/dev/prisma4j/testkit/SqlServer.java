// Makes and drops databases on a server that is reached over the network.
package dev.prisma4j.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A server on which every fresh database is a database of its own. */
final class SqlServer implements TestServer {
    private final DatabaseKind kind;
    private final ServerAddress address;

    SqlServer(DatabaseKind kind, ServerAddress address) {
        this.kind = kind;
        this.address = address;
    }

    @Override
    public DatabaseKind kind() {
        return kind;
    }

    @Override
    public TestDatabase fresh() {
        String name = "prisma4j_test_" + UUID.randomUUID().toString().replace("-", "");
        run("CREATE DATABASE " + name);
        return new TestDatabase(
                kind, address.prismaUrl(kind, name), address.jdbcUrl(kind, name), () -> run(dropStatement(name)));
    }

    private String dropStatement(String name) {
        return "DROP DATABASE IF EXISTS " + name + (kind == DatabaseKind.POSTGRESQL ? " WITH (FORCE)" : "");
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(kind, address.database()));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(kind.title() + " at " + address + " refused \"" + sql + "\"", e);
        }
    }
}
