// Values that the database computes, in filters, orders, projections and updates, the same on every database.
package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.expression.Expression;
import dev.prisma4j.client.expression.Functions;
import dev.prisma4j.client.expression.Select;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestServer;
import dev.prisma4j.testkit.client.shop.Person;
import dev.prisma4j.testkit.client.shop.PersonFields;
import dev.prisma4j.testkit.client.shop.PrismaClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DatabaseTest
@Tag("matrix")
class ShopExpressionsTest {
    private static final Clients.PerDatabase DATABASES = new Clients.PerDatabase();

    private final PrismaClient prisma;

    ShopExpressionsTest(TestServer server, DatabaseKind kind) {
        prisma = DATABASES.of(server, kind, first -> {}).shop();
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    @BeforeEach
    void fill() {
        prisma.post().deleteAll();
        prisma.person().updateAll(d -> d.managerId(m -> m.setNull()));
        prisma.person().deleteAll();
        prisma.person()
                .createMany(rows -> rows.row(p -> p.id(1)
                                .email("Alice@Example.com")
                                .firstName(" Alice ")
                                .lastName("Archer")
                                .age(30)
                                .height(170)
                                .visits(7)
                                .score(2.5)
                                .balance(new BigDecimal("10.5")))
                        .row(p -> p.id(2)
                                .email("bob@example.com")
                                .age(17)
                                .visits(2)
                                .score(-0.5)
                                .balance(new BigDecimal("4")))
                        .row(p -> p.id(3)
                                .email("carl@example.com")
                                .firstName("Carl")
                                .height(30)
                                .score(0.0)));
        prisma.person().update(p -> p.id(2), d -> d.managerId(1));
    }

    private List<Integer> people(Function<PersonFields<Person>, Condition<Person>> where) {
        return prisma.person()
                .findMany(q -> q.where(where).orderBy(p -> p.id().asc()).map(p -> p.id()));
    }

    private <T> List<T> values(Function<PersonFields<Person>, Expression<Person, T>> value) {
        return prisma.person().findMany(q -> q.orderBy(p -> p.id().asc()).map(value));
    }

    @Test
    void numbers_are_computed_in_filters() {
        assertThat(people(p -> p.age().plus(140).eq(p.height()))).containsExactly(1);
        assertThat(people(p -> p.age().times(2).gt(50))).containsExactly(1);
        assertThat(people(p -> p.height().minus(p.age()).gte(140))).containsExactly(1);
        assertThat(people(p -> p.age().coalesce(99).gt(20))).containsExactly(1, 3);
        assertThat(people(p -> p.age().coalesce(p.height()).eq(30))).containsExactly(1, 3);
        assertThat(people(p -> p.visits().modulo(5).eq(2L))).containsExactly(1, 2);
        assertThat(people(p -> p.visits().dividedBy(2).eq(3.5))).containsExactly(1);
        assertThat(people(p -> p.age().dividedBy(p.height()).lt(0.2))).containsExactly(1);
        assertThat(people(p -> p.score().abs().gt(0.4))).containsExactly(1, 2);
        assertThat(people(p -> p.score().negated().gt(0))).containsExactly(2);
        assertThat(people(p -> p.balance().times(new BigDecimal("2")).eq(new BigDecimal("21"))))
                .containsExactly(1);
        assertThat(people(p -> p.balance().dividedBy(new BigDecimal("8")).eq(new BigDecimal("0.5"))))
                .containsExactly(2);
        assertThat(people(p -> p.age().minus(100).between(-90, -70))).containsExactly(1, 2);
        assertThat(people(p -> p.age().plus(p.height()).isNull())).containsExactly(2, 3);
        assertThat(people(p -> p.age().times(2).in(60, 1).not())).containsExactly(2);
        assertThat(people(p -> p.visits()
                        .gt(p.visits().minus(1))
                        .and(p.visits().plus(1).ne(3L))))
                .containsExactly(1, 3);
        assertThat(people(p -> p.age().lt(p.height().minus(100)))).containsExactly(1);
        assertThat(people(p -> p.manager().age().plus(1).eq(31))).containsExactly(2);
    }

    @Test
    void texts_are_computed_in_filters() {
        assertThat(people(p -> p.email().lower().eq("alice@example.com"))).containsExactly(1);
        assertThat(people(p -> p.firstName().trim().eq("Alice"))).containsExactly(1);
        assertThat(people(p -> p.firstName().length().gt(4))).containsExactly(1);
        assertThat(people(p ->
                        p.firstName().trim().concat(" ").concat(p.lastName()).eq("Alice Archer")))
                .containsExactly(1);
        assertThat(people(p -> p.firstName().coalesce("nobody").eq("nobody"))).containsExactly(2);
        assertThat(people(p -> p.email().substring(0, 3).upper().in("BOB", "CAR")))
                .containsExactly(2, 3);
        assertThat(people(p -> p.email().replace("example", "test").endsWith("@test.com")))
                .containsExactly(2, 3);
        assertThat(people(p ->
                        p.email().lower().contains("ice@").or(p.email().lower().startsWith("carl"))))
                .containsExactly(1, 3);
        assertThat(people(p -> p.firstName().eq(p.firstName().trim()))).containsExactly(3);
        assertThat(people(p -> p.age().asText().concat("!").eq("17!"))).containsExactly(2);
    }

    @Test
    void rows_are_ordered_by_computed_values() {
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(p -> p.age()
                                        .coalesce(p.height())
                                        .minus(p.id())
                                        .asc())
                                .map(p -> p.id())))
                .containsExactly(2, 3, 1);
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(p -> p.email().lower().desc()).map(p -> p.id())))
                .containsExactly(3, 2, 1);
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(
                                        p -> p.firstName().length().desc().nullsLast())
                                .map(p -> p.id())))
                .containsExactly(1, 3, 2);
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(
                                        p -> p.manager().age().plus(1).desc().nullsLast(), p -> p.id().desc())
                                .map(p -> p.id())))
                .containsExactly(2, 3, 1);
        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(p -> p.visits().times(-1).asc(), p -> p.id().asc())
                                .cursor(p -> p.id(2))
                                .take(2)
                                .map(p -> p.id())))
                .containsExactly(2, 3);
    }

    @Test
    void computed_values_are_read() {
        assertThat(values(p -> p.visits().plus(1))).containsExactly(8L, 3L, 1L);
        assertThat(values(p -> p.age().coalesce(0).times(2))).containsExactly(60, 34, 0);
        assertThat(values(p -> p.visits().dividedBy(2))).containsExactly(3.5, 1.0, 0.0);
        assertThat(values(p -> p.visits().dividedBy(p.visits()))).containsExactly(1.0, 1.0, null);
        assertThat(values(p -> p.score().times(2))).containsExactly(5.0, -1.0, 0.0);
        assertThat(values(p -> p.score().plus(1.2).floor())).containsExactly(3.0, 0.0, 1.0);
        assertThat(values(p -> p.score().plus(1.2).ceiling())).containsExactly(4.0, 1.0, 2.0);
        assertThat(values(p -> p.score().plus(1.2).round())).containsExactly(4.0, 1.0, 1.0);
        assertThat(values(p -> p.balance().plus(new BigDecimal("0.25"))))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("10.75"), new BigDecimal("4.25"), new BigDecimal("0.25"));
        assertThat(values(p -> p.balance().dividedBy(new BigDecimal("8"))).get(1))
                .isEqualByComparingTo("0.5");
        assertThat(values(p -> p.age().toDecimal()))
                .first()
                .satisfies(n -> assertThat(n).isEqualByComparingTo("30"));
        assertThat(values(p -> p.email().substring(0, 4).lower())).containsExactly("alic", "bob@", "carl");
        assertThat(values(p -> p.firstName().length())).containsExactly(7, null, 4);
        assertThat(values(p -> Functions.coalesce(p.firstName(), p.email())))
                .containsExactly(" Alice ", "bob@example.com", "Carl");
        record Card(String name, long posts, Integer managersAge, List<String> titles, Integer next) {}
        prisma.post()
                .createMany(List.of("x", "y"), (p, t) -> p.title(t).authorId(2).views(3));
        assertThat(prisma.person()
                        .findMany(q -> q.where(p -> p.id().gt(1))
                                .orderBy(p -> p.id().asc())
                                .map(p -> Select.of(
                                                p.firstName().coalesce("?").concat("!"),
                                                p.posts().count(),
                                                p.manager().age().plus(1),
                                                p.posts(x -> x.orderBy(y -> y.id().asc())
                                                        .map(y -> y.title()
                                                                .upper()
                                                                .concat(y.views()
                                                                        .asText()))),
                                                p.age().plus(1))
                                        .as(Card::new))))
                .containsExactly(
                        new Card("?!", 2, 31, List.of("X3", "Y3"), 18), new Card("Carl!", 0, null, List.of(), null));
    }

    @Test
    void fields_are_set_to_computed_values() {
        Person changed = prisma.person()
                .update(
                        p -> p.id(1),
                        d -> d.set(p -> p.height(), p -> p.height().plus(p.age()))
                                .set(
                                        p -> p.lastName(),
                                        p -> p.lastName().upper().concat("!"))
                                .set(p -> p.score(), p -> p.age().dividedBy(4))
                                .set(p -> p.balance(), p -> p.balance().times(new BigDecimal("2")))
                                .active(false));
        assertThat(changed.height()).isEqualTo(200);
        assertThat(changed.lastName()).isEqualTo("ARCHER!");
        assertThat(changed.score()).isEqualTo(7.5);
        assertThat(changed.balance()).isEqualByComparingTo("21");
        assertThat(changed.active()).isFalse();
        assertThat(prisma.person()
                        .updateMany(
                                p -> p.id().gt(0),
                                d -> d.set(
                                        p -> p.age(), p -> p.age().coalesce(0).plus(1))))
                .isEqualTo(3);
        assertThat(prisma.person().findMany(q -> q.orderBy(p -> p.id().asc()).map(p -> p.age())))
                .containsExactly(31, 18, 1);
        assertThat(prisma.person()
                        .upsert(
                                p -> p.id(2),
                                c -> c.email("never"),
                                d -> d.set(p -> p.visits(), p -> p.visits().times(10)))
                        .visits())
                .isEqualTo(20);
        assertThat(prisma.person()
                        .updateEachAndReturn(
                                List.of(2, 3),
                                (p, id) -> p.id(id),
                                (d, id) ->
                                        d.set(p -> p.firstName(), p -> p.email().substring(0, id))))
                .extracting(Person::firstName)
                .containsExactly("bo", "car");
        assertThat(prisma.person()
                        .upsertManyAndReturn(
                                List.of(2, 3),
                                (p, id) -> p.id(id),
                                (c, id) -> c.id(id).email("e" + id),
                                (d, id) -> d.set(
                                                p -> p.visits(), p -> p.visits().plus(id))
                                        .set(p -> p.lastName(), p -> p.email().lower())))
                .extracting(Person::visits)
                .containsExactly(22L, 3L);
        prisma.post().create(p -> p.title("t").authorId(2).views(4));
        prisma.person()
                .update(
                        p -> p.id(2),
                        d -> d.posts(x -> x.updateAll(
                                y -> y.set(z -> z.likes(), z -> z.views().times(2)))));
        assertThat(prisma.post().findFirstOrThrow().likes()).isEqualTo(8);
    }

    @Test
    void the_moment_is_the_databases() {
        assertThat(prisma.person().count(q -> q.where(p -> p.createdAt().lte(Functions.now()))))
                .isEqualTo(3);
        assertThat(prisma.person().count(q -> q.where(p -> p.createdAt().gt(Functions.now()))))
                .isZero();
        Person changed = prisma.person()
                .update(p -> p.id(1), d -> d.createdAt(Instant.EPOCH).set(p -> p.createdAt(), p -> Functions.now()));
        assertThat(changed.createdAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(prisma.person().<Instant>findFirstOrThrow(q -> q.map(p -> Functions.now())))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void expressions_of_several_rows_and_of_groups_are_refused() {
        assertThatThrownBy(() -> people(p -> p.age().plus(p.manager().age()).gt(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one row");
        assertThatThrownBy(() -> prisma.person()
                        .update(
                                p -> p.id(1),
                                d -> d.set(p -> p.age(), p -> p.manager().age().plus(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own row");
        assertThatThrownBy(() ->
                        prisma.person().aggregate(a -> a.map(p -> p.age().plus(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("per row");
    }
}
