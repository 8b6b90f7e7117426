package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.Sql;
import dev.prisma4j.client.cache.CacheKey;
import dev.prisma4j.client.cache.CacheOptions;
import dev.prisma4j.client.cache.CacheStore;
import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.cache.CachedAnswer;
import dev.prisma4j.client.expression.Select;
import dev.prisma4j.client.log.LogLevel;
import dev.prisma4j.client.tree.ChangedModels;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.error.UniqueConstraintException;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.lite.Customer;
import shop.lite.Level;
import shop.lite.PrismaClient;
import shop.lite.PrismaModels;

/** Answers that are kept. */
class CacheTest {
    private static final CacheStrategy LONG = CacheStrategy.ttl(Duration.ofMinutes(1));

    private static Shop shop;
    private PrismaClient prisma;

    @BeforeAll
    static void create() {
        shop = new Shop();
    }

    @AfterAll
    static void drop() {
        shop.close();
    }

    @BeforeEach
    void open() {
        prisma = shop.open();
        prisma.customer().deleteAll();
        prisma.customer()
                .create(c -> c.id(1)
                        .email("a@shop.example")
                        .level(Level.GOLD)
                        .photo(new byte[] {1, 2})
                        .settings(Json.ofText("{\"a\": [1, null]}"))
                        .rating(4.5)
                        .orders(o -> o.create(x -> x.number(1).items(i -> i.create(y -> y.product("tea"))))));
        prisma.customer().create(c -> c.id(2).email("b@shop.example"));
        shop.statements.forget();
    }

    @AfterEach
    void close() {
        prisma.close();
    }

    private int statements() {
        return shop.statements.all().size();
    }

    @Test
    void an_answer_is_given_again_for_its_time_and_is_equal_to_a_fresh_one() {
        for (int i = 0; i < 3; i++) {
            var fresh = prisma.customer()
                    .findMany(q -> q.include(
                            c -> c.orders(o -> o.include(x -> x.items())).count(n -> n.orders())));
            shop.statements.forget();
            var kept = prisma.customer()
                    .findMany(q -> q.include(c ->
                                    c.orders(o -> o.include(x -> x.items())).count(n -> n.orders()))
                            .cache(LONG));
            assertThat(kept).isEqualTo(fresh).hasToString(fresh.toString());
            assertThat(statements() > 0).isEqualTo(i == 0);
        }
        assertThat(prisma.cache().stats().hits()).isEqualTo(2);
        assertThat(prisma.cache().stats().misses()).isEqualTo(1);
    }

    @Test
    void every_kind_of_read_can_be_kept() {
        for (int i = 0; i < 2; i++) {
            shop.statements.forget();
            assertThat(prisma.customer().findUnique(c -> c.id(1), q -> q.cache(LONG)))
                    .isPresent();
            assertThat(prisma.customer().findUnique(c -> c.id(9), q -> q.cache(LONG)))
                    .isEmpty();
            assertThat(prisma.customer()
                            .findFirst(q -> q.orderBy(c -> c.id().desc()).cache(LONG)))
                    .map(Customer::id)
                    .contains(2);
            assertThat(prisma.customer().count(q -> q.cache(LONG))).isEqualTo(2);
            assertThat(prisma.customer()
                            .<@Nullable Integer>aggregate(a -> a.cache(LONG).map(c -> c.id().max())))
                    .isEqualTo(2);
            assertThat(prisma.customer()
                            .groupBy(g -> g.by(c -> c.level())
                                    .orderBy(c -> c.level().asc())
                                    .cache(LONG)
                                    .map(c -> Select.of(c.level(), c.count()).as((level, n) -> level + " " + n))))
                    .containsExactlyInAnyOrder("GOLD 1", "BASIC 1");
            assertThat(statements()).isEqualTo(i == 0 ? 6 : 0);
        }
    }

