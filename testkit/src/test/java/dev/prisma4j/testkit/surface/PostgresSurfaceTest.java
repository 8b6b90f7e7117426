package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.prisma4j.client.Sql;
import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.runtime.RetryPolicy;
import dev.prisma4j.engine.IsolationLevel;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.event.StatementEvent;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import shop.postgres.PrismaClient;

/** What only a server shows: cancelled statements, conflicts, schemas, lost connections. */
@DatabaseTest(DatabaseKind.POSTGRESQL)
class PostgresSurfaceTest {
    private final TestDatabase database;
    private final List<StatementEvent> statements = new CopyOnWriteArrayList<>();
    private final PrismaClient prisma;

    PostgresSurfaceTest(TestDatabase database) {
        this.database = database;
        Shop.createTables(database);
        prisma = PrismaClient.builder()
                .url(database.url() + "?connection_limit=5&pool_timeout=7&connect_timeout=3&socket_timeout=30")
                .onStatement(statements::add)
                .joinReads(Duration.ofMillis(100))
                .retries(RetryPolicy.times(5))
                .build();
    }

    @AfterEach
    void close() {
        prisma.close();
    }

    @Test
    void everything_works_on_a_server() throws Exception {
        readsAreJoined();
        aCancelledFutureCancelsTheStatement();
        conflictsAreTriedAgain();
        answersAreKept();
        aLostConnectionIsReplaced();
        aSchemaNameIsRespected();
        assertThat(prisma.engine().pool().open()).isLessThanOrEqualTo(5);
    }

    private void readsAreJoined() {
        prisma.customer()
                .createMany(
                        IntStream.rangeClosed(1, 20).boxed().toList(),
                        (c, i) -> c.id(i).email("c" + i + "@shop.example").name("N" + i));
        statements.clear();
        var all = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> prisma.async().customer().findUniqueOrThrow(c -> c.email("c" + i + "@shop.example")))
                .toList();
        for (int i = 1; i <= 20; i++) {
            assertThat(all.get(i - 1).join().id()).isEqualTo(i);
        }
        assertThat(statements).hasSize(1);
        var good = prisma.async().customer().findUniqueOrThrow(c -> c.email("c1@shop.example"));
        var bad = prisma.async().customer().findUniqueOrThrow(c -> c.email("no\u0000text"));
        assertThat(good.join().id()).isEqualTo(1);
        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class);
    }

    private void aCancelledFutureCancelsTheStatement() throws Exception {
        CompletableFuture<List<String>> slow =
                prisma.async().queryRaw(Sql.of("SELECT pg_sleep(20)::text AS done"), String.class);
        Thread.sleep(150);
        statements.clear();
        slow.cancel(true);
        long start = System.nanoTime();
        while (statements.isEmpty() && System.nanoTime() - start < 5_000_000_000L) {
            Thread.sleep(10);
        }
        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).failure()).hasMessageContaining("cancel");
    }

    private void conflictsAreTriedAgain() throws Exception {
        TransactionOptions serializable = TransactionOptions.DEFAULT
                .withIsolation(IsolationLevel.SERIALIZABLE)
                .withRetries(10);
        CountDownLatch together = new CountDownLatch(2);
        List<CompletableFuture<Void>> both = IntStream.of(1, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    prisma.inTransaction(serializable, tx -> {
                        long visits =
                                tx.customer().findUniqueOrThrow(c -> c.id(1)).visits();
                        together.countDown();
                        await(together);
                        tx.customer().update(c -> c.id(1), d -> d.visits(visits + 1));
                    });
                }))
                .toList();
        both.forEach(CompletableFuture::join);
        assertThat(prisma.customer().findUniqueOrThrow(c -> c.id(1)).visits()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answersAreKept() {
        CacheStrategy minute = CacheStrategy.ttl(Duration.ofMinutes(1));
        var fresh = prisma.customer().findMany(q -> q.orderBy(c -> c.id().asc()).include(c -> c.orders()));
        statements.clear();
        for (int i = 0; i < 3; i++) {
            assertThat(prisma.customer()
                            .findMany(q -> q.orderBy(c -> c.id().asc())
                                    .include(c -> c.orders())
                                    .cache(minute)))
                    .isEqualTo(fresh);
        }
        assertThat(statements).hasSizeLessThanOrEqualTo(2);
        assertThat(prisma.cache().stats().hits()).isEqualTo(2);
    }

    private void aLostConnectionIsReplaced() throws Exception {
        assertThat(prisma.health().isUp()).isTrue();
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid()");
        assertThat(prisma.customer().count()).isEqualTo(20);
    }

    private void aSchemaNameIsRespected() throws Exception {
        database.execute("CREATE SCHEMA tenant", "CREATE TABLE tenant.\"Visit\" (LIKE public.\"Visit\" INCLUDING ALL)");
        try (PrismaClient tenant =
                PrismaClient.builder().url(database.url()).schemaName("tenant").build()) {
            assertThat(tenant.visit().count()).isZero();
            assertThatThrownBy(() -> tenant.customer().count()).hasMessageContaining("Customer");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(source);
            pool.setMaximumPoolSize(1);
            pool.setConnectionInitSql("SET search_path TO \"$user\", public, pg_temp");
            try (PrismaClient tenant =
                    PrismaClient.builder().dataSource(pool).schemaName("tenant").build()) {
                assertThat(tenant.visit().count()).isZero();
                assertThatThrownBy(() -> tenant.customer().count()).hasMessageContaining("Customer");
                tenant.inTransaction(tx -> assertThat(tx.visit().count()).isZero());
            }
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SHOW search_path")) {
                rows.next();
                assertThat(rows.getString(1)).as("whoever comes next").isEqualTo("\"$user\", public, pg_temp");
            }
        }
    }
}
