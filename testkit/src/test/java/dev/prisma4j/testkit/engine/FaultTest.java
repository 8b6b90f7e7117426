// What happens when servers die, connections break, pools run dry and calls are given up.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.CallOptions;
import dev.prisma4j.engine.Cancellation;
import dev.prisma4j.engine.IsolationLevel;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.OwnServer;
import dev.prisma4j.testkit.TestDatabase;
import dev.prisma4j.testkit.server.ServerUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;

@Tag("matrix")
class FaultTest {
    static final String MODELS = """
            model Account {
              id      Int     @id @default(autoincrement())
              owner   String?
              number  Int?    @unique
              entries Entry[]
            }
            model Entry {
              id        Int     @id @default(autoincrement())
              amount    Int
              account   Account @relation(fields: [accountId], references: [id])
              accountId Int
              notes     Note[]
            }
            model Note {
              id      Int    @id @default(autoincrement())
              text    String
              entry   Entry  @relation(fields: [entryId], references: [id])
              entryId Int
            }
            """;

    // ---- servers that die

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void aServerThatIsKilledInTheMiddleOfANestedWriteLeavesNothingHalfWritten(DatabaseKind kind) throws Exception {
        try (OwnServer server = own(kind)) {
            TestDatabase database = server.fresh();
            if (kind != DatabaseKind.POSTGRESQL) {
                database.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
            }
            AtomicInteger insertsLeft = new AtomicInteger(Integer.MAX_VALUE);
            AtomicReference<Runnable> blow = new AtomicReference<>(server::kill);
            try (OpenedSchema opened = OpenedSchema.of(
                    database,
                    MODELS,
                    options -> options.withPoolTimeout(Duration.ofSeconds(5)).withListener(event -> {
                        if (event.sql().startsWith("INSERT") && insertsLeft.decrementAndGet() == 0) {
                            blow.get().run();
                        }
                    }))) {
                if (kind == DatabaseKind.POSTGRESQL) {
                    database.execute("CHECKPOINT");
                }
                insertsLeft.set(2);
                assertThat(create(opened, 3)).isIn("P1017", "P1001");
                server.restart();
                assertThat(counts(opened)).containsExactly(0L, 0L, 0L);
                killedAtAnyMoment(server, opened, insertsLeft, blow);
                assertThat(create(opened, 2)).isEmpty();
                List<Long> counts = counts(opened);
                assertThat(counts.get(2)).isEqualTo(counts.get(1)).isNotZero();
            }
        }
    }

    /** The write may have been through when the blow came, but never in part. */
    private static void killedAtAnyMoment(
            OwnServer server, OpenedSchema opened, AtomicInteger insertsLeft, AtomicReference<Runnable> blow)
            throws Exception {
        CountDownLatch killed = new CountDownLatch(1);
        blow.set(() -> later(15, () -> {
            server.kill();
            killed.countDown();
        }));
        insertsLeft.set(1);
        assertThat(create(opened, 20_000)).isIn("P1017", "P1001", "");
        killed.await();
        server.restart();
        assertThat(counts(opened)).isIn(List.of(0L, 0L, 0L), List.of(1L, 20_000L, 20_000L));
    }

    private static OwnServer own(DatabaseKind kind) {
        try {
            return OwnServer.start(kind);
        } catch (ServerUnavailable e) {
            Assumptions.assumeTrue(Boolean.parseBoolean(System.getenv("CI")), e.getMessage());
            throw e;
        }
    }

    /** Makes rows of three models in one nested write; the code of the failure, or an empty text. */
    private static String create(OpenedSchema opened, int entries) {
        String entry = "{'amount':1,'notes':{'create':{'text':'n'}}}";
        String answer = opened.answer(
                        opened.engine,
                        "createOne",
                        "Account",
                        "{'data':{'entries':{'create':[" + String.join(",", Collections.nCopies(entries, entry))
                                + "]}}}",
                        "{'id':true}")
                .toString();
        return answer.contains("\"errors\"") ? answer.replaceAll("(?s).*\"error_code\":\"(P\\d+)\".*", "$1") : "";
    }

