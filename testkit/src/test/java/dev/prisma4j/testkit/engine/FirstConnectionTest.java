// The very first connection: what waiting does not mend is told at once, what it mends is waited for.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("matrix")
class FirstConnectionTest {
    private static final RawExecute ANYTHING = new RawExecute(new RawSql.Text("SELECT 1", List.of()));
    private static final Duration LONG = Duration.ofSeconds(30);

    private static Engine open(DatabaseKind kind, String url, Duration wait) {
        Schema schema = SchemaCompiler.compile(List.of(SourceFile.of(
                        "schema.prisma",
                        "datasource db {\n  provider = \"" + kind.provider().text()
                                + "\"\n}\nmodel A {\n  id Int @id\n}\n")))
                .orThrow();
        return Engine.open(schema, EngineOptions.url(url).withPoolTimeout(wait));
    }

    private static PrismaException failure(Engine engine) {
        return catchThrowableOfType(PrismaException.class, () -> engine.execute(ANYTHING));
    }

    private static void isToldAtOnce(DatabaseKind kind, String url, String code) {
        try (Engine engine = open(kind, url, LONG)) {
            for (int time = 0; time < 2; time++) { // not only the first time
                long start = System.nanoTime();
                PrismaException failure = failure(engine);
                assertThat(failure.code()).as("%s", failure).isEqualTo(code);
                assertThat(String.valueOf(failure.getMessage())).doesNotContain("wrong horse");
                assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                        .isLessThan(5);
            }
        }
    }

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void whatWaitingDoesNotMendIsToldAtOnce(DatabaseKind kind, TestDatabase database) {
        String url = database.url();
        isToldAtOnce(kind, url.replaceFirst("://[^@]*@", "://nobody:wrong%20horse@"), "P1000");
        isToldAtOnce(kind, url.replaceFirst("/[^/?]*(\\?|$)", "/no_such_database$1"), "P1003");
        String tls = kind == DatabaseKind.POSTGRESQL ? "sslmode=verify-full" : "sslaccept=strict";
        isToldAtOnce(kind, url + (url.contains("?") ? "&" : "?") + tls, "P1011");
    }

    @Test
    void aFileInAFolderThatIsNotThereIsToldAtOnceAndOpensOnceTheFolderIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("later/app.db");
        isToldAtOnce(DatabaseKind.SQLITE, "file:" + file, "P1003");
        try (Engine engine = open(DatabaseKind.SQLITE, "file:" + file, LONG)) {
            assertThat(failure(engine).code()).isEqualTo("P1003");
            Files.createDirectory(file.getParent());
            engine.execute(ANYTHING);
        }
        Path text =
                Files.writeString(folder.resolve("text.db"), "this is no database, whatever its name says".repeat(99));
        isToldAtOnce(DatabaseKind.SQLITE, "file:" + text, "P1003");
    }

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void aServerThatDoesNotAnswerYetIsWaitedFor(DatabaseKind kind, TestDatabase database) throws Exception {
        try (Relay relay = Relay.to(database.url())) {
            try (Engine engine = open(kind, relay.url(database.url()), Duration.ofMillis(600))) {
                long start = System.nanoTime();
                assertThat(failure(engine).code()).isEqualTo("P1001");
                assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                        .isBetween(500L, 5_000L);
            }
            try (Engine engine = open(kind, relay.url(database.url()), LONG)) {
                Thread starting = new Thread(() -> {
                    pause(700);
                    relay.start();
                });
                starting.start();
                engine.execute(ANYTHING);
                starting.join();
            }
        }
    }

    @Test
    void callersWaitForTheFirstConnectionTogetherAndNoLongerThanTheySay() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            for (int port : List.of(1, silent.getLocalPort())) {
                String url = "mysql://root@127.0.0.1:" + port + "/x";
                try (Engine engine = open(DatabaseKind.MYSQL, url, Duration.ofMillis(600))) {
                    long start = System.nanoTime();
                    ExecutorService threads = Executors.newFixedThreadPool(6);
                    List<Future<PrismaException>> failures = new ArrayList<>();
                    for (int i = 0; i < 6; i++) {
                        failures.add(threads.submit(() -> failure(engine)));
                    }
                    for (Future<PrismaException> failure : failures) {
                        assertThat(failure.get()).hasMessageMatching("(?s)(Can.t reach .*|.* timeout: 0.6 s.*)");
                    }
                    threads.shutdown();
                    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                            .isBetween(500L, 2_800L);
                }
                try (Engine engine = open(DatabaseKind.MYSQL, url, LONG)) {
                    long start = System.nanoTime();
                    var impatient = TransactionOptions.DEFAULT.withMaxWait(Duration.ofMillis(200));
                    assertThat(catchThrowableOfType(PrismaException.class, () -> engine.begin(impatient))
                                    .code())
                            .isIn("P1001", "P2028");
                    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                            .isLessThan(5);
                }
            }
        }
    }

    @Test
    void aPoolThatWorkedWaitsForWhatItIsRefusedLater() throws Exception {
        // The driver opens files only with their folder there, which is a refusal, and a moved folder a short one.
        Path folder = Files.createTempDirectory("prisma4j-moved");
        Path data = Files.createDirectory(folder.resolve("data"));
        String url = "file:" + data.resolve("app.db") + "?connection_limit=2";
        try (Engine engine = open(DatabaseKind.SQLITE, url, Duration.ofSeconds(20))) {
            engine.execute(
                    new RawExecute(new RawSql.Text("CREATE TABLE \"A\" (\"id\" INTEGER PRIMARY KEY)", List.of())));
            Path away = folder.resolve("away");
            Transaction first = engine.begin(TransactionOptions.DEFAULT);
            Files.move(data, away);
            Thread back = new Thread(() -> {
                pause(500);
                try {
                    Files.move(away, data);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            back.start();
            Count rows = new Count(engine.schema().model("A").orElseThrow(), ReadArguments.ALL);
            assertThat(engine.execute(rows)).as("on a second connection").isEqualTo(0L);
            back.join();
            first.rollback();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A port at which nothing answers until it is started; then a server does. */
    private record Relay(int from, String host, int port, Deque<Closeable> open) implements Closeable {
        private static final Pattern PLACE = Pattern.compile("@([^:/]+):(\\d+)");

        static Relay to(String url) throws IOException {
            Matcher place = PLACE.matcher(url);
            assertThat(place.find()).isTrue();
            try (ServerSocket free = new ServerSocket(0)) {
                return new Relay(
                        free.getLocalPort(),
                        place.group(1),
                        Integer.parseInt(place.group(2)),
                        new ConcurrentLinkedDeque<>());
            }
        }

        String url(String url) {
            return PLACE.matcher(url).replaceFirst("@127.0.0.1:" + from);
        }

        void start() {
            try {
                ServerSocket server = new ServerSocket(from, 50, InetAddress.getByName("127.0.0.1"));
                open.add(server);
                daemon(() -> {
                    while (true) {
                        Socket here = server.accept();
                        Socket there = new Socket(host, port);
                        open.add(here);
                        open.add(there);
                        daemon(() -> pour(here, there));
                        daemon(() -> pour(there, here));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void pour(Socket from, Socket to) throws IOException {
            try (InputStream in = from.getInputStream()) {
                in.transferTo(to.getOutputStream());
            }
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void daemon(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    // closed
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            for (Closeable one : open) {
                one.close();
            }
        }
    }
}
