package dev.prisma4j.engine;

import static dev.prisma4j.engine.TransactionTest.ENDLESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.error.TransactionException;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Function;

/** What ends before it is done leaves nothing behind: no connection, no lock, no blame for what comes next. */
class EarlyEndTest extends BlogTest {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    @TempDir
    Path folder;

    @Override
    EngineOptions options() {
        return EngineOptions.url("file:./blog.db?connection_limit=2")
                .withBaseFolder(folder)
                .withPoolTimeout(Duration.ofSeconds(10));
    }

    private static RawExecute sql(String sql) {
        return new RawExecute(new RawSql.Text(sql, List.of()));
    }

    private static void spin(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anExpiryThatMeetsACommitGivesTheConnectionBack() throws InterruptedException {
        var brief = TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(1));
        for (int n = 0; n < 400; n++) {
            Transaction transaction = engine.begin(brief);
            spin(700_000 + n % 40 * 15_000);
            try {
                if (n % 3 == 0) {
                    transaction.commit();
                } else if (n % 3 == 1) {
                    transaction.rollback();
                } else {
                    transaction.execute(new Count(blog.post, ReadArguments.ALL));
                }
            } catch (TransactionException e) {
                assertThat(e).hasMessageContaining("expired");
            }
            for (int i = 0; i < 2000 && engine.pool().busy() > 0; i++) {
                Thread.sleep(1);
            }
            assertThat(engine.pool().busy()).as("after transaction %d", n).isZero();
        }
        assertThat(run("UPDATE posts SET view_count = 0")).isEqualTo(5);
    }

