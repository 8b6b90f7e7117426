package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.Sql;
import dev.prisma4j.client.async.AsyncModelDelegate;
import dev.prisma4j.client.delegate.ModelDelegate;
import dev.prisma4j.client.expression.Select;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.error.RecordNotFoundException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.lite.Customer;
import shop.lite.Level;
import shop.lite.PrismaClient;

/** Futures, joined reads, cancellation. */
class AsyncTest {
    private static Shop shop;
    private static PrismaClient prisma;

    @BeforeAll
    static void open() {
        shop = new Shop();
        prisma = shop.builder().joinReads(Duration.ofMillis(200)).build();
    }

    @AfterAll
    static void close() {
        prisma.close();
        shop.close();
    }

    @BeforeEach
    void fill() {
        prisma.customer().deleteAll();
        prisma.customer()
                .createMany(
                        IntStream.rangeClosed(1, 100).boxed().toList(),
                        (c, i) -> c.id(i).email("c" + i + "@shop.example").name("Name " + i));
        prisma.order().createMany(List.of(1, 2, 3), (o, i) -> o.number(i).customerId(i));
        shop.statements.forget();
    }

    @Test
    void a_hundred_reads_by_key_at_once_are_one_statement() {
        List<CompletableFuture<Optional<Customer>>> all = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> prisma.async().customer().findUnique(c -> c.id(101 - i)))
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        for (int i = 1; i <= 100; i++) {
            assertThat(all.get(i - 1).join().orElseThrow().id()).isEqualTo(101 - i);
        }
        assertThat(shop.statements.all()).hasSize(1);
    }

    @Test
    void joined_reads_answer_duplicates_and_missing_rows_as_single_ones_do() {
        var once = prisma.async().customer().findUnique(c -> c.email("c7@shop.example"));
        var again = prisma.async().customer().findUnique(c -> c.email("c7@shop.example"));
        var missing = prisma.async().customer().findUnique(c -> c.email("nobody@shop.example"));
        var required = prisma.async().customer().findUniqueOrThrow(c -> c.email("nobody@shop.example"));
        assertThat(once.join()).isEqualTo(again.join()).isPresent();
        assertThat(missing.join()).isEmpty();
        assertThatThrownBy(required::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RecordNotFoundException.class);
        assertThat(shop.statements.all()).hasSize(1);
    }

    @Test
    void only_reads_of_the_same_model_key_and_selection_go_together_but_readers_may_differ() {
        var plain = prisma.async().customer().findUnique(c -> c.id(1));
        var byEmail = prisma.async().customer().findUnique(c -> c.email("c1@shop.example"));
        var picked = prisma.async().customer().findUnique(c -> c.id(2), q -> q.select(s -> s.id().email()));
        var mapped = prisma.async()
                .customer()
                .findUnique(
                        c -> c.id(3),
                        q -> q.map(c -> Select.of(c.id(), c.email()).as((id, email) -> id + " " + email)));
        var order = prisma.async().order().findUnique(o -> o.number(1));
        var compound = prisma.async().customer().findUnique(c -> c.nameLevel("Name 5", Level.BASIC));
        var compoundToo = prisma.async().customer().findUnique(c -> c.nameLevel("Name 6", Level.BASIC));
        assertThat(plain.join().orElseThrow().id()).isEqualTo(1);
        assertThat(byEmail.join().orElseThrow().id()).isEqualTo(1);
        assertThat(picked.join().orElseThrow().email()).isEqualTo("c2@shop.example");
        assertThat(mapped.join()).contains("3 c3@shop.example");
        assertThat(order.join()).isPresent();
        assertThat(compound.join().orElseThrow().id()).isEqualTo(5);
        assertThat(compoundToo.join().orElseThrow().id()).isEqualTo(6);
        assertThat(shop.statements.all()).hasSize(5);
    }

    @Test
    void reads_by_key_with_related_rows_are_joined_too() {
        var all = List.of(1, 2, 3).stream()
                .map(i -> prisma.async().customer().findUniqueOrThrow(c -> c.id(i), q -> q.include(x -> x.orders())))
                .toList();
        assertThat(all).allSatisfy(one -> assertThat(one.join().orders()).hasSize(1));
        assertThat(shop.statements.selects()).hasSize(2);
    }

    @Test
    void reads_by_key_with_more_conditions_or_kept_answers_go_by_themselves() {
        var first = prisma.async()
                .customer()
                .findUnique(c -> c.id(1).and(x -> x.active().eq(false)));
        var second = prisma.async().customer().findUnique(c -> c.id(2), q -> q.cache(Duration.ofSeconds(1)));
        assertThat(first.join()).isEmpty();
        assertThat(second.join()).isPresent();
        assertThat(shop.statements.all()).hasSize(2);
    }

    @Test
    void in_a_transaction_operations_keep_their_order_and_reads_are_joined() {
        List<Integer> levels = prisma.async()
                .transaction(tx -> {
                    var before = tx.customer().findUniqueOrThrow(c -> c.id(1));
                    var other = tx.customer().findUniqueOrThrow(c -> c.id(2));
                    var change = tx.customer().updateMany(c -> c.id().lte(2), d -> d.visits(9));
                    var after = tx.customer().findUniqueOrThrow(c -> c.id(1));
                    return CompletableFuture.allOf(before, other, change, after)
                            .thenApply(done -> List.of(
                                    (int) before.join().visits(),
                                    (int) other.join().visits(),
                                    (int) after.join().visits()));
                })
                .join();
        assertThat(levels).containsExactly(0, 0, 9);
        assertThat(shop.statements.selects()).hasSize(2);
        assertThat(shop.statements.all()).hasSize(5).last().isEqualTo("COMMIT");
    }

    @Test
    void a_transaction_whose_future_fails_is_rolled_back_and_so_is_only_a_savepoint_within() {
        assertThatThrownBy(() -> prisma.async()
                        .transaction(tx -> tx.customer()
                                .deleteAll()
                                .thenCompose(n -> CompletableFuture.failedFuture(new IllegalStateException("no"))))
                        .join())
                .hasRootCauseMessage("no");
        assertThat(prisma.customer().count()).isEqualTo(100);
        prisma.async()
                .transaction(tx -> tx.customer()
                        .delete(c -> c.id(1))
                        .thenCompose(gone -> tx.transaction(
                                inner -> inner.customer().deleteAll().thenApply(n -> {
                                    throw new IllegalStateException("inner");
                                })))
                        .exceptionally(failure -> null))
                .join();
        assertThat(prisma.customer().count()).isEqualTo(99);
    }

    @Test
    void a_transaction_that_never_completes_ends_with_its_time() {
        assertThatThrownBy(() -> prisma.async()
                        .transaction(
                                TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(150)),
                                tx -> new CompletableFuture<String>())
                        .join())
                .cause()
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2028"));
    }

    private static CompletableFuture<List<Long>> endless() {
        return prisma.async()
                .queryRaw(
                        Sql.of("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000)"
                                + " SELECT count(*) FROM n"),
                        Long.class);
    }

    private static void awaitThat(BooleanSupplier condition, String what) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - start < 5_000_000_000L) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cancelling_the_future_cancels_the_statement_and_so_does_its_time_when_it_is_up() throws Exception {
        CompletableFuture<List<Long>> slow = endless();
        Thread.sleep(200);
        assertThat(slow.cancel(true)).isTrue();
        assertThatThrownBy(slow::join).isInstanceOf(CancellationException.class);
        awaitThat(() -> shop.statements.all().size() == 1, "the statement has ended");
        CompletableFuture<List<Long>> late = endless().orTimeout(100, TimeUnit.MILLISECONDS);
        assertThatThrownBy(late::join).hasCauseInstanceOf(TimeoutException.class);
        awaitThat(() -> shop.statements.all().size() == 2, "this one has, too");
    }

    @Test
    void cancelling_a_transaction_takes_everything_back() throws Exception {
        CountDownLatch deleted = new CountDownLatch(1);
        CompletableFuture<String> work = prisma.async()
                .transaction(tx -> tx.customer().delete(c -> c.id(100)).thenCompose(gone -> {
                    deleted.countDown();
                    return new CompletableFuture<>();
                }));
        deleted.await();
        assertThat(work.cancel(true)).isTrue();
        awaitThat(() -> prisma.engine().pool().busy() == 0, "the transaction has ended");
        assertThat(prisma.customer().count()).isEqualTo(100);
        assertThat(shop.statements.all()).doesNotContain("COMMIT");
    }

    @Test
    void cancelling_a_transaction_within_a_transaction_takes_back_only_that() {
        prisma.async()
                .transaction(tx -> {
                    CountDownLatch deleted = new CountDownLatch(1);
                    CompletableFuture<Long> inner = tx.transaction(
                            within -> within.customer().deleteAll().thenCompose(n -> {
                                deleted.countDown();
                                return new CompletableFuture<>();
                            }));
                    CompletableFuture.runAsync(() -> {
                        await(deleted);
                        inner.cancel(true);
                    });
                    return inner.handle((n, cancelled) -> cancelled)
                            .thenCompose(cancelled -> tx.customer().delete(c -> c.id(1)));
                })
                .join();
        assertThat(prisma.customer().count()).isEqualTo(99);
    }

    @Test
    void operations_of_a_transaction_that_come_too_late_fail_and_never_hang() {
        for (int i = 0; i < 20; i++) {
            List<CompletableFuture<Long>> late = new ArrayList<>();
            CompletableFuture<Void> asking = new CompletableFuture<>();
            prisma.async()
                    .transaction(tx -> {
                        CompletableFuture.runAsync(() -> {
                            for (int n = 0; n < 50; n++) {
                                late.add(tx.customer().count());
                            }
                            asking.complete(null);
                        });
                        return tx.customer().count();
                    })
                    .join();
            asking.join();
            assertThat(late)
                    .allSatisfy(one -> assertThat(one.handle((n, failure) -> n == null ? "late" : "in time")
                                    .orTimeout(5, TimeUnit.SECONDS)
                                    .join())
                            .isIn("late", "in time"));
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what the test is about
    void a_transaction_without_a_future_says_so() {
        assertThatThrownBy(() -> prisma.async().<String>transaction(tx -> null).join())
                .hasRootCauseMessage("The work of an asynchronous transaction gave null in place of a future.");
    }

    @Test
    void after_a_cancel_no_more_rows_are_handed_over() throws Exception {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Long> all = prisma.async()
                .customer()
                .<Customer>forEach(q -> q.orderBy(c -> c.id().asc()), row -> {
                    seen.add(row.id());
                    first.countDown();
                    await(goOn);
                });
        first.await();
        assertThat(all.cancel(true)).isTrue();
        goOn.countDown();
        awaitThat(() -> prisma.engine().pool().busy() == 0, "the stream is closed");
        assertThat(seen).containsExactly(1);
    }

    @Test
    void a_read_by_key_that_is_cancelled_before_it_is_sent_never_is() throws Exception {
        var one = prisma.async().customer().findUnique(c -> c.id(1));
        var two = prisma.async().customer().findUniqueOrThrow(c -> c.id(2));
        var three = prisma.async().customer().findUnique(c -> c.id(3));
        assertThat(one.cancel(true)).isTrue();
        assertThat(two.cancel(true)).isTrue();
        assertThat(three.join()).isPresent();
        assertThat(shop.statements.all()).hasSize(1).first().asString().doesNotContain("IN (");
        var alone = prisma.async().customer().findUniqueOrThrow(c -> c.id(4));
        alone.cancel(true);
        Thread.sleep(300);
        assertThat(shop.statements.all()).hasSize(1);
    }

    @Test
    void an_object_that_cannot_be_made_of_a_row_fails_only_the_read_that_wanted_it() {
        var fails = prisma.async()
                .customer()
                .<Integer>findUnique(
                        c -> c.id(1),
                        q -> q.map(c -> Select.of(c.id()).as(id -> {
                            throw new IllegalStateException("not " + id);
                        })));
        var works = prisma.async()
                .customer()
                .findUnique(c -> c.id(2), q -> q.map(c -> Select.of(c.id()).as(id -> "#" + id)));
        assertThat(works.join()).contains("#2");
        assertThatThrownBy(fails::join).hasRootCauseMessage("not 1");
        assertThat(shop.statements.all()).hasSize(1);
    }

    @Test
    void batches_streams_and_failures_work_as_without_futures() {
        assertThat(prisma.async()
                        .batch(tx -> tx.customer().count(), tx -> tx.order().count())
                        .join())
                .containsExactly(100L, 3L);
        List<Integer> seen = new ArrayList<>();
        assertThat(prisma.async()
                        .customer()
                        .<Customer>forEach(q -> q.where(c -> c.id().lte(3)), row -> seen.add(row.id()))
                        .join())
                .isEqualTo(3);
        assertThat(seen).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> prisma.async()
                        .customer()
                        .create(c -> c.email("c1@shop.example"))
                        .join())
                .cause()
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2002"));
    }

    @Test
    void the_users_own_executor_is_used() {
        List<String> threads = new ArrayList<>();
        var own = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
        try (var client = shop.builder()
                .asyncExecutor(own)
                .onStatement(event -> threads.add(Thread.currentThread().getName()))
                .build()) {
            client.async().customer().count().join();
        }
        own.shutdown();
        assertThat(threads).isNotEmpty().containsOnly("own");
    }

    /** Every operation has a twin that does not wait, but for streams, which are {@code forEach}. */
    @Test
    void nothing_is_missing() {
        assertThat(operations(AsyncModelDelegate.class))
                .isEqualTo(operations(ModelDelegate.class).stream()
                        .map(name -> name.replace("stream", "forEach"))
                        .map(name -> name.equals("forEach/1") ? "forEach/2" : name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> operations(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map((Method method) -> method.getName() + "/" + method.getParameterCount())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
