// What the generated client writes, the same on every database, each difference stated.
package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.ForeignKeyConstraintException;
import dev.prisma4j.engine.error.RecordNotFoundException;
import dev.prisma4j.engine.error.UniqueConstraintException;
import dev.prisma4j.engine.error.UnsupportedFeatureException;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestServer;
import dev.prisma4j.testkit.client.shop.Integer_;
import dev.prisma4j.testkit.client.shop.Person;
import dev.prisma4j.testkit.client.shop.Post;
import dev.prisma4j.testkit.client.shop.PrismaClient;
import dev.prisma4j.testkit.client.shop.Role;
import dev.prisma4j.testkit.client.shop.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
@org.junit.jupiter.api.Tag("matrix")
class ShopWritesTest {
    private static final Clients.PerDatabase DATABASES = new Clients.PerDatabase();

    private final DatabaseKind kind;
    private final PrismaClient prisma;

    ShopWritesTest(TestServer server, DatabaseKind kind) {
        this.kind = kind;
        Clients clients = DATABASES.of(server, kind, first -> {});
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
        prisma.tag().deleteAll();
        prisma.person().updateAll(d -> d.managerId(m -> m.setNull()));
        prisma.person().deleteAll();
        prisma.profile().deleteAll();
        prisma.object().deleteAll();
        prisma.integer().deleteAll();
    }

    private Person alice() {
        return prisma.person()
                .create(p -> p.email("alice@example.com").firstName("Alice").age(30));
    }

    private List<String> titles(int person) {
        return prisma.post()
                .findMany(q -> q.where(p -> p.authorId().eq(person))
                        .orderBy(p -> p.title().asc())
                        .map(p -> p.title()));
    }

    @Test
    void a_new_row_has_its_defaults() {
        Instant before = Instant.now().minusSeconds(1);
        Person made = prisma.person().create(p -> p.email("x"));
        assertThat(made.role()).isEqualTo(Role.USER);
        assertThat(made.active()).isTrue();
        assertThat(made.balance()).isEqualByComparingTo("0");
        assertThat(made.visits()).isZero();
        assertThat(made.settings()).isNull();
        assertThat(made.createdAt()).isAfter(before);
        assertThat(made.updatedAt()).isAfter(before);
        assertThat(prisma.person().findUniqueOrThrow(p -> p.id(made.id()))).isEqualTo(made);
    }

