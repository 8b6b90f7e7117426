// Generated clients on databases that have their tables.
package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.client.ClientBuilder;
import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.PushResult;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import dev.prisma4j.testkit.TestServer;
import dev.prisma4j.testkit.client.shop.PrismaClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens clients: makes the tables first, and notes every statement. */
final class Clients implements AutoCloseable {
    private final TestDatabase database;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private @Nullable PrismaClient shop;
    private final List<AutoCloseable> opened = new ArrayList<>();

    private Clients(TestDatabase database) {
        this.database = database;
    }

    /** One database of each kind for all tests of a class. */
    static final class PerDatabase {
        private final Map<DatabaseKind, Clients> known = new EnumMap<>(DatabaseKind.class);

        /** @param fill what happens before the first test on each database */
        Clients of(TestServer server, DatabaseKind kind, Consumer<Clients> fill) {
            Clients clients = known.get(kind);
            if (clients == null) {
                clients = new Clients(server.fresh());
                known.put(kind, clients);
                fill.accept(clients);
            }
            return clients;
        }

        void close() {
            known.values().forEach(Clients::close);
        }
    }

    DatabaseKind kind() {
        return database.kind();
    }

    /** The client of the shop, which runs on any database. */
    PrismaClient shop() {
        PrismaClient known = shop;
        if (known == null) {
            known = open(PrismaClient.builder());
            shop = known;
            boolean ansi = kind() == DatabaseKind.SQLITE || kind() == DatabaseKind.POSTGRESQL;
            execute("CREATE VIEW 'Adult' AS SELECT id, email, age FROM people WHERE age >= 18"
                    .replace("'", ansi ? "\"" : "`"));
        }
        return known;
    }

    /** A client of any schema, on tables made for it. */
    <C extends AutoCloseable> C open(ClientBuilder<C> builder) {
        Schema schema = builder.schema().on(kind().provider());
        PushResult result = Migrate.of(schema, database.url(), Path.of("")).push(new PushOptions(true, false));
        assertThat(result.outcome()).isEqualTo(PushResult.Outcome.PUSHED);
        C client = builder.engine(Engine.open(
                        schema,
                        EngineOptions.url(database.url())
                                .withPoolSize(4)
                                .withListener(event -> statements.add(event.sql()))))
                .build();
        opened.add(client);
        return client;
    }

    /** A client that was opened before. */
    <C> C client(Class<C> type) {
        return opened.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    void execute(String sql) {
        try {
            database.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The statements that the work needs. */
    List<String> statements(Runnable work) {
        statements.clear();
        work.run();
        return List.copyOf(statements);
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable client : opened) {
                client.close();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            database.close();
        }
    }
}
