// Sixty-four threads of mixed work, much of it going wrong: no connection is lost, nothing is half done.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.CallOptions;
import dev.prisma4j.engine.Cancellation;
import dev.prisma4j.engine.QueryExecutor;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** {@code -Dprisma4j.stress.seconds=60} for the full minute. */
@Tag("matrix")
class StressTest {
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 6;
    private static final TransactionOptions SHORT = TransactionOptions.DEFAULT
            .withMaxWait(Duration.ofSeconds(2))
            .withTimeout(Duration.ofSeconds(2))
            .withRetries(2);

    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    @DatabaseTest
    void sixtyFourThreadsOfMixedWorkLoseNoConnection(TestDatabase database) throws Exception {
        int seconds = Integer.getInteger("prisma4j.stress.seconds", 2);
        try (OpenedSchema opened = OpenedSchema.of(
                database,
                FaultTest.MODELS,
                options -> options.withPoolSize(CONNECTIONS).withPoolTimeout(Duration.ofSeconds(3)))) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                Random random = new Random(t);
                work.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        attempt(opened, database, random);
                    }
                    return null;
                }));
            }
            threads.shutdown();
            for (Future<?> one : work) {
                one.get(seconds + 60L, TimeUnit.SECONDS);
            }
            FaultTest.allConnectionsAreThere(opened, CONNECTIONS);
            assertThat(openTransactions(database)).isZero();
            assertThat(opened.engine.execute(new Count(opened.model("Entry"), ReadArguments.ALL)))
                    .as("every entry has its note")
                    .isEqualTo(opened.engine.execute(new Count(opened.model("Note"), ReadArguments.ALL)));
            if (seconds > 10) {
                System.out.println(database.kind().title() + ": " + outcomes);
            }
            assertThat(outcomes.get("done").sum()).isPositive();
        }
    }

    private void attempt(OpenedSchema opened, TestDatabase database, Random random) {
        String outcome = "done";
        try {
            opened.statements.clear();
            work(opened, database, random);
        } catch (PrismaException e) {
            outcome = e.code();
            assertThat(outcome).as("%s", e).isIn("P1008", "P1017", "P2002", "P2024", "P2028", "P2034");
        } catch (IntentionalFailure e) {
            outcome = "thrown";
        }
        outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }

    private static final class IntentionalFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void work(OpenedSchema opened, TestDatabase database, Random random) {
        switch (random.nextInt(12)) {
            case 0, 1 -> opened.engine.execute(accounts(opened, LoadStrategy.QUERY));
            case 2 -> opened.engine.execute(accounts(opened, LoadStrategy.JOIN));
            case 3, 4 -> create(opened, opened.engine, random);
            case 5 -> opened.engine.transaction(SHORT, transaction -> create(opened, transaction, random));
            case 6 ->
                opened.engine.transaction(SHORT, transaction -> {
                    create(opened, transaction, random);
                    throw new IntentionalFailure();
                });
            case 7 -> {
                Transaction transaction = opened.engine.begin(SHORT.withTimeout(Duration.ofMillis(30)));
                pause(random.nextInt(60));
                create(opened, transaction, random);
                transaction.commit();
            }
            case 8 -> {
                try (Stream<?> rows = opened.engine.stream(accounts(opened, LoadStrategy.AUTO))) {
                    rows.limit(random.nextInt(5)).count();
                }
            }
            case 9 ->
                opened.engine.execute(
                        accounts(opened, LoadStrategy.QUERY),
                        new CallOptions(Duration.ofMillis(1 + random.nextInt(5)), cancelledSoon(random)));
            case 10 ->
                opened.engine.transaction(
                        SHORT,
                        transaction -> transaction.nested(inner -> {
                            try (Stream<?> rows = inner.stream(accounts(opened, LoadStrategy.AUTO))) {
                                rows.limit(2).forEach(row -> create(opened, inner, random));
                            }
                            return null;
                        }));
            default -> {
                if (database.kind() != DatabaseKind.SQLITE && random.nextInt(20) == 0) {
                    breakConnections(database);
                }
            }
        }
    }

    private static void breakConnections(TestDatabase database) {
        try {
            FaultTest.breakConnections(database);
        } catch (SQLException e) {
            // Another thread has broken this one's connection.
        }
    }

    private static Cancellation cancelledSoon(Random random) {
        Cancellation cancellation = new Cancellation();
        if (random.nextBoolean()) {
            cancellation.cancel();
        }
        return cancellation;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FindMany<Map<String, @Nullable Object>> accounts(OpenedSchema opened, LoadStrategy strategy) {
        return new FindMany<>(
                opened.model("Account"),
                ReadArguments.builder().take(20).build(),
                MapReader.of(opened.model("Account"))
                        .allScalars()
                        .relation(
                                "entries",
                                ReadArguments.ALL,
                                entry -> entry.allScalars().relation("notes"))
                        .selection(),
                new ReadOptions(strategy, null));
    }

    /** An account with an entry with a note, in one write; now and then its number is taken. */
    private static Object create(OpenedSchema opened, QueryExecutor executor, Random random) {
        return executor.execute(NestedAccounts.create(opened, random.nextInt(2000)));
    }

    private static long openTransactions(TestDatabase database) throws SQLException {
        if (database.kind() == DatabaseKind.SQLITE) {
            return 0;
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        database.kind() == DatabaseKind.POSTGRESQL
                                ? "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in"
                                        + " transaction%'"
                                : "SELECT COUNT(*) FROM information_schema.innodb_trx t JOIN information_schema.processlist p ON"
                                        + " p.id = t.trx_mysql_thread_id WHERE p.db = DATABASE()")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