    @Test
    void other_values_and_selections_are_other_answers_but_other_readers_share_one() {
        prisma.customer().findMany(q -> q.where(c -> c.id().eq(1)).cache(LONG));
        prisma.customer().findMany(q -> q.where(c -> c.id().eq(2)).cache(LONG));
        prisma.customer().findMany(q -> q.select(s -> s.id()).cache(LONG));
        assertThat(statements()).isEqualTo(3);
        List<String> mapped = prisma.customer()
                .findMany(q -> q.map(c -> Select.of(c.id()).as(id -> "#" + id)).cache(LONG));
        assertThat(mapped).containsExactlyInAnyOrder("#1", "#2");
        assertThat(statements()).as("the same column as the select above").isEqualTo(3);
    }

    @Test
    void who_changes_an_answer_changes_only_his_own() {
        byte[] photo = prisma.customer()
                .findUniqueOrThrow(c -> c.id(1), q -> q.cache(LONG))
                .photo();
        assertThat(photo).containsExactly(1, 2);
        photo[0] = 99;
        assertThat(prisma.customer()
                        .findUniqueOrThrow(c -> c.id(1), q -> q.cache(LONG))
                        .photo())
                .containsExactly(1, 2);
        assertThat(statements()).isEqualTo(1);
    }

    @Test
    void a_stale_answer_is_given_while_a_fresh_one_is_read() throws Exception {
        CacheStrategy strategy = CacheStrategy.ttl(Duration.ofMillis(1)).swr(Duration.ofMinutes(1));
        prisma.customer().count(q -> q.cache(strategy));
        prisma.customer().delete(c -> c.id(2));
        Thread.sleep(5);
        assertThat(prisma.customer().count(q -> q.cache(strategy))).as("stale").isEqualTo(2);
        long start = System.nanoTime();
        while (prisma.cache().stats().loads() < 2 && System.nanoTime() - start < 2_000_000_000L) {
            Thread.sleep(5);
        }
        Thread.sleep(20);
        assertThat(prisma.customer().count(q -> q.cache(LONG))).as("fresh").isEqualTo(1);
        assertThat(prisma.cache().stats().staleHits()).isEqualTo(1);
    }

    @Test
    void an_answer_is_forgotten_by_its_time_its_tags_its_models_and_altogether() throws Exception {
        CacheStrategy tagged = LONG.tags("shop", "all");
        Runnable read =
                () -> prisma.customer().findMany(q -> q.include(c -> c.orders()).cache(tagged));
        read.run();
        int once = statements();
        prisma.cache().invalidate("other");
        prisma.cache().invalidateModels("Item");
        read.run();
        assertThat(statements()).isEqualTo(once);
        prisma.cache().invalidate("shop");
        read.run();
        assertThat(statements()).isEqualTo(2 * once);
        prisma.cache().invalidateModels("Order");
        read.run();
        assertThat(statements()).isEqualTo(3 * once);
        prisma.cache().invalidateAll();
        read.run();
        assertThat(statements()).isEqualTo(4 * once);
        prisma.customer().count(q -> q.cache(CacheStrategy.ttl(Duration.ofMillis(20))));
        Thread.sleep(30);
        prisma.customer().count(q -> q.cache(CacheStrategy.ttl(Duration.ofMillis(20))));
        assertThat(statements()).isEqualTo(4 * once + 2);
    }

    @Test
    void on_request_writes_forget_what_depends_on_them_cascades_included() {
        try (PrismaClient client = shop.builder()
                .cache(CacheOptions.local(100).forgettingOnWrites())
                .build()) {
            Runnable items = () -> client.item().findMany(q -> q.cache(LONG));
            Runnable addresses = () -> client.address().findMany(q -> q.cache(LONG));
            items.run();
            addresses.run();
            shop.statements.forget();
            client.customer().update(c -> c.id(2), d -> d.name("x"));
            items.run();
            assertThat(shop.statements.selects())
                    .as("a changed name touches no item")
                    .isEmpty();
            client.customer().delete(c -> c.id(1));
            shop.statements.forget();
            items.run();
            addresses.run();
            assertThat(shop.statements.selects())
                    .as("the customer took both with it")
                    .hasSize(2);
            client.transaction(tx -> {
                tx.address().create(a -> a.city("Bern").customerId(2));
                shop.statements.forget();
                client.primary();
                addresses.run();
                assertThat(shop.statements.selects()).as("not committed yet").isEmpty();
                return null;
            });
            assertThat(client.address().findMany(q -> q.cache(LONG))).hasSize(1);
        }
    }

