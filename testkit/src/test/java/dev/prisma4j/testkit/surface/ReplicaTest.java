package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.ClientBuilder;
import dev.prisma4j.client.Sql;
import dev.prisma4j.client.cache.CacheOptions;
import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.expression.Select;
import dev.prisma4j.client.log.LogLevel;
import dev.prisma4j.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shop.lite.Customer;
import shop.lite.PrismaClient;

/** Databases that are only read from: separate files here, each with a customer named after it. */
class ReplicaTest {
    private static Shop primary;
    private static Shop first;
    private static Shop second;

    @BeforeAll
    static void create() {
        primary = new Shop();
        first = new Shop();
        second = new Shop();
        name(primary, "primary");
        name(first, "first");
        name(second, "second");
    }

    private static void name(Shop shop, String name) {
        try (PrismaClient client = shop.open()) {
            client.customer().create(c -> c.id(1).email("who@shop.example").name(name));
        }
    }

    @AfterAll
    static void drop() {
        primary.close();
        first.close();
        second.close();
    }

    private static ClientBuilder<PrismaClient> builder() {
        return primary.builder()
                .replicas(first.database().url(), second.database().url());
    }

    private static String who(PrismaClient client) {
        return String.valueOf(client.customer().findUniqueOrThrow(c -> c.id(1)).name());
    }

    @Test
    void reads_take_turns_among_the_replicas_writes_and_transactions_go_to_the_primary() {
        try (PrismaClient client = builder().build()) {
            Set<String> asked = new HashSet<>();
            for (int i = 0; i < 4; i++) {
                asked.add(who(client));
            }
            assertThat(asked).containsExactlyInAnyOrder("first", "second");
            assertThat(client.<String, RuntimeException>transaction(tx -> String.valueOf(
                            tx.customer().findUniqueOrThrow(c -> c.id(1)).name())))
                    .isEqualTo("primary");
            assertThat(client.customer()
                            .update(c -> c.id(1), d -> d.rating(1.0))
                            .name())
                    .isEqualTo("primary");
            assertThat(client.queryRaw(Sql.of("SELECT \"name\" FROM \"Customer\""), String.class))
                    .containsExactly("primary");
            try (Stream<Customer> rows = client.customer().<Customer>stream(q -> q)) {
                assertThat(rows.map(Customer::name)).doesNotContain("primary");
            }
            assertThat(who(client.primary())).isEqualTo("primary");
            PrismaClient reading = client.replica();
            assertThat(who(reading)).isNotEqualTo("primary");
            assertThat(reading.queryRaw(Sql.of("SELECT \"name\" FROM \"Customer\""), String.class))
                    .doesNotContain("primary");
            assertThatThrownBy(() -> reading.customer().deleteAll()).hasMessageContaining("only reads");
            assertThatThrownBy(() -> reading.inTransaction(tx -> {})).hasMessageContaining("primary");
        }
    }

    @Test
    void after_a_write_reads_go_to_the_primary_for_as_long_as_was_asked_for() throws Exception {
        try (PrismaClient client =
                builder().readYourWrites(Duration.ofMillis(300)).build()) {
            assertThat(who(client)).isNotEqualTo("primary");
            client.customer().update(c -> c.id(1), d -> d.rating(2.0));
            assertThat(who(client)).isEqualTo("primary");
            assertThat(who(client.replica())).isNotEqualTo("primary");
            Thread.sleep(320);
            assertThat(who(client)).isNotEqualTo("primary");
            client.inTransaction(tx -> tx.customer().update(c -> c.id(1), d -> d.rating(3.0)));
            assertThat(who(client)).isEqualTo("primary");
        }
    }

    @Test
    void a_write_whose_answer_could_not_be_made_was_a_write() {
        try (PrismaClient client =
                builder().readYourWrites(Duration.ofMinutes(1)).build()) {
            assertThat(who(client)).isNotEqualTo("primary");
            assertThatThrownBy(() -> client.customer()
                            .update(
                                    c -> c.id(1),
                                    d -> d.rating(4.0),
                                    q -> q.map(c -> Select.of(c.id()).as(id -> {
                                        throw new IllegalStateException("not " + id);
                                    }))))
                    .hasMessage("not 1");
            assertThat(who(client)).isEqualTo("primary");
        }
    }

    @Test
    void a_replica_that_cannot_be_reached_is_left_alone_and_its_reads_go_elsewhere() {
        List<String> warnings = new ArrayList<>();
        String nowhere = "file:/nowhere/at/all/x.db";
        try (PrismaClient client = primary.builder()
                .replicas(nowhere, first.database().url())
                .replicaRest(Duration.ofMinutes(1))
                .onLog(event -> {
                    if (event.level() == LogLevel.WARN) {
                        warnings.add(event.message());
                    }
                })
                .build()) {
            for (int i = 0; i < 6; i++) {
                assertThat(who(client)).isEqualTo("first");
            }
            assertThat(warnings).hasSize(1).first().asString().startsWith("Replica 1 does not answer (P");
            assertThat(client.health().isUp()).isTrue();
            assertThat(client.health().replicas().get(0).isUp()).isFalse();
            assertThat(client.health().replicas().get(1).isUp()).isTrue();
        }
        try (PrismaClient client = primary.builder().replicas(nowhere).build()) {
            assertThat(who(client)).as("the primary, where no replica answers").isEqualTo("primary");
            assertThatThrownBy(() -> who(client.replica()))
                    .isInstanceOf(dev.prisma4j.engine.error.ConnectionException.class);
        }
    }

    @Test
    void kept_answers_come_from_the_primary_unless_a_replica_is_asked() {
        CacheStrategy minute = CacheStrategy.ttl(Duration.ofMinutes(1));
        try (PrismaClient client =
                builder().cache(CacheOptions.local(100).forgettingOnWrites()).build()) {
            Function<PrismaClient, String> kept = asked -> String.valueOf(asked.customer()
                    .findUniqueOrThrow(c -> c.id(1), q -> q.cache(minute))
                    .name());
            assertThat(kept.apply(client.replica())).isNotEqualTo("primary");
            assertThat(kept.apply(client)).isEqualTo("primary");
            client.customer().update(c -> c.id(1), d -> d.name("changed"));
            assertThat(kept.apply(client)).as("not what a replica still has").isEqualTo("changed");
            assertThat(kept.apply(client.primary())).isEqualTo("changed");
            assertThat(client.cache().stats().hits()).isEqualTo(1);
            client.customer().update(c -> c.id(1), d -> d.name("primary"));
        }
    }

    @Test
    void a_client_without_replicas_says_so() {
        try (PrismaClient client = primary.open()) {
            assertThatThrownBy(client::replica).hasMessageContaining("no replicas");
            assertThat(who(client.primary())).isEqualTo("primary");
        }
    }

    @Test
    void a_data_source_can_be_a_replica_too() {
        TestDatabase database = second.database();
        org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
        source.setUrl(database.jdbcUrl());
        try (PrismaClient client = primary.builder().replicas(source).build()) {
            assertThat(who(client)).isEqualTo("second");
        }
    }
}
