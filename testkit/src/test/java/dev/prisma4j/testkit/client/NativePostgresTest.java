// What only PostgreSQL has: native types, scalar lists, several schemas, its full-text search.
package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.expression.FullText;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestServer;
import dev.prisma4j.testkit.client.postgres.Color;
import dev.prisma4j.testkit.client.postgres.Native;
import dev.prisma4j.testkit.client.postgres.NativeFields;
import dev.prisma4j.testkit.client.postgres.PrismaClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DatabaseTest(DatabaseKind.POSTGRESQL)
@Tag("matrix")
class NativePostgresTest {
    private static final Clients.PerDatabase DATABASES = new Clients.PerDatabase();
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final LocalTime TIME = LocalTime.of(23, 59, 59, 123_456_000);
    private static final Instant MOMENT = Instant.parse("2026-02-28T10:11:12.123456Z");
    private static final UUID ID = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final PrismaClient prisma;

    NativePostgresTest(TestServer server, DatabaseKind kind) {
        prisma = DATABASES
                .of(server, kind, first -> first.open(PrismaClient.builder()))
                .client(PrismaClient.class);
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    @Test
    void values_of_every_type_come_back_as_they_were() {
        prisma.native_().deleteMany(n -> n.id().eq(ID));
        Native made = prisma.native_()
                .create(n -> n.id(ID)
                        .day(DAY)
                        .time(TIME)
                        .stamp(MOMENT)
                        .price(new BigDecimal("12345678.1234"))
                        .small(-5)
                        .real(0.5)
                        .code("abc")
                        .doc(Json.of(Map.of("a", 1)))
                        .binary(Json.of(List.of(1, "two")))
                        .data(new byte[] {0, 1, -1})
                        .color(Color.GREEN)
                        .ints(List.of(1, 2, 3))
                        .longs(List.of(5_000_000_000L))
                        .texts(List.of("a", "", "ü\"{},"))
                        .colors(List.of(Color.RED, Color.GREEN))
                        .days(List.of(DAY))
                        .ids(List.of(ID))
                        .prices(List.of(new BigDecimal("1.5")))
                        .flags(List.of(true, false))
                        .scores(List.of(1.5))
                        .docs(List.of(Json.of(Map.of("b", 2))))
                        .blobs(List.of(new byte[] {7})));
        Native read = prisma.native_().findUniqueOrThrow(n -> n.id(ID));
        assertThat(read).isEqualTo(made);
        assertThat(read.day()).isEqualTo(DAY);
        assertThat(read.time()).isEqualTo(TIME);
        assertThat(read.stamp()).isEqualTo(MOMENT);
        assertThat(read.price()).isEqualByComparingTo("12345678.1234");
        assertThat(read.small()).isEqualTo(-5);
        assertThat(read.colors()).containsExactly(Color.RED, Color.GREEN);
        assertThat(read.texts()).containsExactly("a", "", "ü\"{},");
        assertThat(read.ids()).containsExactly(ID);
        assertThat(read.moments()).isEmpty();
        assertThat(read.blobs().get(0)).containsExactly(7);
        assertThat(prisma.native_()
                        .findUniqueOrThrow(
                                n -> n.id(ID), q -> q.select(s -> s.colors().color()))
                        .colors())
                .containsExactly(Color.RED, Color.GREEN);
        assertThat(prisma.native_()
                        .<List<Color>>findFirstOrThrow(
                                q -> q.where(n -> n.id().eq(ID)).map(n -> n.colors())))
                .hasSize(2);
    }

    @Test
    void native_values_are_compared() {
        Native one = prisma.native_()
                .create(n ->
                        n.day(DAY).time(TIME).stamp(MOMENT).color(Color.RED).price(BigDecimal.TEN));
        assertThat(prisma.native_()
                        .count(q -> q.where(n -> n.id().eq(one.id())
                                .and(n.day().eq(DAY))
                                .and(n.day().gt(DAY.minusDays(1)))
                                .and(n.time().lte(TIME))
                                .and(n.stamp().eq(MOMENT))
                                .and(n.color().in(Color.RED))
                                .and(n.price().gte(BigDecimal.TEN)))))
                .isEqualTo(1);
        assertThat(prisma.native_().findUniqueAll(List.of(one.id()), (n, id) -> n.id(id)))
                .containsKey(one.id());
        assertThat(prisma.native_()
                        .updateEach(
                                List.of(one.id()),
                                (n, id) -> n.id(id),
                                (d, id) -> d.color(Color.GREEN)
                                        .day(DAY.plusDays(1))
                                        .texts(List.of("x"))))
                .isEqualTo(1);
        assertThat(prisma.native_()
                        .upsertManyAndReturn(
                                List.of(one.id(), UUID.randomUUID()),
                                (n, id) -> n.id(id),
                                (c, id) ->
                                        c.id(id).color(Color.RED).stamp(MOMENT).doc(Json.of(1)),
                                (d, id) -> d.color(id.equals(one.id()) ? Color.RED : Color.GREEN)
                                        .texts(t -> t.push("y"))
                                        .doc(Json.of(2))
                                        .time(TIME)))
                .extracting(Native::texts)
                .containsExactly(List.of("x", "y"), List.of());
    }

    @Test
    void scalar_lists_are_tested_and_extended() {
        Native one = prisma.native_()
                .create(n -> n.ints(List.of(1, 2))
                        .longs(List.of())
                        .texts(List.of("a", "b"))
                        .colors(List.of(Color.GREEN))
                        .ids(List.of(ID)));
        List<Function<NativeFields<Native>, Condition<Native>>> met = List.of(
                n -> n.ints().has(2),
                n -> n.ints().hasEvery(1, 2),
                n -> n.ints().hasSome(2, 3),
                n -> n.texts().eq(List.of("a", "b")),
                n -> n.colors().has(Color.GREEN),
                n -> n.colors().eq(List.of(Color.GREEN)),
                n -> n.ids().has(ID),
                n -> n.longs().eq(List.of()),
                n -> n.longs().isEmpty(),
                n -> n.ints().isNotEmpty());
        for (int i = 0; i < met.size(); i++) {
            Function<NativeFields<Native>, Condition<Native>> test = met.get(i);
            assertThat(prisma.native_()
                            .count(q -> q.where(n -> n.id().eq(one.id())).where(test)))
                    .as("test " + i)
                    .isEqualTo(1);
        }
        assertThat(prisma.native_()
                        .count(q ->
                                q.where(n -> n.id().eq(one.id()).and(n.ints().has(9)))))
                .isZero();
        Native more = prisma.native_()
                .update(
                        n -> n.id(one.id()),
                        d -> d.ints(i -> i.push(3, 4))
                                .texts(t -> t.set(List.of("z")))
                                .colors(c -> c.push(Color.RED)));
        assertThat(more.ints()).containsExactly(1, 2, 3, 4);
        assertThat(more.texts()).containsExactly("z");
        assertThat(more.colors()).containsExactly(Color.GREEN, Color.RED);
    }

    @Test
    void models_of_several_schemas_are_related_and_texts_are_searched() {
        prisma.part().deleteAll();
        var made = prisma.native_()
                .create(
                        n -> n.small(1)
                                .parts(p -> p.create(x -> x.title("cat").body("a cat and a cat"))
                                        .create(x -> x.title("dog").body("a dog and a cat"))
                                        .create(x -> x.title("bird"))),
                        q -> q.include(
                                i -> i.parts(p -> p.orderBy(x -> x.title().asc()))));
        assertThat(made.parts()).hasSize(3);
        assertThat(prisma.part().count(q -> q.where(p -> p.owner().small().eq(1))))
                .isEqualTo(3);
        assertThat(prisma.part()
                        .findMany(
                                q -> q.where(p -> p.body().search("cat & !dog")).map(p -> p.title())))
                .containsExactly("cat");
        assertThat(prisma.part()
                        .findMany(q -> q.where(
                                        p -> FullText.of(p.title(), p.body()).search("cat"))
                                .orderBy(p -> FullText.of(p.title(), p.body())
                                        .relevance("cat")
                                        .desc())
                                .map(p -> p.title())))
                .containsExactly("cat", "dog");
        assertThat(prisma.part()
                        .findMany(q -> q.orderBy(
                                        p -> p.body().relevance("dog").desc(),
                                        p -> p.title().asc())
                                .map(p -> p.title())))
                .startsWith("dog");
    }
}
