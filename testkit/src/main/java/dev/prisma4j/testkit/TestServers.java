// Finds or starts the server for each kind of database, once per JVM.
package dev.prisma4j.testkit;

import dev.prisma4j.testkit.server.EmbeddedServer;
import dev.prisma4j.testkit.server.MariaDbRecipe;
import dev.prisma4j.testkit.server.MySqlRecipe;
import dev.prisma4j.testkit.server.PostgresRecipe;
import dev.prisma4j.testkit.server.ServerRecipe;
import dev.prisma4j.testkit.server.ServerUnavailable;
import org.jspecify.annotations.Nullable;

/** One lazily started server per kind. A failure to start is remembered too, so that it is paid and told only once. */
final class TestServers {
    private TestServers() {}

    static TestServer of(DatabaseKind kind) {
        Started started = switch (kind) {
            case SQLITE -> Sqlite.STARTED;
            case POSTGRESQL -> Postgres.STARTED;
            case MYSQL -> MySql.STARTED;
            case MARIADB -> MariaDb.STARTED;
        };
        if (started.server == null) {
            throw new ServerUnavailable(kind.title() + " is not available: " + started.problem);
        }
        return started.server;
    }

    private record Started(@Nullable TestServer server, String problem) {}

    // The JVM runs a holder's initialiser once, on first use, whichever thread comes first.
    private static final class Sqlite {
        static final Started STARTED = new Started(new SqliteFolder(), "");
    }

    private static final class Postgres {
        static final Started STARTED = start(DatabaseKind.POSTGRESQL, new PostgresRecipe());
    }

    private static final class MySql {
        static final Started STARTED = start(DatabaseKind.MYSQL, new MySqlRecipe());
    }

    private static final class MariaDb {
        static final Started STARTED = start(DatabaseKind.MARIADB, new MariaDbRecipe());
    }

    private static Started start(DatabaseKind kind, ServerRecipe recipe) {
        try {
            String existing = System.getenv(kind.variable());
            if (existing != null && !existing.isBlank()) {
                return new Started(new SqlServer(kind, ServerAddress.parse(existing)), "");
            }
            return new Started(served(kind, recipe, EmbeddedServer.start(recipe)), "");
        } catch (ServerUnavailable | IllegalArgumentException e) {
            return new Started(null, String.valueOf(e.getMessage()));
        }
    }

    static SqlServer served(DatabaseKind kind, ServerRecipe recipe, EmbeddedServer server) {
        return new SqlServer(
                kind,
                new ServerAddress(
                        "127.0.0.1", server.port(), recipe.user(), recipe.password(), recipe.firstDatabase()));
    }
}
