package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.client.cache.CacheOptions;
import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.redis.RedisStore;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.lite.PrismaClient;

/** Answers in a Redis that two clients share. Skipped where there is no {@code redis-server}. */
class RedisTest {
    private static final CacheStrategy MINUTE =
            CacheStrategy.ttl(Duration.ofMinutes(1)).tags("all");

    @TempDir
    static Path folder;

    private static @Nullable Process server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Stream.of("/usr/bin/redis-server", "/usr/local/bin/redis-server")
                        .anyMatch(path -> Files.isExecutable(Path.of(path))),
                "there is no redis-server");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new ProcessBuilder(
                        "redis-server",
                        "--port",
                        "" + port,
                        "--save",
                        "",
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        for (int i = 0; i < 100; i++) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    private static CacheOptions redis() {
        return CacheOptions.in(RedisStore.connect("redis://127.0.0.1:" + port, "test:", Duration.ofSeconds(10)))
                .forgettingOnWrites();
    }

    @Test
    void what_one_client_has_read_the_other_has_and_what_one_forgets_both_forget() {
        try (Shop shop = new Shop();
                PrismaClient one = shop.builder().cache(redis()).build();
                PrismaClient other = shop.builder().cache(redis()).build()) {
            one.customer().create(c -> c.id(1).email("a@shop.example").orders(o -> o.create(x -> x.number(5))));
            shop.statements.forget();
            var first = one.customer().findMany(q -> q.include(c -> c.orders()).cache(MINUTE));
            int once = shop.statements.all().size();
            assertThat(other.customer().findMany(q -> q.include(c -> c.orders()).cache(MINUTE)))
                    .isEqualTo(first);
            assertThat(shop.statements.all()).hasSize(once);
            one.order().delete(o -> o.number(5));
            assertThat(other.customer()
                            .findFirstOrThrow(q -> q.include(c -> c.orders()).cache(MINUTE))
                            .orders())
                    .isEmpty();
            other.cache().invalidate("all");
            shop.statements.forget();
            one.customer().findMany(q -> q.include(c -> c.orders()).cache(MINUTE));
            assertThat(shop.statements.all()).hasSize(once);
            assertThat(other.cache().stats().hits()).isEqualTo(1);
        }
    }

    @Test
    void a_redis_that_goes_away_is_done_without() throws Exception {
        try (Shop shop = new Shop();
                PrismaClient client = shop.builder()
                        .cache(CacheOptions.in(
                                RedisStore.connect("redis://127.0.0.1:" + port, "other:", Duration.ofMillis(100))))
                        .build()) {
            assertThat(client.customer().count(q -> q.cache(MINUTE))).isZero();
            stop();
            assertThat(client.customer().count(q -> q.cache(MINUTE))).isZero();
            assertThat(client.cache().stats().failures()).isPositive();
            start();
        }
    }
}