    @Test
    void timesBeyondAllCountingAreTakenForNever() {
        engine.begin(TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(9007199254740991L)))
                .close();
        engine.begin(TransactionOptions.DEFAULT.withTimeout(FOREVER).withMaxWait(FOREVER))
                .close();
        engine.execute(sql("SELECT 1"), new CallOptions(FOREVER, null));
        engine.ping(FOREVER);
        assertThat(engine.pool().busy()).isZero();
        try (Engine patient = Engine.open(blog.schema, options().withPoolTimeout(FOREVER))) {
            assertThat(patient.execute(sql("UPDATE posts SET view_count = 0"))).isEqualTo(5);
        }
    }

    @Test
    void whatWasCancelledIsNoReasonForTheNextFailure() {
        try (Engine one = Engine.open(blog.schema, options().withPoolSize(1))) {
            assertCode("P1008", () -> one.execute(sql(ENDLESS), new CallOptions(Duration.ofMillis(50), null)));
            assertCode("P2010", () -> one.execute(sql("SELEC 1")));
            assertCode("P1008", () -> one.execute(sql(ENDLESS), new CallOptions(Duration.ofMillis(50), null)));
            assertThat(one.execute(new Count(blog.post, ReadArguments.ALL))).isEqualTo(5);
        }
    }

    @Test
    void aLateCancellationDoesNotHitTheNextStatement() throws InterruptedException {
        RawExecute work = sql(ENDLESS.replace("FROM n)", "FROM n WHERE x < 3000)"));
        try (Engine one = Engine.open(blog.schema, options().withPoolSize(1))) {
            for (int i = 0; i < 150; i++) {
                Cancellation cancellation = new Cancellation();
                long delay = i * 20_000L;
                CountDownLatch ready = new CountDownLatch(1);
                Thread canceller = new Thread(() -> {
                    ready.countDown();
                    spin(delay);
                    cancellation.cancel();
                });
                canceller.start();
                ready.await();
                try {
                    one.execute(work, new CallOptions(null, cancellation));
                } catch (PrismaException e) {
                    assertThat(e.code()).isEqualTo("P1008");
                }
                one.execute(work);
                canceller.join();
            }
        }
    }

    private FindMany<Map<String, Object>> endless() {
        run("DROP TABLE \"_PostToTag\"");
        run("DROP TABLE \"Tag\"");
        run("CREATE VIEW \"Tag\" AS SELECT id, 'x' AS name FROM (" + ENDLESS.replace("COUNT(*)", "COUNT(*) AS id")
                + ")");
        return new FindMany<>(
                blog.tag, ReadArguments.ALL, MapReader.of(blog.tag).scalar("id").selection(), ReadOptions.DEFAULT);
    }

    @Test
    void aStreamEndsWhenItsTimeIsUpOrItsThreadIsInterrupted() {
        var query = endless();
        try (Engine hasty = Engine.open(blog.schema, options().withStatementTimeout(Duration.ofMillis(100)))) {
            assertCode("P1008", () -> read(hasty.stream(query)));
        }
        Thread reader = Thread.currentThread();
        Thread other = new Thread(() -> {
            spin(TimeUnit.MILLISECONDS.toNanos(50));
            reader.interrupt();
        });
        other.start();
        try {
            assertCode("P1008", () -> read(engine.stream(query)));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(engine.pool().busy()).isZero();
    }

    @Test
    void aStreamEndsWhenItIsCancelled() {
        var query = endless();
        assertCode("P1008", () -> read(engine.stream(query, cancelledSoon())));
        try (Transaction transaction = engine.begin(TransactionOptions.DEFAULT)) {
            assertCode("P1008", () -> read(transaction.stream(query, cancelledSoon())));
            assertThat(transaction.execute(new Count(blog.post, ReadArguments.ALL)))
                    .isEqualTo(5);
        }
        assertThat(engine.pool().busy()).isZero();
    }

    private static CallOptions cancelledSoon() {
        Cancellation cancellation = new Cancellation();
        new Thread(() -> {
                    spin(TimeUnit.MILLISECONDS.toNanos(50));
                    cancellation.cancel();
                })
                .start();
        return new CallOptions(null, cancellation);
    }

    @Test
    void aStreamEndsWithItsTransaction() {
        var query = endless();
        var brief = TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(100));
        try (Transaction transaction = engine.begin(brief)) {
            assertThatThrownBy(() -> read(transaction.stream(query)))
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("expired transaction");
        }
        assertThat(engine.pool().busy()).isZero();
    }

    @Test
    void whoIsInterruptedBeforeItIsHisTurnToWriteIsToldSo() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> run("UPDATE posts SET view_count = 0")).hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(run("UPDATE posts SET view_count = 0")).isEqualTo(5);
    }

    private static void read(Stream<?> rows) {
        try (rows) {
            assertThat(rows).isEmpty();
        }
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aDataSourceWhoseConnectionsDoNotCommitLosesNothingAndGetsThemBackAsTheyWere() throws SQLException {
        List<Boolean> back = new ArrayList<>();
        DataSource source = proxy(DataSource.class, (method, arguments) -> {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("blog.db"));
            connection.setAutoCommit(false);
            return proxy(Connection.class, (called, given) -> {
                if (called.getName().equals("close")) {
                    back.add(connection.getAutoCommit());
                }
                return called.invoke(connection, given);
            });
        });
        try (Engine theirs = Engine.open(blog.schema, EngineOptions.dataSource(source))) {
            assertThat(theirs.execute(sql("DELETE FROM \"Profile\""))).isEqualTo(2);
        }
        assertThat(engine.execute(new Count(blog.profile, ReadArguments.ALL))).isZero();
        assertThat(back).isNotEmpty().containsOnly(false);
    }

    /** What the interrupt or the end of a transaction's time has cancelled goes on; the attempt to cancel it that counts is slow. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionGoesBackOnlyAfterACancellationThatIsOnItsWay(boolean interrupted) throws Exception {
        int slowOne = interrupted ? 1 : 2; // the first comes from the transaction, which waits for it itself
        AtomicInteger cancelled = new AtomicInteger();
        AtomicInteger back = new AtomicInteger();
        AtomicBoolean tooLate = new AtomicBoolean();
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("blog.db"));
        Function.create(connection, "until_cancelled", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                while (cancelled.get() < slowOne) {
                    Thread.onSpinWait();
                }
                result(1);
            }
        });
        Runnable cancel = () -> {
            int before = back.get();
            if (cancelled.incrementAndGet() == slowOne) {
                sleep(200);
                tooLate.set(back.get() > before);
            }
        };
        DataSource source = proxy(
                DataSource.class,
                (method, arguments) -> proxy(Connection.class, (called, given) -> {
                    if (called.getName().equals("close")) {
                        back.incrementAndGet();
                        return null;
                    }
                    Object made = called.invoke(connection, given);
                    return made instanceof PreparedStatement statement ? cancelledBy(cancel, statement) : made;
                }));
        var query =
                new RawQuery<>(new RawSql.Text("SELECT until_cancelled()", List.of()), f -> row -> row.getObject(0));
        try (Engine theirs = Engine.open(blog.schema, EngineOptions.dataSource(source))) {
            if (interrupted) {
                theirs.execute(query);
            } else {
                var brief = TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(20));
                theirs.begin(brief).execute(query);
            }
        } finally {
            Thread.interrupted();
            connection.close();
        }
        assertThat(cancelled).hasValue(slowOne);
        assertThat(tooLate).isFalse();
    }

    private static PreparedStatement cancelledBy(Runnable cancel, PreparedStatement statement) {
        return proxy(PreparedStatement.class, (called, given) -> {
            if (called.getName().equals("cancel")) {
                cancel.run();
                return null;
            }
            return called.invoke(statement, given);
        });
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Calls {
        Object answer(java.lang.reflect.Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals("hashCode")) {
                return System.identityHashCode(self);
            }
            if (method.getName().equals("equals")) {
                return self == given[0];
            }
            try {
                return calls.answer(method, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