    private static List<Long> counts(OpenedSchema opened) {
        List<Long> counts = new ArrayList<>();
        for (String model : List.of("Account", "Entry", "Note")) {
            counts.add(opened.engine.execute(new Count(opened.model(model), ReadArguments.ALL)));
        }
        return counts;
    }

    // ---- everything else, on one database

    @DatabaseTest
    void brokenConnectionsDryPoolsAndGivenUpCallsDoNoHarm(TestDatabase database) throws Exception {
        try (OpenedSchema opened = OpenedSchema.of(
                database, MODELS, options -> options.withPoolSize(3).withPoolTimeout(Duration.ofSeconds(1)))) {
            if (database.kind() != DatabaseKind.SQLITE) {
                aBrokenConnectionIsReplaced(opened, database);
            }
            aDryPoolSaysSoInItsTime(opened);
            aCancelledCallStopsItsStatementOnTheServer(opened, database);
            anInterruptedThreadStopsItsStatement(opened, database);
            aStatementThatTakesTooLongIsStopped(opened, database);
            aTransactionThatTakesTooLongGivesItsConnectionBack(opened);
            isolationLevelsAreTheDatabases(opened, database);
            allConnectionsAreThere(opened, 3);
        }
    }

    private static void aBrokenConnectionIsReplaced(OpenedSchema opened, TestDatabase database) throws Exception {
        counts(opened);
        breakConnections(database);
        assertThat(counts(opened)).containsExactly(0L, 0L, 0L);
        breakConnections(database);
        String code = create(opened, 1);
        assertThat(code.isEmpty() ? "" : create(opened, 1)).isEmpty();
        assertThat(code).isIn("", "P1017");
        assertThat(counts(opened)).containsExactly(1L, 1L, 1L);
        breakConnections(database);
        onceMore(() -> opened.engine.transaction(TransactionOptions.DEFAULT, transaction -> {
            transaction.execute(new Count(opened.model("Note"), ReadArguments.ALL));
            return null;
        }));
        allConnectionsAreThere(opened, 3);
    }

    /** What may have been done is not repeated by the engine; the next try has a new connection. */
    private static void onceMore(Runnable work) {
        try {
            work.run();
        } catch (PrismaException e) {
            assertThat(e.code()).isEqualTo("P1017");
            work.run();
        }
    }

