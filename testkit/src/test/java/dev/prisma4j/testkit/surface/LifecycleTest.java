package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.ClientBuilder;
import dev.prisma4j.client.cache.CacheOptions;
import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.log.LogLevel;
import dev.prisma4j.client.log.Redaction;
import dev.prisma4j.client.runtime.RetryPolicy;
import dev.prisma4j.engine.IsolationLevel;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.ConnectionException;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shop.lite.PrismaClient;

/** From the builder to the end: options, second attempts, logs, health, closing. */
class LifecycleTest {
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void closing_waits_for_what_runs_refuses_what_comes_and_can_be_repeated() throws Exception {
        PrismaClient client = shop.open();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        CompletableFuture<Long> work =
                CompletableFuture.supplyAsync(() -> client.<Long, RuntimeException>transaction(tx -> {
                    inside.countDown();
                    await(closing);
                    return tx.customer().count();
                }));
        inside.await();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> client.close(Duration.ofSeconds(5)));
        Thread.sleep(100);
        assertThat(closed).isNotDone();
        assertThatThrownBy(() -> client.customer().count()).hasMessageContaining("client is closed");
        closing.countDown();
        closed.join();
        assertThat(work.join()).isZero();
        client.close();
        client.close();
        assertThat(client.health().isUp()).isFalse();
        assertThatThrownBy(() -> client.async().customer().count().join()).hasMessageContaining("client is closed");
    }

    @Test
    void closing_does_not_wait_for_ever() {
        List<String> warnings = new ArrayList<>();
        PrismaClient client = shop.builder()
                .closeTimeout(Duration.ofMillis(50))
                .onLog(event -> warnings.add(event.level() + " " + event.message()))
                .build();
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<?> work = CompletableFuture.runAsync(() -> client.inTransaction(tx -> await(end)));
        while (client.engine().pool().busy() == 0) {
            Thread.onSpinWait();
        }
        client.close();
        end.countDown();
        assertThat(warnings)
                .containsExactly(
                        "INFO The client is open on sqlite.",
                        "WARN The client is closed while operations still run.",
                        "INFO The client is closed.");
        work.handle((done, failure) -> done).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void health_tells_latency_and_connections_or_what_is_wrong() {
        try (PrismaClient client = shop.open()) {
            assertThat(client.health().isUp()).isTrue();
            assertThat(client.health().primary().latency()).isPositive();
            assertThat(client.health().primary().pool().open()).isEqualTo(1);
        }
        try (PrismaClient client =
                PrismaClient.builder().url("file:/nowhere/at/all/x.db").build()) {
            assertThat(client.health().isUp()).isFalse();
            assertThat(client.health().primary().problem()).startsWith("P");
        }
    }

    @Test
    void transactions_take_the_builders_options_where_they_say_nothing() {
        try (PrismaClient client = shop.builder()
                .transactionOptions(TransactionOptions.DEFAULT
                        .withTimeout(Duration.ofMillis(60))
                        .withIsolation(IsolationLevel.SERIALIZABLE))
                .build()) {
            assertThatThrownBy(() -> client.inTransaction(tx -> {
                        sleep(150);
                        tx.customer().count();
                    }))
                    .isInstanceOfSatisfying(
                            PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2028"))
                    .hasMessageContaining("60 ms");
            client.inTransaction(TransactionOptions.DEFAULT.withTimeout(Duration.ofSeconds(5)), tx -> {
                sleep(150);
                tx.customer().count();
            });
        }
        try (PrismaClient client =
                shop.builder().isolation(IsolationLevel.SNAPSHOT).build()) {
            assertThatThrownBy(() -> client.inTransaction(tx -> tx.customer().count()))
                    .hasMessageContaining("Invalid isolation level `Snapshot`");
        }
    }

    @Test
    void transactions_are_tried_again_as_often_as_they_say_or_else_as_the_builder_says() {
        try (PrismaClient client = shop.builder()
                .transactionOptions(TransactionOptions.DEFAULT.withRetries(2))
                .build()) {
            assertThat(attempts(client, TransactionOptions.DEFAULT)).isEqualTo(3);
            assertThat(attempts(client, TransactionOptions.DEFAULT.withRetries(1)))
                    .isEqualTo(2);
            assertThat(attempts(client, TransactionOptions.DEFAULT.withRetries(0)))
                    .isEqualTo(1);
        }
        try (PrismaClient client = shop.open()) {
            assertThat(attempts(client, TransactionOptions.DEFAULT)).isEqualTo(1);
        }
    }

    private static int attempts(PrismaClient client, TransactionOptions options) {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> client.inTransaction(options, tx -> {
                    attempts.incrementAndGet();
                    throw Errors.writeConflict(null);
                }))
                .isInstanceOf(PrismaException.class);
        return attempts.get();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void slow_and_failed_statements_are_told_with_values_as_far_as_they_may_be_shown() {
        List<String> told = new ArrayList<>();
        try (PrismaClient client = shop.builder()
                .slowStatements(Duration.ZERO)
                .redaction(Redaction.TEXTS_HIDDEN)
                .onLog(event -> told.add(event.level() + " " + event.message()))
                .build()) {
            client.customer()
                    .findMany(q ->
                            q.where(c -> c.email().eq("hidden@shop.example").and(c.id().gt(41))));
            assertThat(told)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("WARN Slow statement, ")
                            .contains("[<19 characters>, 41]")
                            .doesNotContain("hidden"));
            assertThatThrownBy(
                            () -> client.executeRaw(dev.prisma4j.client.Sql.of("UPDATE nothing SET x = {}", "s3cret")))
                    .isInstanceOf(PrismaException.class);
            assertThat(told)
                    .anySatisfy(line ->
                            assertThat(line).startsWith("ERROR UPDATE nothing").doesNotContain("s3cret"));
        }
        told.clear();
        try (PrismaClient client = shop.builder()
                .slowStatements(Duration.ZERO)
                .redaction(Redaction.SHOWN)
                .onLog(event -> told.add(event.message()))
                .log(LogLevel.QUERY)
                .build()) {
            client.customer().count(q -> q.where(c -> c.email().eq("shown@shop.example")));
        }
        assertThat(told).anyMatch(line -> line.contains("[shown@shop.example]"));
    }

    /** A source whose connections cannot be had for the first so many times. */
    private static DataSource failing(AtomicInteger failures) {
        org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
        source.setUrl(shop.database().jdbcUrl());
        return (DataSource) Proxy.newProxyInstance(
                LifecycleTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && failures.getAndDecrement() > 0) {
                        throw new SQLException("unable to open database file", "08001", 14);
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void reads_are_tried_again_when_there_is_no_connection_and_writes_are_not() {
        AtomicInteger failures = new AtomicInteger(2);
        ClientBuilder<PrismaClient> builder = PrismaClient.builder()
                .dataSource(failing(failures))
                .retries(RetryPolicy.times(2).waiting(Duration.ofMillis(1), Duration.ofMillis(5)));
        try (PrismaClient client = builder.build()) {
            assertThat(client.customer().count()).isZero();
            failures.set(3);
            assertThatThrownBy(() -> client.customer().count()).isInstanceOf(PrismaException.class);
            failures.set(1);
            assertThatThrownBy(() -> client.customer().deleteAll()).isInstanceOf(PrismaException.class);
        }
    }

    @Test
    void a_write_that_may_have_been_done_before_the_connection_was_lost_is_forgotten_too() {
        AtomicInteger failures = new AtomicInteger();
        CacheStrategy minute = CacheStrategy.ttl(Duration.ofMinutes(1));
        try (PrismaClient client = PrismaClient.builder()
                .dataSource(failing(failures))
                .cache(CacheOptions.local().forgettingOnWrites())
                .build()) {
            client.customer().count(q -> q.cache(minute));
            failures.set(1);
            assertThatThrownBy(() -> client.customer().deleteAll()).isInstanceOf(ConnectionException.class);
            client.customer().count(q -> q.cache(minute));
            assertThat(client.cache().stats().loads()).isEqualTo(2);
            client.customer().count(q -> q.cache(minute));
            assertThat(client.cache().stats().loads()).isEqualTo(2);
        }
    }

    @Test
    void a_builder_that_fails_leaves_nothing_open_and_one_that_is_used_again_is_as_before() {
        long before = pools();
        assertThatThrownBy(() -> shop.builder().replicas("nothing://at/all").build())
                .isInstanceOf(PrismaException.class);
        for (int i = 0; i < 500 && pools() > before; i++) {
            sleep(10); // a thread takes a moment to end
        }
        assertThat(pools()).isLessThanOrEqualTo(before);
        List<String> told = new ArrayList<>();
        ClientBuilder<PrismaClient> builder = shop.builder().onLog(event -> {
            if (event.level() == LogLevel.ERROR) {
                told.add(event.message());
            }
        });
        builder.build().close();
        try (PrismaClient again = builder.build()) {
            assertThatThrownBy(() -> again.executeRaw(dev.prisma4j.client.Sql.of("DELETE FROM nothing")))
                    .isInstanceOf(PrismaException.class);
        }
        assertThat(told).hasSize(1);
    }

    /** How many pools are open, each of which has a thread that looks after it. */
    private static long pools() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("prisma4j")
                        && thread.getName().contains("housekeeper"))
                .count();
    }

    @Test
    void a_schema_name_needs_a_database_that_has_schemas() {
        assertThatThrownBy(() -> shop.builder().schemaName("tenant").build())
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2026"))
                .hasMessageContaining("schema name");
    }
}