    @Test
    void a_write_whose_answer_could_not_be_made_forgets_as_others_do_and_one_that_was_refused_does_not() {
        try (PrismaClient client = shop.builder()
                .cache(CacheOptions.local(100).forgettingOnWrites())
                .build()) {
            LongSupplier count = () -> client.customer().count(q -> q.cache(LONG));
            assertThat(count.getAsLong()).isEqualTo(2);
            assertThatThrownBy(() -> createAndFail(client, "c@shop.example")).hasMessageStartingWith("no ");
            assertThat(count.getAsLong()).isEqualTo(3);
            client.inTransaction(tx -> assertThatThrownBy(() -> createAndFail(tx, "d@shop.example"))
                    .hasMessageStartingWith("no "));
            assertThat(count.getAsLong()).isEqualTo(4);
            assertThatThrownBy(() -> client.customer().create(c -> c.email("d@shop.example")))
                    .isInstanceOf(UniqueConstraintException.class);
            long loads = client.cache().stats().loads();
            assertThat(count.getAsLong()).isEqualTo(4);
            assertThat(client.cache().stats().loads()).isEqualTo(loads);
            client.executeRaw(Sql.of("UPDATE \"Customer\" SET \"level\" = 'unknown' WHERE \"id\" = 2"));
            LongSupplier visits = () -> client.customer()
                    .findFirstOrThrow(
                            q -> q.where(c -> c.id().eq(2)).cache(LONG).map(c -> c.visits()));
            assertThat(visits.getAsLong()).isZero();
            assertThatThrownBy(() -> client.customer().update(c -> c.id(2), d -> d.visits(5)))
                    .isInstanceOfSatisfying(
                            PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2023"));
            assertThat(visits.getAsLong()).isEqualTo(5);
        }
    }

    private static void createAndFail(PrismaModels client, String email) {
        client.customer()
                .create(
                        c -> c.email(email),
                        q -> q.map(c -> Select.of(c.id()).as(id -> {
                            throw new IllegalStateException("no " + id);
                        })));
    }

    @Test
    void transactions_keep_nothing_and_take_nothing() {
        prisma.customer().count(q -> q.cache(LONG));
        prisma.inTransaction(tx -> {
            tx.customer().delete(c -> c.id(2));
            assertThat(tx.customer().count(q -> q.cache(LONG))).isEqualTo(1);
        });
        assertThat(prisma.customer().count(q -> q.cache(LONG))).isEqualTo(2);
        assertThat(prisma.cache().stats().loads()).isEqualTo(1);
    }

    @Test
    void many_who_ask_at_once_make_one_read() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Integer>> all = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return prisma.customer().findMany(q -> q.cache(LONG)).size();
                }))
                .toList();
        go.countDown();
        all.forEach(one -> assertThat(one.join()).isEqualTo(2));
        assertThat(prisma.cache().stats().loads()).isEqualTo(1);
        assertThat(statements()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_kept_says_so() {
        assertThatThrownBy(() -> prisma.customer().create(c -> c.email("x"), q -> q.cache(LONG)))
                .hasMessageContaining("create of Customer writes");
        assertThatThrownBy(() -> prisma.customer().findMany(q -> q.include(c -> c.orders(o -> o.cache(LONG)))))
                .hasMessageContaining("belongs to the whole read");
        assertThatThrownBy(() -> prisma.customer().findMany(q -> q.forUpdate().cache(LONG)))
                .hasMessageContaining("locks rows");
        assertThatThrownBy(() -> prisma.customer().stream(q -> q.cache(LONG))).hasMessageContaining("stream");
    }

    /** A store that keeps bytes, as those outside of the process do, and can be broken. */
    private static final class Bytes implements CacheStore {
        final Map<String, byte[]> answers = new HashMap<>();
        final Map<String, Long> versions = new HashMap<>();
        boolean broken;
        boolean closed;

        private void check() {
            if (broken) {
                throw new IllegalStateException("broken");
            }
        }

        @Override
        public @Nullable CachedAnswer get(CacheKey key) {
            check();
            byte[] bytes = answers.get(key.text());
            return bytes == null ? null : CachedAnswer.decode(bytes);
        }

        @Override
        public void put(CacheKey key, CachedAnswer answer, Duration time) {
            check();
            answers.put(key.text(), answer.encode());
        }

        @Override
        public List<Long> versions(List<String> names) {
            check();
            return names.stream().map(name -> versions.getOrDefault(name, 0L)).toList();
        }

        @Override
        public void renew(Collection<String> names) {
            names.forEach(name -> versions.merge(name, 1L, Long::sum));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void clients_on_different_databases_share_a_store_but_no_answers() {
        CacheOptions shared = CacheOptions.in(new Bytes()).forgettingOnWrites();
        try (Shop branch = new Shop();
                PrismaClient here = shop.builder().cache(shared).build();
                PrismaClient too = shop.builder().cache(shared).build();
                PrismaClient there = branch.builder().cache(shared).build();
                PrismaClient hereBySource = PrismaClient.builder()
                        .dataSource(source(shop))
                        .cache(shared)
                        .build();
                PrismaClient thereBySource = PrismaClient.builder()
                        .dataSource(source(branch))
                        .cache(shared)
                        .build()) {
            assertThat(here.customer().count(q -> q.cache(LONG))).isEqualTo(2);
            assertThat(there.customer().count(q -> q.cache(LONG))).isZero();
            assertThat(hereBySource.customer().count(q -> q.cache(LONG))).isEqualTo(2);
            assertThat(thereBySource.customer().count(q -> q.cache(LONG))).isZero();
            assertThat(too.customer().count(q -> q.cache(LONG))).isEqualTo(2);
            assertThat(too.cache().stats().hits()).as("the same database").isEqualTo(1);
            here.customer().create(c -> c.email("c@shop.example"));
            assertThat(too.customer().count(q -> q.cache(LONG))).isEqualTo(3);
            there.customer().count(q -> q.cache(LONG));
            assertThat(there.cache().stats().hits())
                    .as("nothing was written there")
                    .isEqualTo(1);
        }
    }

    private static org.sqlite.SQLiteDataSource source(Shop shop) {
        org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
        source.setUrl(shop.database().jdbcUrl());
        return source;
    }

    @Test
    void a_store_is_closed_with_the_client_even_if_nothing_was_kept_in_it() {
        Bytes store = new Bytes();
        shop.builder().cache(CacheOptions.in(store)).build().close();
        assertThat(store.closed).isTrue();
    }

    @Test
    void who_joined_a_read_that_is_cancelled_reads_for_himself() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        try (PrismaClient client = shop.builder()
                .onStatement(event -> {
                    if (event.sql().contains("Customer") && first.getAndSet(false)) {
                        reading.countDown();
                        await(goOn);
                    }
                })
                .build()) {
            var leader = client.async().customer().findMany(q -> q.cache(LONG));
            reading.await();
            var joiner = client.async().customer().findMany(q -> q.cache(LONG));
            while (client.cache().stats().joined() == 0) {
                Thread.sleep(1);
            }
            leader.cancel(true);
            goOn.countDown();
            assertThat(joiner.join()).hasSize(2);
            assertThat(client.cache().stats().loads()).isEqualTo(2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void changed_keys_are_followed_through_every_model_that_refers_to_them() {
        Schema schema = SchemaCompiler.compile(List.of(SourceFile.of("keys.prisma", """
                                        datasource db {
                                          provider = "sqlite"
                                        }
                                        model User {
                                          id    Int @id
                                          name  String?
                                          posts Post[]
                                        }
                                        model Post {
                                          userId   Int
                                          n        Int
                                          user     User @relation(fields: [userId], references: [id], onUpdate: Cascade)
                                          comments Comment[]
                                          @@id([userId, n])
                                        }
                                        model Comment {
                                          id     Int @id
                                          userId Int
                                          n      Int
                                          post   Post @relation(fields: [userId, n], references: [userId, n], onUpdate: Cascade)
                                          marks  Mark[]
                                        }
                                        model Mark {
                                          id        Int @id
                                          commentId Int
                                          comment   Comment @relation(fields: [commentId], references: [id], onUpdate: Cascade)
                                        }
                                        """)))
                .orThrow();
        Model user = schema.model("User").orElseThrow();
        assertThat(changedBy(user, "id", 7)).containsExactlyInAnyOrder("User", "Post", "Comment");
        assertThat(changedBy(user, "name", "x")).containsExactly("User");
        assertThat(changedBy(schema.model("Comment").orElseThrow(), "id", 7))
                .containsExactlyInAnyOrder("Comment", "Mark");
        Model post = schema.model("Post").orElseThrow();
        assertThat(changedBy(new Update<>(
                        post, unique(post, 1, 1), connecting(post, "user", unique(user, 2)), nothing(post))))
                .containsExactlyInAnyOrder("Post", "User", "Comment");
        assertThat(changedBy(new Update<>(
                        user, unique(user, 1), connecting(user, "posts", unique(post, 2, 1)), nothing(user))))
                .containsExactlyInAnyOrder("Post", "User", "Comment");
    }

    private static Unique unique(Model model, Object... values) {
        return new Unique(
                model.primaryKey().orElseThrow().fields().stream()
                        .map(IndexField::field)
                        .toList(),
                List.of(values),
                null);
    }

    private static UpdateData connecting(Model model, String field, Unique target) {
        return new UpdateData(
                List.of(),
                List.of(new NestedWrite.Connect(model.relationField(field).orElseThrow(), List.of(target))));
    }

    private static Selection<Boolean> nothing(Model model) {
        return Selection.of(model, List.of(), row -> Boolean.TRUE);
    }

    private static List<String> changedBy(Query<?> write) {
        return ChangedModels.of(write).orElseThrow().stream().map(Model::name).toList();
    }

    private static List<String> changedBy(Model model, String field, Object value) {
        UpdateData data =
                new UpdateData(List.of(FieldUpdate.set(model.scalarField(field).orElseThrow(), value)), List.of());
        return changedBy(new UpdateMany(model, null, data, null));
    }

    @Test
    void answers_survive_being_stored_as_bytes_and_a_broken_store_is_done_without() {
        Bytes store = new Bytes();
        List<String> warnings = new ArrayList<>();
        try (PrismaClient client = shop.builder()
                .cache(CacheOptions.in(store))
                .onLog(event -> {
                    if (event.level() == LogLevel.WARN) {
                        warnings.add(event.target());
                    }
                })
                .build()) {
            var fresh = client.customer()
                    .findMany(q -> q.include(
                            c -> c.orders(o -> o.include(x -> x.items())).address()));
            for (int i = 0; i < 2; i++) {
                assertThat(client.customer()
                                .findMany(q -> q.include(c -> c.orders(o -> o.include(x -> x.items()))
                                                .address())
                                        .cache(LONG)))
                        .isEqualTo(fresh)
                        .hasToString(fresh.toString());
            }
            assertThat(client.cache().stats().hits()).isEqualTo(1);
            assertThat(store.answers).hasSize(1);
            client.customer().findMany(q -> q.where(c -> c.email().eq("a, b")).cache(LONG));
            client.customer().findMany(q -> q.where(c -> c.email().in("a", "b")).cache(LONG));
            assertThat(store.answers).hasSize(3);
            store.broken = true;
            assertThat(client.customer().count(q -> q.cache(LONG))).isEqualTo(2);
            assertThat(warnings).contains("cache");
        }
    }
}