    static void breakConnections(TestDatabase database) throws SQLException {
        boolean postgres = database.kind() == DatabaseKind.POSTGRESQL;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    postgres
                            ? "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                            : "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()")) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            for (long id : ids) {
                try {
                    statement.execute(postgres ? "SELECT pg_terminate_backend(" + id + ")" : "KILL " + id);
                } catch (SQLException e) {
                    if (!String.valueOf(e.getMessage()).contains("Unknown thread id")) {
                        throw e;
                    }
                }
            }
        }
    }

    private static void aDryPoolSaysSoInItsTime(OpenedSchema opened) {
        List<Transaction> all = new ArrayList<>();
        if (opened.kind == DatabaseKind.SQLITE) {
            return; // one transaction at a time, and reads beside it: see the engine's own tests
        }
        for (int i = 0; i < 3; i++) {
            all.add(opened.engine.begin(TransactionOptions.DEFAULT));
        }
        long start = System.nanoTime();
        assertThatThrownBy(() -> counts(opened)).isInstanceOfSatisfying(PrismaException.class, e -> {
            assertThat(e.code()).isEqualTo("P2024");
            assertThat(e.meta()).containsEntry("connection_limit", 3);
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        all.forEach(Transaction::rollback);
        assertThat(counts(opened)).hasSize(3);
    }

    private static Query<?> slow(DatabaseKind kind) {
        String sql = switch (kind) {
            case SQLITE -> "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n";
            case POSTGRESQL -> "SELECT pg_sleep(30)";
            // alone in a query it would just end when it is cancelled
            default -> "SELECT SLEEP(30) FROM (SELECT 1 UNION SELECT 2) AS two";
        };
        return new RawQuery<>(new RawSql.Text(sql, List.of()), columns -> row -> row.getObject(0));
    }

    private static long slowStatements(TestDatabase database) throws SQLException {
        if (database.kind() == DatabaseKind.SQLITE) {
            return 0;
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        database.kind() == DatabaseKind.POSTGRESQL
                                ? "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                                        + " AND query = 'SELECT pg_sleep(30)'"
                                : "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE"
                                        + " 'SELECT SLEEP(30)%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void stopped(OpenedSchema opened, TestDatabase database, CallOptions options) throws Exception {
        long start = System.nanoTime();
        assertThatThrownBy(() -> opened.engine.execute(slow(opened.kind), options))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P1008"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        for (int i = 0; i < 50 && slowStatements(database) > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(slowStatements(database)).isZero();
    }

    private static void later(int millis, Runnable action) {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(millis);
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void aCancelledCallStopsItsStatementOnTheServer(OpenedSchema opened, TestDatabase database)
            throws Exception {
        Cancellation cancellation = new Cancellation();
        later(200, cancellation::cancel);
        stopped(opened, database, new CallOptions(null, cancellation));
    }

    private static void anInterruptedThreadStopsItsStatement(OpenedSchema opened, TestDatabase database)
            throws Exception {
        Thread me = Thread.currentThread();
        later(200, me::interrupt);
        try {
            long start = System.nanoTime();
            assertThatThrownBy(() -> opened.engine.execute(slow(opened.kind)))
                    .isInstanceOfSatisfying(
                            PrismaException.class, e -> assertThat(e.code()).isEqualTo("P1008"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        for (int i = 0; i < 50 && slowStatements(database) > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(slowStatements(database)).isZero();
    }

    private static void aStatementThatTakesTooLongIsStopped(OpenedSchema opened, TestDatabase database)
            throws Exception {
        stopped(opened, database, new CallOptions(Duration.ofMillis(200), null));
    }

    private static void aTransactionThatTakesTooLongGivesItsConnectionBack(OpenedSchema opened) {
        assertThatThrownBy(() -> opened.engine.transaction(
                        TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(200)), transaction -> {
                            transaction.execute(new RawExecute(new RawSql.Text(
                                    opened.quoted("INSERT INTO \"Account\" (\"number\") VALUES (4711)"), List.of())));
                            return transaction.execute(slow(opened.kind));
                        }))
                .isInstanceOfSatisfying(PrismaException.class, e -> {
                    assertThat(e.code()).isEqualTo("P2028");
                    assertThat(e).hasMessageContaining("expired transaction");
                });
        assertThat(opened.ask("findMany", "Account", "{'where':{'number':4711}}", "{'id':true}"))
                .isEmpty();
    }

    private static void isolationLevelsAreTheDatabases(OpenedSchema opened, TestDatabase database) {
        for (IsolationLevel level : IsolationLevel.values()) {
            boolean has = database.kind() == DatabaseKind.SQLITE
                    ? level == IsolationLevel.SERIALIZABLE
                    : level != IsolationLevel.SNAPSHOT;
            TransactionOptions how = TransactionOptions.DEFAULT.withIsolation(level);
            if (has) {
                opened.engine.transaction(how, transaction -> counts(opened, transaction));
            } else {
                assertThatThrownBy(() -> opened.engine.begin(how)).isInstanceOf(PrismaException.class);
            }
        }
    }

    private static long counts(OpenedSchema opened, Transaction transaction) {
        return transaction.execute(new Count(opened.model("Note"), ReadArguments.ALL));
    }

    /** As many can be had at the same time as there are. */
    static void allConnectionsAreThere(OpenedSchema opened, int size) throws Exception {
        if (opened.kind == DatabaseKind.SQLITE) {
            opened.engine.begin(TransactionOptions.DEFAULT).close();
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(size);
        CountDownLatch together = new CountDownLatch(size);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                all.add(threads.submit(() -> {
                    try (Transaction transaction =
                            opened.engine.begin(TransactionOptions.DEFAULT.withMaxWait(Duration.ofSeconds(10)))) {
                        together.countDown();
                        together.await();
                        return transaction.execute(new Count(opened.model("Note"), ReadArguments.ALL));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
