// What the generated client does with many rows at once beyond Prisma, the same on every database.
package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.UniqueConstraintException;
import dev.prisma4j.engine.error.UnsupportedFeatureException;
import dev.prisma4j.engine.error.WriteConflictException;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestServer;
import dev.prisma4j.testkit.client.shop.Person;
import dev.prisma4j.testkit.client.shop.PrismaClient;
import dev.prisma4j.testkit.client.shop.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DatabaseTest
@Tag("matrix")
class ShopBulkTest {
    private static final Clients.PerDatabase DATABASES = new Clients.PerDatabase();

    private final DatabaseKind kind;
    private final Clients clients;
    private final PrismaClient prisma;

    ShopBulkTest(TestServer server, DatabaseKind kind) {
        this.kind = kind;
        clients = DATABASES.of(server, kind, first -> {});
        prisma = clients.shop();
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    @BeforeEach
    void empty() {
        prisma.comment().deleteAll();
        prisma.post().deleteAll();
        prisma.person().deleteAll();
    }

    private void people(int count) {
        prisma.person()
                .createMany(
                        IntStream.rangeClosed(1, count).boxed().toList(),
                        (p, n) -> p.id(n).email("p" + n + "@example.com").age(n));
    }

    private static List<String> writing(List<String> statements) {
        return statements.stream()
                .filter(sql -> sql.startsWith("INSERT") || sql.startsWith("UPDATE"))
                .toList();
    }

    @Test
    void rows_of_many_keys_come_with_one_statement_in_the_order_of_the_keys() {
        people(5);
        assertThat(clients.statements(() -> {
                    Map<Integer, Person> found =
                            prisma.person().findUniqueAll(List.of(4, 9, 2, 4), (p, id) -> p.id(id));
                    assertThat(found.keySet()).containsExactly(4, 2);
                    assertThat(found.get(2).email()).isEqualTo("p2@example.com");
                }))
                .hasSize(1);
        var shaped = prisma.person()
                .findUniqueAll(
                        List.of("p3@example.com", "p1@example.com"),
                        (p, email) -> p.email(email),
                        q -> q.select(s -> s.age().posts()));
        assertThat(shaped.values()).extracting(row -> row.age()).containsExactly(3, 1);
        prisma.post()
                .create(p -> p.id(7)
                        .title("t")
                        .authorId(1)
                        .comments(c -> c.create(x -> x.authorId(2).text("a"))
                                .create(x -> x.authorId(3).text("b"))));
        var comments = prisma.comment().findUniqueAll(List.of(3, 4, 2), (c, author) -> c.place(7, author));
        assertThat(comments.values()).extracting(c -> c.text()).containsExactly("b", "a");
        assertThat(prisma.person().findUniqueAll(List.<Integer>of(), (p, id) -> p.id(id)))
                .isEmpty();
        if (kind == DatabaseKind.MYSQL || kind == DatabaseKind.MARIADB) {
            assertThat(prisma.person().findUniqueAll(List.of("P1@EXAMPLE.COM"), (p, email) -> p.email(email)))
                    .containsOnlyKeys("P1@EXAMPLE.COM");
        }
    }

    @Test
    void many_rows_are_made_or_changed_with_one_statement() {
        people(2);
        record Arrival(String email, int age) {}
        List<Arrival> arrivals = List.of(
                new Arrival("p2@example.com", 20),
                new Arrival("new@example.com", 30),
                new Arrival("p1@example.com", 10));
        Instant before = Instant.now().minusSeconds(1);
        List<String> statements = writing(clients.statements(() -> assertThat(prisma.person()
                        .upsertMany(
                                arrivals,
                                (p, a) -> p.email(a.email()),
                                (c, a) -> c.email(a.email()).age(a.age()).role(Role.ADMIN)))
                .isEqualTo(3)));
        assertThat(statements).hasSize(1);
        List<Person> people =
                prisma.person().findMany(q -> q.orderBy(p -> p.email().asc()));
        assertThat(people).extracting(Person::age).containsExactly(30, 10, 20);
        assertThat(people).extracting(Person::role).containsOnly(Role.ADMIN);
        assertThat(people).allMatch(p -> p.updatedAt().isAfter(before));
        assertThat(people.get(1).id()).isEqualTo(1);
    }

    @Test
    void rows_that_exist_change_each_in_its_own_way() {
        people(3);
        List<String> statements = writing(clients.statements(() -> assertThat(prisma.person()
                        .upsertManyAndReturn(
                                List.of(3, 1, 8),
                                (p, n) -> p.id(n),
                                (c, n) -> c.id(n).email("new" + n).age(0),
                                (d, n) -> {
                                    d.visits(v -> v.increment(1)).balance(new BigDecimal(n));
                                    if (n == 3) {
                                        d.age(a -> a.increment(100)).lastName("Three");
                                    }
                                }))
                .extracting(Person::age)
                .containsExactly(103, 1, 0)));
        assertThat(statements).hasSize(1);
        List<Person> people = prisma.person().findMany(q -> q.orderBy(p -> p.id().asc()));
        assertThat(people).extracting(Person::visits).containsExactly(1L, 0L, 1L, 0L);
        assertThat(people).extracting(p -> p.balance().intValue()).containsExactly(1, 0, 3, 0);
        assertThat(people).extracting(Person::lastName).containsExactly(null, null, "Three", null);
        assertThat(people).extracting(Person::email).endsWith("new8");
    }

    @Test
    void a_key_that_comes_twice_changes_what_it_made() {
        assertThat(prisma.person()
                        .upsertMany(
                                List.of("a", "b", "a", "a"),
                                (p, e) -> p.email(e),
                                (c, e) -> c.email(e),
                                (d, e) -> d.visits(v -> v.increment(1))))
                .isEqualTo(4);
        assertThat(prisma.person().findMany(q -> q.orderBy(p -> p.email().asc()).map(p -> p.visits())))
                .containsExactly(2L, 0L);
        assertThatThrownBy(() -> prisma.person().upsertMany(List.of("x"), (p, e) -> p.id(1), (c, e) -> c.email(e)))
                .hasMessageContaining("Person.id");
        if (kind == DatabaseKind.SQLITE || kind == DatabaseKind.POSTGRESQL) {
            assertThatThrownBy(() -> prisma.person()
                            .upsertMany(
                                    List.of(700),
                                    (p, n) -> p.id(n),
                                    (c, n) -> c.id(n).email("a")))
                    .isInstanceOf(UniqueConstraintException.class);
        }
        assertThat(prisma.person()
                        .upsertMany(
                                List.of("r"),
                                (p, e) -> p.email(e),
                                (c, e) -> c.email(e).posts(x -> x.create(y -> y.title("t"))),
                                (d, e) -> d.age(1)))
                .isEqualTo(1);
        assertThat(prisma.post().count()).isEqualTo(1);
    }

    @Test
    void thousands_of_rows_are_made_or_changed_in_few_statements() {
        List<Integer> numbers = IntStream.range(0, 1500).boxed().toList();
        assertThat(writing(clients.statements(() -> prisma.person()
                        .upsertMany(
                                numbers,
                                (p, n) -> p.email("e" + n),
                                (c, n) -> c.email("e" + n).age(n)))))
                .hasSize(3);
        assertThat(writing(clients.statements(
                        () -> prisma.person().updateEach(numbers, (p, n) -> p.email("e" + n), (d, n) -> d.age(n + 1)))))
                .hasSize(3);
        assertThat(prisma.person().<Long>aggregate(a -> a.map(p -> p.age().sum())))
                .isEqualTo(1500L * 1501 / 2);
    }

    @Test
    void many_rows_change_each_in_its_own_way_with_one_statement() {
        people(4);
        record Change(int id, Integer age, String name) {}
        List<Change> changes =
                List.of(new Change(1, 50, "One"), new Change(3, null, "Three"), new Change(99, 1, "Nobody"));
        List<String> statements = writing(clients.statements(() -> assertThat(prisma.person()
                        .updateEach(
                                changes,
                                (p, c) -> p.id(c.id()),
                                (d, c) -> d.age(c.age()).firstName(c.name()).score(1.5)))
                .isEqualTo(2)));
        assertThat(statements).hasSize(1);
        List<Person> people = prisma.person().findMany(q -> q.orderBy(p -> p.id().asc()));
        assertThat(people).extracting(Person::age).containsExactly(50, 2, null, 4);
        assertThat(people).extracting(Person::firstName).containsExactly("One", null, "Three", null);
        assertThat(people).extracting(Person::score).containsExactly(1.5, null, 1.5, null);
        assertThat(prisma.person().updateEachAndReturn(List.of(4, 2, 77), (p, id) -> p.id(id), (d, id) -> {
                    if (id == 4) {
                        d.role(Role.ADMIN);
                    } else {
                        d.visits(v -> v.increment(id)).settings(Json.of(Map.of("n", id)));
                    }
                }))
                .extracting(Person::role)
                .containsExactly(Role.ADMIN, Role.USER);
        assertThat(prisma.person().findUniqueOrThrow(p -> p.id(2)).settings().text())
                .contains("2");
        assertThat(prisma.person().findUniqueOrThrow(p -> p.id(4)).settings()).isNull();
        assertThat(prisma.person()
                        .updateEach(
                                List.of(1, 3),
                                (p, id) -> p.id(id),
                                (d, id) -> d.email("renamed" + id).posts(x -> x.create(y -> y.title("t" + id)))))
                .isEqualTo(2);
        assertThat(prisma.person()
                        .updateEachAndReturn(List.of(1), (p, id) -> p.email("renamed1"), (d, id) -> d.email("again")))
                .extracting(Person::email)
                .containsExactly("again");
    }

    @Test
    void rows_whose_keys_change_come_back_all_the_same() {
        people(3);
        prisma.post()
                .create(p -> p.id(7)
                        .title("t")
                        .authorId(1)
                        .comments(c -> c.create(x -> x.authorId(2).text("a"))));
        assertThat(prisma.comment()
                        .updateEachAndReturn(
                                List.of(2),
                                (c, author) -> c.place(7, author),
                                (d, author) -> d.text("b").author(a -> a.connect(p -> p.id(3)))))
                .extracting(c -> c.authorId() + c.text())
                .containsExactly("3b");
        assertThat(prisma.person()
                        .upsertManyAndReturn(
                                List.of(9, 3),
                                (p, n) -> p.email("p" + n + "@example.com"),
                                (c, n) -> c.email("p" + n + "@example.com"),
                                (d, n) -> d.email("moved" + n)))
                .extracting(Person::email)
                .containsExactly("p9@example.com", "moved3");
    }

    @Test
    void rows_that_go_come_back_in_any_shape() {
        people(3);
        prisma.post().createMany(List.of(1, 2), (p, n) -> p.title("t" + n).authorId(n));
        var gone = prisma.person()
                .deleteManyAndReturn(
                        p -> p.id().lt(3), q -> q.select(s -> s.email().posts(x -> x.select(y -> y.title()))));
        assertThat(gone).extracting(row -> row.posts().get(0).title()).containsExactlyInAnyOrder("t1", "t2");
        assertThat(prisma.person().count()).isEqualTo(1);
    }

    @Test
    void rows_are_locked_until_the_transaction_ends() {
        people(3);
        if (kind == DatabaseKind.SQLITE) {
            assertThatThrownBy(() -> prisma.person().findMany(q -> q.forUpdate()))
                    .isInstanceOfSatisfying(
                            UnsupportedFeatureException.class,
                            e -> assertThat(e.code()).isEqualTo("P2026"));
            return;
        }
        List<Integer> seen = new ArrayList<>();
        prisma.inTransaction(tx -> {
            tx.person().findUniqueOrThrow(p -> p.id(2), q -> q.forUpdate());
            assertThatThrownBy(() -> prisma.person()
                            .findMany(
                                    q -> q.where(p -> p.id().eq(2)).forUpdate().noWait()))
                    .isInstanceOfSatisfying(
                            WriteConflictException.class,
                            e -> assertThat(e.code()).isEqualTo("P2034"));
            seen.addAll(prisma.person()
                    .findMany(q -> q.forUpdate()
                            .skipLocked()
                            .orderBy(p -> p.id().asc())
                            .map(p -> p.id())));
        });
        assertThat(seen).containsExactly(1, 3);
        prisma.inTransaction(tx -> {
            tx.person().findFirst(q -> q.where(p -> p.id().eq(1)).forShare());
            prisma.inTransaction(other -> assertThat(other.person()
                            .findMany(q -> q.where(p -> p.id().eq(1)).forShare().noWait()))
                    .hasSize(1));
            assertThatThrownBy(() -> prisma.person()
                            .findMany(q -> q.where(p -> p.id().eq(1)).noWait()))
                    .isInstanceOf(WriteConflictException.class);
        });
    }

    @Test
    void a_stream_holds_a_few_rows_however_many_there_are() {
        Json large = Json.of("x".repeat(2_000));
        for (int part = 0; part < 4; part++) {
            int first = part * 1000;
            prisma.person()
                    .createMany(
                            IntStream.range(first, first + 1000).boxed().toList(),
                            (p, n) -> p.email("large" + n).settings(large));
        }
        long before = used();
        long most = 0;
        int rows = 0;
        try (var all = prisma.person().stream(q -> q.orderBy(p -> p.id().asc()))) {
            for (Person person : (Iterable<Person>) all::iterator) {
                assertThat(person.settings().text()).hasSize(2_002);
                if (++rows % 1700 == 0) {
                    most = Math.max(most, used() - before);
                }
            }
        }
        assertThat(rows).isEqualTo(4000);
        assertThat(most).as("of 8 MB").isLessThan(4_500_000);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
