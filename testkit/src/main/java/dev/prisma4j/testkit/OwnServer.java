// A server for one test alone, which may treat it badly.
package dev.prisma4j.testkit;

import dev.prisma4j.testkit.server.EmbeddedServer;
import dev.prisma4j.testkit.server.MariaDbRecipe;
import dev.prisma4j.testkit.server.MySqlRecipe;
import dev.prisma4j.testkit.server.PostgresRecipe;
import dev.prisma4j.testkit.server.ServerRecipe;
import dev.prisma4j.testkit.server.ServerUnavailable;

/** A server of a test's own, to be killed and started again; also where an environment variable names another. */
public final class OwnServer implements TestServer, AutoCloseable {
    private final SqlServer databases;
    private final EmbeddedServer server;

    private OwnServer(SqlServer databases, EmbeddedServer server) {
        this.databases = databases;
        this.server = server;
    }

    /**
     * Starts a server; not for SQLite, which has none.
     *
     * @throws ServerUnavailable when it cannot be started here
     */
    public static OwnServer start(DatabaseKind kind) {
        ServerRecipe recipe = switch (kind) {
            case POSTGRESQL -> new PostgresRecipe();
            case MYSQL -> new MySqlRecipe();
            case MARIADB -> new MariaDbRecipe();
            case SQLITE -> throw new IllegalArgumentException("SQLite has no server");
        };
        EmbeddedServer server = EmbeddedServer.start(recipe);
        return new OwnServer(TestServers.served(kind, recipe, server), server);
    }

    /** Ends it as a crash would, in the middle of whatever it does. */
    public void kill() {
        server.kill();
    }

    /** Starts it again at the same address, on what the crash has left. */
    public void restart() {
        server.restart();
    }

    @Override
    public DatabaseKind kind() {
        return databases.kind();
    }

    @Override
    public TestDatabase fresh() {
        return databases.fresh();
    }

    @Override
    public void close() {
        server.stop();
    }
}