    @Test
    void constraints_are_told_with_their_fields() {
        alice();
        assertThatThrownBy(() -> prisma.person().create(p -> p.email("alice@example.com")))
                .isInstanceOfSatisfying(UniqueConstraintException.class, e -> {
                    assertThat(e.code()).isEqualTo("P2002");
                    assertThat(e.model()).isEqualTo("Person");
                });
        assertThatThrownBy(() -> prisma.post().create(p -> p.title("x").authorId(99)))
                .isInstanceOf(ForeignKeyConstraintException.class);
        assertThatThrownBy(() -> prisma.person().update(p -> p.id(99), d -> d.age(1)))
                .isInstanceOfSatisfying(
                        RecordNotFoundException.class, e -> assertThat(e.code()).isEqualTo("P2025"));
        assertThatThrownBy(() -> prisma.person().delete(p -> p.id(99))).isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void many_rows_are_made_at_once() {
        assertThat(prisma.person()
                        .createMany(List.of("a", "b", "c"), (p, e) -> p.email(e).age(e.charAt(0) - 'a')))
                .isEqualTo(3);
        assertThat(prisma.person()
                        .createMany(rows -> rows.row(p -> p.email("a"))
                                .row(p -> p.email("d"))
                                .skipDuplicates()))
                .isEqualTo(1);
        List<Person> made = prisma.person()
                .createManyAndReturn(rows ->
                        rows.rows(List.of("z", "y"), (p, e) -> p.email(e).role(Role.ADMIN)));
        assertThat(made).extracting(Person::email).containsExactly("z", "y");
        assertThat(made).extracting(Person::role).containsOnly(Role.ADMIN);
        var picked = prisma.post()
                .createManyAndReturn(
                        rows -> rows.rows(
                                made, (p, m) -> p.title("by " + m.email()).authorId(m.id())),
                        q -> q.select(s -> s.title().author(a -> a.select(x -> x.email()))));
        assertThat(picked.get(1).title()).isEqualTo("by y");
        assertThat(picked.get(1).author().email()).isEqualTo("y");
        assertThat(prisma.person()
                        .createMany(rows -> rows.row(p -> p.email("n1").posts(x -> x.create(y -> y.title("t"))))
                                .row(p -> p.email("n2"))))
                .isEqualTo(2);
        assertThat(prisma.person().count()).isEqualTo(8);
    }

    @Test
    void rows_change_by_values_and_by_operations() {
        Person alice = alice();
        Person changed = prisma.person()
                .update(
                        p -> p.id(alice.id()),
                        d -> d.age(a -> a.increment(2))
                                .visits(v -> v.increment(5))
                                .balance(b -> b.decrement(new BigDecimal("1.5")))
                                .score(2.0)
                                .backup(Role.default_)
                                .settings(Json.of(Map.of("a", 1)))
                                .avatar(new byte[] {7})
                                .lastName("Archer"));
        assertThat(changed.age()).isEqualTo(32);
        assertThat(changed.visits()).isEqualTo(5);
        assertThat(changed.balance()).isEqualByComparingTo("-1.5");
        assertThat(changed.backup()).isEqualTo(Role.default_);
        assertThat(changed.avatar()).containsExactly(7);
        Person again = prisma.person()
                .update(
                        p -> p.firstNameLastName("Alice", "Archer"),
                        d -> d.age(a -> a.setNull())
                                .score(s -> s.multiply(3))
                                .visits(v -> v.divide(2))
                                .settings(null));
        assertThat(again.age()).isNull();
        assertThat(again.score()).isEqualTo(6.0);
        assertThat(again.settings()).isNull();
        assertThat(prisma.person()
                        .update(p -> p.id(alice.id()), d -> d.age(1), q -> q.select(s -> s.age()))
                        .age())
                .isEqualTo(1);
    }

    @Test
    void many_rows_change_and_go_at_once() {
        prisma.person()
                .createMany(
                        List.of(1, 2, 3, 4), (p, n) -> p.id(n).email("p" + n).age(n));
        assertThat(prisma.person()
                        .updateMany(
                                p -> p.age().gt(2),
                                d -> d.age(a -> a.increment(10)).active(false)))
                .isEqualTo(2);
        assertThat(prisma.person().updateMany(p -> p.age().lt(10), d -> d.score(1.0), 1))
                .isEqualTo(1);
        List<Person> changed =
                prisma.person().updateManyAndReturn(p -> p.active().eq(false), d -> d.score(5.0));
        assertThat(changed).extracting(Person::score).containsExactly(5.0, 5.0);
        var shaped = prisma.person()
                .updateManyAndReturn(
                        p -> p.id().eq(1),
                        d -> d.age(50),
                        q -> q.select(s -> s.age().posts()));
        assertThat(shaped.get(0).age()).isEqualTo(50);
        assertThat(prisma.person().updateAll(d -> d.active(true))).isEqualTo(4);
        assertThat(prisma.person().deleteMany(p -> p.id().gt(1), 1)).isEqualTo(1);
        assertThat(prisma.person().deleteManyAndReturn(p -> p.id().eq(1)))
                .extracting(Person::age)
                .containsExactly(50);
        assertThat(prisma.person().deleteAll()).isEqualTo(2);
    }

    @Test
    void a_row_is_changed_or_made() {
        Person made =
                prisma.person().upsert(p -> p.email("u"), c -> c.email("u").age(1), d -> d.age(2));
        assertThat(made.age()).isEqualTo(1);
        Person changed =
                prisma.person().upsert(p -> p.email("u"), c -> c.email("u").age(1), d -> d.age(2));
        assertThat(changed.age()).isEqualTo(2);
        assertThat(changed.id()).isEqualTo(made.id());
        var shaped = prisma.person()
                .upsert(
                        p -> p.firstNameLastName("A", "B"),
                        c -> c.email("w").firstName("A").lastName("B").posts(x -> x.create(y -> y.title("t"))),
                        d -> d.age(3),
                        q -> q.include(i -> i.posts()));
        assertThat(shaped.posts()).hasSize(1);
    }

    @Test
    void a_row_that_goes_is_given_back_as_it_was() {
        Person alice = prisma.person().create(p -> p.email("a").posts(x -> x.create(y -> y.title("t"))));
        var gone = prisma.person().delete(p -> p.id(alice.id()), q -> q.include(i -> i.posts()));
        assertThat(gone.posts()).extracting(Post::title).containsExactly("t");
        assertThat(prisma.post().count()).isZero();
    }

    @Test
    void related_rows_are_made_connected_and_found_or_made() {
        Tag java = prisma.tag().create(t -> t.name("java"));
        var made = prisma.person()
                .create(
                        p -> p.email("a")
                                .profile(x -> x.create(y -> y.bio("b")))
                                .posts(x -> x.create(y -> y.title("1")
                                                .tags(t -> t.connect(k -> k.id(java.id()))
                                                        .connectOrCreate(k -> k.name("db"), z -> z.name("db"))))
                                        .createMany(
                                                r -> r.row(y -> y.title("2")).row(y -> y.title("3")))),
                        q -> q.include(i -> i.profile()
                                .posts(x -> x.include(y -> y.tags())
                                        .orderBy(y -> y.title().asc()))));
        assertThat(made.profile().bio()).isEqualTo("b");
        assertThat(made.posts().get(0).tags()).extracting(Tag::name).containsExactlyInAnyOrder("java", "db");
        assertThat(made.posts()).hasSize(3);
        Post post = prisma.post()
                .create(p -> p.title("4").author(a -> a.connectOrCreate(k -> k.email("a"), x -> x.email("a"))));
        assertThat(post.authorId()).isEqualTo(made.id());
        Post other = prisma.post().create(p -> p.title("5").author(a -> a.create(x -> x.email("new"))));
        assertThat(other.authorId()).isNotEqualTo(made.id());
        assertThatThrownBy(() -> prisma.post().create(p -> p.title("6").author(a -> a.connect(k -> k.email("nobody")))))
                .isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void related_rows_of_lists_change_with_their_row() {
        Person alice = prisma.person()
                .create(p -> p.email("a")
                        .posts(x -> x.createMany(r -> r.rows(List.of("1", "2", "3"), (y, t) -> y.title(t)))));
        List<Post> posts = prisma.post().findMany(q -> q.orderBy(p -> p.title().asc()));
        int one = posts.get(0).id();
        int two = posts.get(1).id();
        prisma.person()
                .update(
                        p -> p.id(alice.id()),
                        d -> d.posts(x -> x.create(y -> y.title("4"))
                                .update(k -> k.id(one), y -> y.title("1a").tags(t -> t.create(z -> z.name("x"))))
                                .delete(k -> k.id(two))
                                .upsert(k -> k.id(9999), y -> y.title("5"), y -> y.title("never"))
                                .updateMany(y -> y.title().eq("3"), y -> y.views(v -> v.increment(7)))));
        assertThat(titles(alice.id())).containsExactly("1a", "3", "4", "5");
        assertThat(prisma.post().exists(p -> p.views().eq(7))).isTrue();
        prisma.person()
                .update(
                        p -> p.id(alice.id()),
                        d -> d.posts(x -> x.updateAll(y -> y.body("b"))
                                .deleteMany(y -> y.title().eq("4"))));
        assertThat(prisma.post().count(q -> q.where(p -> p.body().eq("b")))).isEqualTo(3);
        Person bob = prisma.person().create(p -> p.email("b").liked(x -> x.connect(k -> k.id(one))));
        prisma.person().update(p -> p.id(bob.id()), d -> d.liked(x -> x.set()));
        assertThat(prisma.person()
                        .findUniqueOrThrow(p -> p.id(bob.id()), q -> q.include(i -> i.liked()))
                        .liked())
                .isEmpty();
        prisma.person().update(p -> p.id(bob.id()), d -> d.liked(x -> x.set(k -> k.id(one))));
        prisma.person().update(p -> p.id(bob.id()), d -> d.liked(x -> x.disconnect(k -> k.id(one))));
        assertThat(prisma.person().exists(p -> p.liked().isNotEmpty())).isFalse();
        prisma.person().update(p -> p.id(alice.id()), d -> d.posts(x -> x.deleteAll()));
        assertThat(prisma.post().count()).isZero();
    }

    @Test
    void the_related_row_of_a_to_one_relation_changes_with_its_row() {
        Person alice = alice();
        prisma.person().update(p -> p.id(alice.id()), d -> d.profile(x -> x.create(y -> y.bio("1"))));
        prisma.person().update(p -> p.id(alice.id()), d -> d.profile(x -> x.update(y -> y.bio("2"))));
        prisma.person()
                .update(
                        p -> p.id(alice.id()),
                        d -> d.profile(x -> x.update(y -> y.bio().eq("2"), y -> y.bio("3"))));
        prisma.person()
                .update(p -> p.id(alice.id()), d -> d.profile(x -> x.upsert(y -> y.bio("never"), y -> y.bio("4"))));
        assertThat(prisma.profile().findFirstOrThrow().bio()).isEqualTo("4");
        prisma.person().update(p -> p.id(alice.id()), d -> d.profile(x -> x.disconnect()));
        assertThat(prisma.profile().findFirstOrThrow().personId()).isNull();
        int profile = prisma.profile().findFirstOrThrow().id();
        prisma.person().update(p -> p.id(alice.id()), d -> d.profile(x -> x.connect(k -> k.id(profile))));
        prisma.person().update(p -> p.id(alice.id()), d -> d.profile(x -> x.delete()));
        assertThat(prisma.profile().count()).isZero();
        Person boss = prisma.person().create(p -> p.email("boss"));
        prisma.person().update(p -> p.id(alice.id()), d -> d.manager(m -> m.connect(k -> k.id(boss.id()))));
        prisma.person().update(p -> p.id(alice.id()), d -> d.manager(m -> m.update(x -> x.age(60))));
        assertThat(prisma.person().findUniqueOrThrow(p -> p.id(boss.id())).age())
                .isEqualTo(60);
        prisma.person()
                .update(
                        p -> p.id(alice.id()),
                        d -> d.manager(m -> m.disconnect(x -> x.age().eq(1))));
        assertThat(prisma.person().findUniqueOrThrow(p -> p.id(alice.id())).managerId())
                .isEqualTo(boss.id());
        prisma.person().update(p -> p.id(alice.id()), d -> d.manager(m -> m.disconnect()));
        assertThat(prisma.person().findUniqueOrThrow(p -> p.id(alice.id())).managerId())
                .isNull();
    }

    @Test
    void fields_and_models_with_names_that_java_has_taken() {
        Integer_ made = prisma.integer()
                .create(i -> i.class_("c")
                        .hashCode_(3)
                        .getClass_("g")
                        .toString_("s")
                        .wait_(true)
                        .count(4)
                        .select(Role.ADMIN)
                        .new_(o -> o.create(x -> x.value(1))));
        assertThat(made.class_()).isEqualTo("c");
        assertThat(made.count()).isEqualTo(4);
        var row = prisma.integer()
                .findUniqueOrThrow(
                        k -> k.classHashCode("c", 3),
                        q -> q.include(i -> i.new_().count(c -> c.new_())));
        assertThat(row.new_().get(0).value()).isEqualTo(1);
        assertThat(row.count().new_()).isEqualTo(1);
        assertThat(row.asMap())
                .containsKeys("class", "hashCode", "getClass", "wait", "toString", "count", "isNull", "new");
        assertThat(prisma.integer()
                        .count(q -> q.where(i -> i.class_()
                                .eq("c")
                                .and(i.hashCode_().gt(2))
                                .and(i.isNull_().isNull()))))
                .isEqualTo(1);
        assertThat(prisma.object()
                        .findMany(q -> q.where(o -> o.integer().class_().eq("c"))))
                .hasSize(1);
        assertThat(prisma.integer()
                        .update(
                                k -> k.id(made.id()),
                                d -> d.count(c -> c.increment(1)).wait_(false))
                        .count())
                .isEqualTo(5);
    }

    @Test
    void transactions_and_batches_happen_as_a_whole_or_not_at_all() {
        assertThatThrownBy(() -> prisma.transaction(tx -> {
                    tx.person().create(p -> p.email("t"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(prisma.person().count()).isZero();
        List<Object> results = prisma.batch(
                tx -> tx.person().create(p -> p.email("t")), tx -> tx.person().count());
        assertThat(results.get(1)).isEqualTo(1L);
    }

    @Test
    void scalar_lists_and_full_text_are_refused_where_there_are_none() {
        if (kind == DatabaseKind.SQLITE) {
            assertThatThrownBy(() ->
                            prisma.post().findMany(q -> q.where(p -> p.title().search("x"))))
                    .isInstanceOfSatisfying(
                            UnsupportedFeatureException.class,
                            e -> assertThat(e.code()).isEqualTo("P2026"));
        }
    }
}
