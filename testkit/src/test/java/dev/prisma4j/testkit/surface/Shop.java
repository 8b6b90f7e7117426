package dev.prisma4j.testkit.surface;

import dev.prisma4j.client.ClientBuilder;
import dev.prisma4j.engine.event.StatementEvent;
import dev.prisma4j.engine.event.StatementListener;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import shop.lite.PrismaClient;

/** A shop on a fresh SQLite file, and the statements that were run on it. */
final class Shop implements AutoCloseable {
    private final TestDatabase database = TestDatabase.sqlite().fresh();
    final Statements statements = new Statements();

    Shop() {
        createTables(database);
    }

    /** All statements that were run, in order. */
    static final class Statements implements StatementListener {
        private final List<StatementEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void onStatement(StatementEvent event) {
            events.add(event);
        }

        void forget() {
            events.clear();
        }

        List<String> all() {
            return events.stream().map(StatementEvent::sql).toList();
        }

        List<String> selects() {
            return all().stream().filter(sql -> sql.startsWith("SELECT")).toList();
        }
    }

    static void createTables(TestDatabase database) {
        Path folder = Path.of("src/test/prisma");
        String provider = database.kind() == DatabaseKind.SQLITE ? "sqlite" : "postgresql";
        try {
            var schema = SchemaCompiler.compile(List.of(
                            SourceFile.of("shop.prisma", Files.readString(folder.resolve("shop.prisma"))),
                            SourceFile.of("db.prisma", Files.readString(folder.resolve(provider + ".prisma")))))
                    .orThrow();
            Migrate.of(schema, database.url(), folder).push(new PushOptions(false, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestDatabase database() {
        return database;
    }

    ClientBuilder<PrismaClient> builder() {
        return PrismaClient.builder().url(database.url()).onStatement(statements);
    }

    PrismaClient open() {
        return builder().build();
    }

    @Override
    public void close() {
        database.close();
    }
}
