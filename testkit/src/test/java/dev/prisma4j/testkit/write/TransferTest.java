// Transfers of money by many threads, and by programs that fail or die halfway.
package dev.prisma4j.testkit.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("matrix")
@DatabaseTest
class TransferTest {
    private static final int THREADS = 16;
    private static final int TRANSFERS = 10;
    private static final int ACCOUNTS = 5;
    private static final TransactionOptions PATIENT = TransactionOptions.DEFAULT
            .withMaxWait(Duration.ofSeconds(60))
            .withTimeout(Duration.ofSeconds(60))
            .withRetries(100);

    private static Engine engine(Bank bank, TestDatabase database) throws Exception {
        new PlainTables(bank.schema, database.kind()).create(database);
        return Engine.open(
                bank.schema, EngineOptions.url(database.url()).withPoolSize(8).withPoolTimeout(Duration.ofSeconds(60)));
    }

    @Test
    void sixteenThreadsNeitherLoseMoneyNorFail(TestDatabase database) throws Exception {
        Bank bank = new Bank(database.kind().provider());
        try (Engine engine = engine(bank, database)) {
            bank.open(engine, ACCOUNTS, 1000);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                Random random = new Random(t);
                work.add(threads.submit(() -> {
                    for (int i = 0; i < TRANSFERS; i++) {
                        int from = 1 + random.nextInt(ACCOUNTS);
                        int to = 1 + random.nextInt(ACCOUNTS);
                        int amount = 1 + random.nextInt(9);
                        engine.transaction(PATIENT, transaction -> {
                            bank.book(transaction, from, -amount);
                            bank.book(transaction, to, amount);
                            return null;
                        });
                    }
                }));
            }
            threads.shutdown();
            for (Future<?> one : work) {
                one.get(2, TimeUnit.MINUTES);
            }
            assertThat(bank.total(engine)).isEqualTo(ACCOUNTS * 1000);
            assertThat(bank.booked(engine)).isZero();
        }
    }

    @Test
    void whatThrowsHalfwayLeavesNothing(TestDatabase database) throws Exception {
        Bank bank = new Bank(database.kind().provider());
        try (Engine engine = engine(bank, database)) {
            bank.open(engine, 2, 10);
            assertThatThrownBy(() -> engine.transaction(TransactionOptions.DEFAULT, transaction -> {
                        bank.book(transaction, 2, 50);
                        bank.book(transaction, 1, -50);
                        return null;
                    }))
                    .hasMessage("overdrawn");
            assertThat(bank.total(engine)).isEqualTo(20);
            assertThat(bank.booked(engine)).isZero();
        }
    }

    @Test
    void aTransactionWhoseTimeIsUpIsTakenBack(TestDatabase database) throws Exception {
        Bank bank = new Bank(database.kind().provider());
        try (Engine engine = engine(bank, database)) {
            bank.open(engine, 2, 10);
            Transaction late = engine.begin(TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(200)));
            bank.book(late, 1, 5);
            Thread.sleep(600);
            assertThat(late.isOpen()).isFalse();
            assertThatThrownBy(() -> bank.book(late, 1, 5)).isInstanceOfSatisfying(PrismaException.class, e -> {
                assertThat(e.code()).isEqualTo("P2028");
                assertThat(e).hasMessageContaining("expired transaction");
            });
            assertThatThrownBy(late::commit).isInstanceOf(PrismaException.class);
            bank.book(engine, 1, 1);
            assertThat(bank.total(engine)).isEqualTo(21);
        }
    }

    @Test
    void aNestedTransactionTakesBackOnlyItsOwnWork(TestDatabase database) throws Exception {
        Bank bank = new Bank(database.kind().provider());
        try (Engine engine = engine(bank, database)) {
            bank.open(engine, 2, 10);
            engine.transaction(PATIENT, transaction -> {
                bank.book(transaction, 1, 1);
                assertThatThrownBy(() -> transaction.nested(inner -> {
                            bank.book(inner, 2, 100);
                            bank.book(inner, 2, -1000);
                            return null;
                        }))
                        .hasMessage("overdrawn");
                bank.book(transaction, 2, 2);
                return null;
            });
            assertThat(bank.total(engine)).isEqualTo(23);
            assertThat(bank.booked(engine)).isEqualTo(3);
        }
    }

    @Test
    void aProgramThatDiesInTheMiddleOfANestedWriteLeavesAllOfItOrNothing(TestDatabase database) throws Exception {
        Bank bank = new Bank(database.kind().provider());
        try (Engine engine = engine(bank, database)) {
            dieAfter(1, database);
            assertThat(bank.accounts(engine)).isZero();
            assertThat(bank.booked(engine)).isZero();
            dieAfter(2, database); // which PostgreSQL got together with COMMIT
            int booked = bank.booked(engine);
            assertThat(booked).isIn(0, Dying.ENTRIES);
            assertThat(bank.total(engine)).isEqualTo(booked);
            assertThat(bank.accounts(engine)).isEqualTo(booked / Dying.ENTRIES);
            bank.openWithEntries(engine, 3);
            assertThat(bank.booked(engine)).isEqualTo(booked + 3);
        }
    }

    private static void dieAfter(int inserts, TestDatabase database) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Dying.class.getName(),
                        database.kind().provider().name(),
                        database.url(),
                        Integer.toString(inserts))
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(output).isEqualTo(42);
    }

    /** Dies right after the first or second INSERT of a nested write that has two. */
    static final class Dying {
        static final int ENTRIES = 10;

        private Dying() {}

        public static void main(String[] arguments) {
            Bank bank = new Bank(Provider.valueOf(arguments[0]));
            int last = Integer.parseInt(arguments[2]);
            int[] inserts = {0};
            EngineOptions options = EngineOptions.url(arguments[1]).withListener(event -> {
                if (event.sql().startsWith("INSERT") && ++inserts[0] == last) {
                    Runtime.getRuntime().halt(42);
                }
            });
            try (Engine engine = Engine.open(bank.schema, options)) {
                bank.openWithEntries(engine, ENTRIES);
            }
        }
    }

    @Test
    void aLargeNestedWriteTakesFewStatements(TestDatabase database) throws Exception {
        Bank bank = new Bank(database.kind().provider());
        new PlainTables(bank.schema, database.kind()).create(database);
        int[] statements = {0};
        EngineOptions options = EngineOptions.url(database.url()).withListener(event -> statements[0]++);
        try (Engine engine = Engine.open(bank.schema, options)) {
            bank.openWithEntries(engine, 20_000);
            // SQLite gets rows by 999 values, as with Prisma, since such a statement is prepared once and kept.
            int kept = 2 * 20_000 / 999 + 1;
            assertThat(statements[0]).isLessThan(database.kind() == DatabaseKind.SQLITE ? kept + 8 : 12);
            assertThat(bank.booked(engine)).isEqualTo(20_000);
        }
    }
}
