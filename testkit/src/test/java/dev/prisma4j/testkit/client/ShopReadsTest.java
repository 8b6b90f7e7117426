// What the generated client reads, the same on every database, each difference stated.
package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.expression.Select;
import dev.prisma4j.engine.error.RecordNotFoundException;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestServer;
import dev.prisma4j.testkit.client.shop.Adult;
import dev.prisma4j.testkit.client.shop.Person;
import dev.prisma4j.testkit.client.shop.PersonFields;
import dev.prisma4j.testkit.client.shop.Post;
import dev.prisma4j.testkit.client.shop.PrismaClient;
import dev.prisma4j.testkit.client.shop.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
@Tag("matrix")
class ShopReadsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private static final Clients.PerDatabase DATABASES = new Clients.PerDatabase();

    private final DatabaseKind kind;
    private final Clients clients;
    private final PrismaClient prisma;

    ShopReadsTest(TestServer server, DatabaseKind kind) {
        this.kind = kind;
        clients = DATABASES.of(server, kind, ShopReadsTest::fill);
        prisma = clients.shop();
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    private static void fill(Clients empty) {
        PrismaClient prisma = empty.shop();
        prisma.person()
                .create(p -> p.id(1)
                        .email("alice@example.com")
                        .firstName("Alice")
                        .lastName("Archer")
                        .age(30)
                        .height(30)
                        .role(Role.ADMIN)
                        .backup(Role.default_)
                        .balance(new BigDecimal("12.5"))
                        .visits(5_000_000_000L)
                        .score(1.5)
                        .avatar(new byte[] {1, 0, -1})
                        .settings(Json.of(Map.of("theme", Map.of("dark", true), "tags", List.of("a", "b"), "size", 3)))
                        .createdAt(NOON)
                        .profile(x -> x.create(y -> y.bio("likes Java")))
                        .posts(x -> x.create(y -> y.title("Hello World")
                                        .published(true)
                                        .views(10)
                                        .likes(3))
                                .create(y -> y.title("Java tips")
                                        .body("Use records")
                                        .views(5)
                                        .likes(7))
                                .create(y ->
                                        y.title("100% sure").published(true).views(1))));
        prisma.person()
                .create(p -> p.id(2)
                        .email("bob@example.com")
                        .firstName("Bob")
                        .age(17)
                        .height(180)
                        .balance(new BigDecimal("-3"))
                        .settings(Json.NULL)
                        .manager(x -> x.connect(k -> k.id(1)))
                        .createdAt(NOON.plusSeconds(60))
                        .posts(x -> x.create(y -> y.title("Bob's post")
                                .tags(t -> t.create(z -> z.name("java")).create(z -> z.name("db"))))));
        prisma.person()
                .create(p -> p.id(3)
                        .email("CAROL@example.com")
                        .firstName("carol")
                        .lastName("Carol")
                        .age(40)
                        .active(false)
                        .createdAt(NOON.plusSeconds(120))
                        .manager(x -> x.connect(k -> k.email("alice@example.com"))));
        Post first = prisma.post().findFirstOrThrow(q -> q.where(p -> p.title().eq("Hello World")));
        prisma.comment().create(c -> c.postId(first.id()).authorId(2).text("nice"));
        prisma.comment().create(c -> c.postId(first.id()).authorId(3).text("so so"));
        prisma.person().update(p -> p.id(2), d -> d.liked(x -> x.connect(k -> k.id(first.id()))));
    }

    private List<Integer> people(Function<PersonFields<Person>, Condition<Person>> where) {
        return prisma.person()
                .findMany(q -> q.where(where).orderBy(p -> p.id().asc()).map(p -> p.id()));
    }

    @Test
    void a_row_has_all_its_scalars_in_their_types() {
        Person alice = prisma.person().findUniqueOrThrow(p -> p.email("alice@example.com"));
        assertThat(alice.id()).isEqualTo(1);
        assertThat(alice.firstName()).isEqualTo("Alice");
        assertThat(alice.role()).isEqualTo(Role.ADMIN);
        assertThat(alice.backup()).isEqualTo(Role.default_);
        assertThat(alice.active()).isTrue();
        assertThat(alice.balance()).isEqualByComparingTo("12.5");
        assertThat(alice.visits()).isEqualTo(5_000_000_000L);
        assertThat(alice.score()).isEqualTo(1.5);
        assertThat(alice.avatar()).containsExactly(1, 0, -1);
        assertThat(alice.settings().text()).contains("\"size\"");
        assertThat(alice.createdAt()).isEqualTo(NOON);
        assertThat(alice.managerId()).isNull();
        assertThat(prisma.person().findUniqueOrThrow(p -> p.id(2)).settings()).isEqualTo(Json.NULL);
        assertThat(prisma.person().findUniqueOrThrow(p -> p.id(3)).settings()).isNull();
    }

    @Test
    void unique_rows_are_found_by_any_criterion_and_further_conditions() {
        assertThat(prisma.person().findUnique(p -> p.id(9))).isEmpty();
        assertThat(prisma.person().findUnique(p -> p.firstNameLastName("Alice", "Archer")))
                .isPresent();
        assertThat(prisma.person().findUnique(p -> p.id(1).and(x -> x.age().gt(31))))
                .isEmpty();
        assertThat(prisma.person()
                        .findUnique(p -> p.id(1), q -> q.select(s -> s.email()))
                        .orElseThrow()
                        .email())
                .isEqualTo("alice@example.com");
        int post = prisma.comment().findFirstOrThrow().postId();
        assertThat(prisma.comment().findUniqueOrThrow(c -> c.place(post, 2)).text())
                .isEqualTo("nice");
        assertThatThrownBy(() -> prisma.person().findUniqueOrThrow(p -> p.id(9)))
                .isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> prisma.person()
                        .findFirstOrThrow(q -> q.where(p -> p.age().gt(99))))
                .isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void filters_of_scalars() {
        assertThat(people(p -> p.age().gt(17))).containsExactly(1, 3);
        assertThat(people(p -> p.age().gte(17).and(p.age().lt(40)))).containsExactly(1, 2);
        assertThat(people(p -> p.age().ne(30))).containsExactly(2, 3);
        assertThat(people(p -> p.age().in(17, 40, 99))).containsExactly(2, 3);
        assertThat(people(p -> p.age().in(List.of()))).isEmpty();
        assertThat(people(p -> p.age().notIn(17))).containsExactly(1, 3);
        assertThat(people(p -> p.age().between(17, 30))).containsExactly(1, 2);
        assertThat(people(p -> p.lastName().isNull())).containsExactly(2);
        assertThat(people(p -> p.lastName().isNotNull())).containsExactly(1, 3);
        assertThat(people(p -> p.role().eq(Role.ADMIN))).containsExactly(1);
        assertThat(people(p -> p.role().in(Role.USER, Role.default_))).containsExactly(2, 3);
        assertThat(people(p -> p.backup().eq(Role.default_))).containsExactly(1);
        assertThat(people(p -> p.active().eq(false))).containsExactly(3);
        assertThat(people(p -> p.balance().lt(BigDecimal.ZERO))).containsExactly(2);
        assertThat(people(p -> p.balance().eq(new BigDecimal("12.50")))).containsExactly(1);
        assertThat(people(p -> p.visits().gte(5_000_000_000L))).containsExactly(1);
        assertThat(people(p -> p.score().eq(1.5))).containsExactly(1);
        assertThat(people(p -> p.createdAt().gt(NOON))).containsExactly(2, 3);
        assertThat(people(p -> p.createdAt().eq(NOON))).containsExactly(1);
        assertThat(people(p -> p.avatar().eq(new byte[] {1, 0, -1}))).containsExactly(1);
        assertThat(people(p -> p.age().gt(35).or(p.age().lt(18)).not())).containsExactly(1);
        assertThat(people(p -> Condition.or(List.of(p.id().eq(1), p.id().eq(3)))))
                .containsExactly(1, 3);
        assertThat(people(p -> Condition.none())).isEmpty();
        assertThatThrownBy(() -> people(p -> p.firstName().eq((String) null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("isNull()");
    }

    @Test
    void filters_of_text() {
        assertThat(people(p -> p.email().contains("example"))).containsExactly(1, 2, 3);
        assertThat(people(p -> p.email().startsWith("bo"))).containsExactly(2);
        assertThat(people(p -> p.firstName().endsWith("ice"))).containsExactly(1);
        assertThat(people(p -> p.email().insensitive().eq("Carol@Example.com"))).containsExactly(3);
        assertThat(people(p -> p.email().insensitive().startsWith("cAROL"))).containsExactly(3);
        assertThat(people(p -> p.email().insensitive().in("BOB@example.com", "carol@example.COM")))
                .containsExactly(2, 3);
        assertThat(people(p -> p.email().insensitive().contains("ALICE").not())).containsExactly(2, 3);
        assertThat(people(p -> p.firstName().insensitive().eq(p.lastName()))).containsExactly(3);
    }

    @Test
    void fields_are_compared_with_fields_of_the_same_row() {
        assertThat(people(p -> p.age().eq(p.height()))).containsExactly(1);
        assertThat(people(p -> p.age().lt(p.height()))).containsExactly(2);
        assertThat(people(p -> p.email().insensitive().contains(p.firstName()))).containsExactly(1, 2, 3);
        assertThat(prisma.post().findMany(q -> q.where(p -> p.likes().gt(p.views()))))
                .hasSize(1);
        assertThatThrownBy(() -> prisma.post()
                        .findMany(q -> q.where(p -> p.title().eq(p.author().email()))))
                .hasMessageContaining("only fields of one row");
    }

    @Test
    void filters_of_json() {
        assertThat(people(p -> p.settings().path("theme", "dark").eq(true))).containsExactly(1);
        assertThat(people(p -> p.settings().path("size").gt(2))).containsExactly(1);
        assertThat(people(p -> p.settings().path("tags").arrayStartsWith("a"))).containsExactly(1);
        assertThat(people(p -> p.settings().isNull())).containsExactly(3);
        assertThat(people(p -> p.settings().eq(JsonNull.JSON_NULL))).containsExactly(2);
        assertThat(people(p -> p.settings().eq(JsonNull.ANY_NULL))).containsExactly(2, 3);
        if (kind != DatabaseKind.SQLITE) {
            assertThat(people(p -> p.settings().path("tags").arrayContains(List.of("b"))))
                    .containsExactly(1);
        }
    }

    @Test
    void filters_on_relations_and_their_counts() {
        assertThat(people(p -> p.posts().some(x -> x.published().eq(true)))).containsExactly(1);
        assertThat(people(p -> p.posts().none(x -> x.published().eq(true)))).containsExactly(2, 3);
        assertThat(people(p -> p.posts().every(x -> x.published().eq(false)))).containsExactly(2, 3);
        assertThat(people(p -> p.posts().isEmpty())).containsExactly(3);
        assertThat(people(p -> p.posts().isNotEmpty())).containsExactly(1, 2);
        assertThat(people(p -> p.manager().is(m -> m.role().eq(Role.ADMIN)))).containsExactly(2, 3);
        assertThat(people(p -> p.manager().isNot(m -> m.role().eq(Role.ADMIN)))).containsExactly(1);
        assertThat(people(p -> p.manager().isNull())).containsExactly(1);
        assertThat(people(p -> p.manager().isNotNull())).containsExactly(2, 3);
        assertThat(people(p -> p.manager().profile().bio().contains("Java"))).containsExactly(2, 3);
        assertThat(people(p -> p.posts().some(x -> x.tags().some(t -> t.name().eq("java")))))
                .containsExactly(2);
        assertThat(people(p -> p.posts().count().gt(1))).containsExactly(1);
        assertThat(people(p -> p.posts().count(x -> x.published().eq(true)).eq(2)))
                .containsExactly(1);
        assertThat(people(p -> p.liked().count().eq(1))).containsExactly(2);
        assertThat(people(p -> p.reports()
                        .count(x -> x.active().eq(true))
                        .gte(1)
                        .and(p.posts().count().lte(3))))
                .containsExactly(1);
    }

    @Test
    void rows_are_ordered_by_fields_relations_and_counts() {
        assertThat(prisma.person().findMany(q -> q.orderBy(p -> p.age().desc()).map(p -> p.id())))
                .containsExactly(3, 1, 2);
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(p -> p.height().asc().nullsFirst(), p -> p.id().asc())
                                .map(p -> p.id())))
                .containsExactly(3, 1, 2);
        assertThat(prisma.person()
                        .findMany(q ->
                                q.orderBy(p -> p.height().desc().nullsLast()).map(p -> p.id())))
                .containsExactly(2, 1, 3);
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(p -> p.posts().count().desc(), p -> p.id().asc())
                                .map(p -> p.id())))
                .containsExactly(1, 2, 3);
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(
                                        p -> p.posts()
                                                .count(x -> x.published().eq(false))
                                                .desc(),
                                        p -> p.id().desc())
                                .map(p -> p.id())))
                .containsExactly(2, 1, 3);
        assertThat(prisma.post()
                        .findMany(q -> q.orderBy(
                                        p -> p.author().email().desc(),
                                        p -> p.title().asc())
                                .map(p -> p.title())))
                .startsWith("Bob's post", "100% sure");
        assertThat(prisma.post()
                        .findMany(q -> q.orderBy(p -> p.author().posts().count().asc(), p -> p.id().asc())
                                .map(p -> p.title())))
                .startsWith("Bob's post", "Hello World");
    }

    @Test
    void pages_by_number_and_by_cursor() {
        assertThat(prisma.person()
                        .findMany(q ->
                                q.orderBy(p -> p.id().asc()).skip(1).take(1).map(p -> p.id())))
                .containsExactly(2);
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(p -> p.id().asc()).take(-2).map(p -> p.id())))
                .containsExactly(2, 3);
        assertThat(prisma.person()
                        .findMany(q -> q.cursor(p -> p.id(1))
                                .skip(1)
                                .take(5)
                                .orderBy(p -> p.id().asc())
                                .map(p -> p.id())))
                .containsExactly(2, 3);
        assertThat(prisma.person()
                        .findMany(q -> q.cursor(p -> p.email("CAROL@example.com"))
                                .take(-2)
                                .orderBy(p -> p.id().asc())
                                .map(p -> p.id())))
                .containsExactly(2, 3);
        int post = prisma.comment().findFirstOrThrow().postId();
        assertThat(prisma.comment()
                        .findMany(q -> q.cursor(c -> c.place(post, 3))
                                .orderBy(c -> c.authorId().asc())
                                .map(c -> c.text())))
                .containsExactly("so so");
        assertThat(prisma.person()
                        .findMany(q -> q.distinct(p -> p.role())
                                .orderBy(p -> p.id().asc())
                                .map(p -> p.id())))
                .containsExactly(1, 2);
    }

    @Test
    void relations_are_included_selected_counted_and_paged_per_row() {
        var alice = prisma.person()
                .findUniqueOrThrow(
                        p -> p.id(1),
                        q -> q.include(i -> i.profile()
                                .posts(x -> x.where(y -> y.published().eq(true))
                                        .orderBy(y -> y.title().asc())
                                        .take(1))
                                .reports(x -> x.select(s -> s.firstName()).orderBy(y -> y.id().asc()))
                                .count(c ->
                                        c.posts().liked().posts(y -> y.views().gte(5)))));
        assertThat(alice.email()).isEqualTo("alice@example.com");
        assertThat(alice.profile().bio()).isEqualTo("likes Java");
        assertThat(alice.posts()).extracting(Post::title).containsExactly("100% sure");
        assertThat(alice.reports().get(1).firstName()).isEqualTo("carol");
        assertThat(alice.count().posts()).isEqualTo(2);
        assertThat(alice.count().liked()).isZero();
        var deep = prisma.person()
                .findMany(q -> q.orderBy(p -> p.id().asc())
                        .select(s -> s.firstName()
                                .posts(x -> x.orderBy(y -> y.id().asc())
                                        .select(y -> y.title()
                                                .comments(c -> c.orderBy(z ->
                                                                z.authorId().asc())
                                                        .select(z -> z.text().author(a -> a.select(n -> n.email()))))
                                                .tags(t -> t.orderBy(
                                                                n -> n.name().asc())
                                                        .select(n -> n.name()))))));
        assertThat(deep.get(0).posts().get(0).comments().get(1).author().email())
                .isEqualTo("CAROL@example.com");
        assertThat(deep.get(1).posts().get(0).tags().get(0).name()).isEqualTo("db");
        assertThat(deep.get(2).posts()).isEmpty();
        var managed = prisma.person()
                .findMany(q ->
                        q.orderBy(p -> p.id().asc()).include(i -> i.manager().comments()));
        assertThat(managed.get(0).manager()).isNull();
        assertThat(managed.get(1).manager().email()).isEqualTo("alice@example.com");
    }

    @Test
    void fields_are_omitted_per_query() {
        var rows = prisma.person().findMany(q -> q.omit(o -> o.email().avatar()).where(p -> p.id().eq(1)));
        assertThat(rows.get(0).asMap()).containsKey("firstName").doesNotContainKeys("email", "avatar", "posts");
        var with = prisma.person()
                .findMany(q -> q.omit(o -> o.email(), i -> i.posts(p -> p.omit(x -> x.body())))
                        .where(p -> p.id().eq(2)));
        assertThat(with.get(0).posts().get(0).title()).isEqualTo("Bob's post");
    }

    @Test
    void rows_become_the_json_that_was_selected() {
        var mapper = JsonMapper.builder().build();
        var rows = prisma.person()
                .findMany(q -> q.where(p -> p.id().eq(2))
                        .select(s -> s.firstName()
                                .role()
                                .posts(p -> p.select(x -> x.title()))
                                .count(c -> c.posts())));
        assertThat(mapper.writeValueAsString(rows))
                .isEqualTo("[{\"firstName\":\"Bob\",\"role\":\"USER\",\"posts\":[{\"title\":\"Bob's post\"}],"
                        + "\"_count\":{\"posts\":1}}]");
    }

    @Test
    void rows_are_projected_into_the_callers_own_records() {
        record Shelf(String owner, List<String> titles, long posts, String managersBio) {}
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(p -> p.id().asc())
                                .map(p -> Select.of(
                                                p.email(),
                                                p.posts(x -> x.orderBy(
                                                                y -> y.title().asc())
                                                        .take(2)
                                                        .map(y -> y.title())),
                                                p.posts().count(),
                                                p.manager().profile().bio())
                                        .as(Shelf::new))))
                .containsExactly(
                        new Shelf("alice@example.com", List.of("100% sure", "Hello World"), 3, null),
                        new Shelf("bob@example.com", List.of("Bob's post"), 1, "likes Java"),
                        new Shelf("CAROL@example.com", List.of(), 0, "likes Java"));
    }

    @Test
    void aggregates_and_groups() {
        record Numbers(long all, long ages, Double average, Long sum, Integer least, Integer most, BigDecimal money) {}
        Numbers numbers = prisma.person()
                .aggregate(a -> a.map(p -> Select.of(
                                p.count(),
                                p.lastName().count(),
                                p.age().avg(),
                                p.age().sum(),
                                p.age().min(),
                                p.age().max(),
                                p.balance().sum())
                        .as(Numbers::new)));
        assertThat(numbers.all()).isEqualTo(3);
        assertThat(numbers.ages()).isEqualTo(2);
        assertThat(numbers.average()).isEqualTo(29.0);
        assertThat(numbers.sum()).isEqualTo(87);
        assertThat(numbers.least()).isEqualTo(17);
        assertThat(numbers.most()).isEqualTo(40);
        assertThat(numbers.money()).isEqualByComparingTo("9.5");
        assertThat(prisma.person()
                        .<Double>aggregate(
                                a -> a.where(p -> p.id().gt(9)).map(p -> p.age().avg())))
                .isNull();
        assertThat(prisma.person()
                        .<Integer>aggregate(a -> a.orderBy(p -> p.id().asc())
                                .take(2)
                                .map(p -> p.age().max())))
                .isEqualTo(30);
        record Group(Role role, boolean active, long people, Double age) {}
        assertThat(prisma.person()
                        .groupBy(g -> g.by(p -> p.role(), p -> p.active())
                                .where(p -> p.id().lt(9))
                                .having(p -> p.age().avg().gt(20.0))
                                .orderBy(p -> p.age().avg().desc())
                                .map(p -> Select.of(
                                                p.role(),
                                                p.active(),
                                                p.count(),
                                                p.age().avg())
                                        .as(Group::new))))
                .containsExactly(new Group(Role.USER, false, 1, 40.0), new Group(Role.ADMIN, true, 1, 30.0));
        assertThat(prisma.post()
                        .groupBy(g -> g.by(p -> p.authorId())
                                .orderBy(p -> p.authorId().desc())
                                .take(1)
                                .map(p -> p.views().sum())))
                .containsExactly(0L);
    }

    @Test
    void rows_are_counted_and_asked_for() {
        assertThat(prisma.person().count()).isEqualTo(3);
        assertThat(prisma.person().count(q -> q.where(p -> p.age().gt(20)))).isEqualTo(2);
        assertThat(prisma.person().count(q -> q.take(1).orderBy(p -> p.id().asc())))
                .isEqualTo(1);
        assertThat(prisma.person().exists(p -> p.age().gt(39))).isTrue();
        assertThat(prisma.person().exists(p -> p.age().gt(40))).isFalse();
        assertThat(clients.statements(() -> prisma.person().exists(p -> p.age().gt(39))))
                .singleElement()
                .asString()
                .contains("LIMIT");
    }

    @Test
    void views_are_read() {
        assertThat(prisma.adult().findMany(q -> q.orderBy(a -> a.id().asc())))
                .containsExactly(new Adult(1, "alice@example.com", 30), new Adult(3, "CAROL@example.com", 40));
        assertThat(prisma.adult().findUnique(a -> a.id(2))).isEmpty();
        assertThat(prisma.adult().count(q -> q.where(a -> a.age().gt(35)))).isEqualTo(1);
    }

    @Test
    void large_results_are_streamed() {
        try (var all = prisma.person().stream(q -> q.orderBy(p -> p.id().asc()).include(i -> i.posts()))) {
            assertThat(all.mapToInt(p -> p.posts().size()).toArray()).containsExactly(3, 1, 0);
        }
        try (var all = prisma.person().stream(q -> q.map(p -> p.id()))) {
            assertThat(all.limit(1).count()).isEqualTo(1);
        }
    }
}
