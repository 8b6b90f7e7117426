package dev.prisma4j.engine;

import static dev.prisma4j.engine.Blog.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.PoolTimeoutException;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.error.TransactionException;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Unique;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest extends BlogTest {
    @TempDir
    Path folder;

    @Override
    EngineOptions options() {
        return EngineOptions.url("file:./blog.db?connection_limit=4")
                .withBaseFolder(folder)
                .withPoolTimeout(Duration.ofSeconds(10));
    }

    private static RawExecute sql(String sql, Object... values) {
        return new RawExecute(new RawSql.Text(sql, List.of(values)));
    }

    private long posts(QueryExecutor where) {
        return where.execute(new Count(blog.post, ReadArguments.ALL));
    }

    @Test
    void whatThrowsIsTakenBackAndThrownOn() {
        var failure = new IllegalStateException("no");
        assertThatThrownBy(() -> engine.transaction(TransactionOptions.DEFAULT, transaction -> {
                    transaction.execute(sql("DELETE FROM \"_PostToTag\""));
                    transaction.execute(sql("DELETE FROM posts"));
                    assertThat(posts(transaction)).isZero();
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(posts(engine)).isEqualTo(5);
    }

    @Test
    void aNestedPartIsTakenBackByItself() {
        engine.transaction(TransactionOptions.DEFAULT, outer -> {
            outer.execute(sql("INSERT INTO posts (title) VALUES ('kept')"));
            assertThatThrownBy(() -> outer.nested(inner -> {
                        inner.execute(sql("INSERT INTO posts (title) VALUES ('lost')"));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            outer.nested(inner -> inner.execute(sql("INSERT INTO posts (title) VALUES ('kept too')")));
            return null;
        });
        assertThat(posts(engine)).isEqualTo(7);
    }

    @Test
    void aNestedPartDoesNotDecideHowTheWholeEnds() {
        for (Consumer<Transaction> end : List.<Consumer<Transaction>>of(Transaction::commit, Transaction::rollback)) {
            engine.transaction(TransactionOptions.DEFAULT, outer -> {
                outer.execute(sql("INSERT INTO posts (title) VALUES ('kept')"));
                assertThatThrownBy(() -> outer.nested(inner -> {
                            inner.execute(sql("INSERT INTO posts (title) VALUES ('lost')"));
                            end.accept(inner);
                            return null;
                        }))
                        .isInstanceOfSatisfying(
                                TransactionException.class,
                                e -> assertThat(e.code()).isEqualTo("P2028"))
                        .hasMessageContaining("nested part")
                        .hasNoSuppressedExceptions();
                assertThat(outer.isOpen()).isTrue();
                return null;
            });
        }
        assertThat(posts(engine)).isEqualTo(7);
    }

    @Test
    void whatANestedPartClosesIsOverAndItsConnectionIsLeftAlone() {
        try (Transaction transaction = engine.begin(TransactionOptions.DEFAULT)) {
            transaction.nested(inner -> {
                inner.execute(sql("INSERT INTO posts (title) VALUES ('lost')"));
                inner.close();
                return null;
            });
            assertThatThrownBy(transaction::commit).hasMessageContaining("rolled back");
        }
        assertThatThrownBy(() -> engine.begin(TransactionOptions.DEFAULT).nested(inner -> {
                    inner.close();
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine")
                .hasNoSuppressedExceptions();
        assertThat(statements)
                .filteredOn(sql -> sql.startsWith("RELEASE") || sql.startsWith("ROLLBACK"))
                .containsExactly("ROLLBACK", "ROLLBACK");
        assertThat(posts(engine)).isEqualTo(5);
    }

    @Test
    void aBadQueryDoesNotEndIt() {
        engine.transaction(TransactionOptions.DEFAULT, transaction -> {
            transaction.execute(sql("INSERT INTO posts (title) VALUES ('kept')"));
            assertThatThrownBy(() -> transaction.execute(sql("INSERT INTO nowhere VALUES (1)")))
                    .isInstanceOfSatisfying(
                            PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2010"));
            return null;
        });
        assertThat(posts(engine)).isEqualTo(6);
    }

    @Test
    void oneThatTakesTooLongIsRolledBackAndSaysSo() throws InterruptedException {
        Transaction transaction = engine.begin(TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(50)));
        transaction.execute(sql("INSERT INTO posts (title) VALUES ('lost')"));
        Thread.sleep(300);
        assertThat(transaction.isOpen()).isFalse();
        assertThatThrownBy(() -> posts(transaction))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("expired transaction")
                .hasMessageContaining("50 ms");
        assertThat(posts(engine)).isEqualTo(5);
    }

    @Test
    void aStatementThatRunsWhenTheTimeIsUpIsCancelled() {
        Transaction transaction = engine.begin(TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(100)));
        long start = System.nanoTime();
        assertThatThrownBy(() -> transaction.execute(sql(ENDLESS))).isInstanceOf(TransactionException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThat(posts(engine)).isEqualTo(5);
    }

    static final String ENDLESS =
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n";

    @Test
    void afterTheEndNothingWorksAndASecondCommitIsAnError() {
        Transaction transaction = engine.begin(TransactionOptions.DEFAULT);
        transaction.commit();
        assertThatThrownBy(transaction::commit)
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("a committed transaction");
        assertThatThrownBy(() -> posts(transaction)).isInstanceOf(TransactionException.class);
    }

    @Test
    void aBatchSucceedsOrFailsAsAWhole() {
        assertThat(engine.batch(
                        List.of(sql("INSERT INTO posts (title) VALUES ('a')"), new Count(blog.post, ReadArguments.ALL)),
                        TransactionOptions.DEFAULT))
                .containsExactly(1L, 6L);
        assertThatThrownBy(() -> engine.batch(
                        List.of(sql("INSERT INTO posts (title) VALUES ('b')"), sql("nonsense")),
                        TransactionOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.meta()).containsEntry("batch_request_idx", 1));
        assertThat(posts(engine)).isEqualTo(6);
    }

    @Test
    void onlyTheLevelsThatTheDatabaseHasAreTaken() {
        assertThatThrownBy(() -> engine.begin(TransactionOptions.DEFAULT.withIsolation(IsolationLevel.READ_COMMITTED)))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2023"));
        engine.begin(TransactionOptions.DEFAULT.withIsolation(IsolationLevel.SERIALIZABLE))
                .close();
    }

    @Test
    void sixteenThreadsLoseNoMoney() throws Exception {
        run("UPDATE \"User\" SET age = 1000");
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> transfers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            transfers.add(threads.submit(() -> {
                for (int n = 0; n < 15; n++) {
                    transfer();
                }
            }));
        }
        for (Future<?> transfer : transfers) {
            transfer.get();
        }
        threads.shutdown();
        assertThat(balance(engine, 1) + balance(engine, 2) + balance(engine, 3)).isEqualTo(3000);
    }

    private void transfer() {
        int from = ThreadLocalRandom.current().nextInt(3) + 1;
        int to = from % 3 + 1;
        var patient =
                TransactionOptions.DEFAULT.withMaxWait(Duration.ofSeconds(60)).withTimeout(Duration.ofSeconds(30));
        engine.transaction(patient, transaction -> {
            int has = balance(transaction, from);
            int gets = balance(transaction, to);
            transaction.execute(sql("UPDATE \"User\" SET age = ? WHERE id = ?", has - 10, from));
            transaction.execute(sql("UPDATE \"User\" SET age = ? WHERE id = ?", gets + 10, to));
            return null;
        });
    }

    private int balance(QueryExecutor where, int id) {
        Map<String, Object> user = where.execute(new FindUnique<>(
                blog.user,
                Unique.of(field(blog.user, "id"), id),
                MapReader.of(blog.user).scalar("age").selection(),
                ReadOptions.DEFAULT));
        return (Integer) user.get("age");
    }

    @Test
    void anExhaustedPoolSaysSoInItsTime() throws Exception {
        try (Engine small =
                Engine.open(blog.schema, options().withPoolSize(1).withPoolTimeout(Duration.ofMillis(300)))) {
            CountDownLatch taken = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            Thread holder = new Thread(() -> small.transaction(TransactionOptions.DEFAULT, transaction -> {
                taken.countDown();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return null;
            }));
            holder.start();
            taken.await();
            long start = System.nanoTime();
            assertThatThrownBy(() -> posts(small))
                    .isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("connection limit: 1");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(250), Duration.ofSeconds(3));
            var impatient = TransactionOptions.DEFAULT.withMaxWait(Duration.ofMillis(100));
            assertThatThrownBy(() -> small.begin(impatient))
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("Unable to start a transaction in the given time");
            done.countDown();
            holder.join();
            assertThat(posts(small)).isEqualTo(5);
        }
    }

    @Test
    void aStatementStopsWhenItsTimeIsUpOrItIsCancelled() throws Exception {
        assertThatThrownBy(() -> engine.execute(sql(ENDLESS), new CallOptions(Duration.ofMillis(100), null)))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P1008"));
        Cancellation cancellation = new Cancellation();
        Thread canceller = new Thread(() -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancellation.cancel();
        });
        canceller.start();
        assertThatThrownBy(() -> engine.execute(sql(ENDLESS), new CallOptions(null, cancellation)))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P1008"));
        canceller.join();
        assertThatThrownBy(() -> engine.execute(sql("SELECT 1"), new CallOptions(null, cancellation)))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P1008"));
        assertThat(posts(engine)).isEqualTo(5);
    }
}
