// What only MySQL and MariaDB have: their native types and their full-text search.
package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.expression.FullText;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestServer;
import dev.prisma4j.testkit.client.mysql.Native;
import dev.prisma4j.testkit.client.mysql.PrismaClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
@Tag("matrix")
class NativeMysqlTest {
    private static final Clients.PerDatabase DATABASES = new Clients.PerDatabase();

    private final PrismaClient prisma;

    NativeMysqlTest(TestServer server, DatabaseKind kind) {
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
        LocalDate day = LocalDate.of(2026, 2, 28);
        LocalTime time = LocalTime.of(23, 59, 59, 123_000_000);
        Instant moment = Instant.parse("2026-02-28T10:11:12.123Z");
        Native made = prisma.native_()
                .create(n -> n.day(day)
                        .time(time)
                        .stamp(moment)
                        .plain(moment.plusNanos(456_000))
                        .price(new BigDecimal("12345678.1234"))
                        .tiny(-5)
                        .count(40_000)
                        .real(0.5)
                        .long_("x".repeat(70_000))
                        .data(new byte[] {0, 1, -1})
                        .doc(Json.of(Map.of("a", 1))));
        Native read = prisma.native_().findUniqueOrThrow(n -> n.id(made.id()));
        assertThat(read).isEqualTo(made);
        assertThat(read.day()).isEqualTo(day);
        assertThat(read.time()).isEqualTo(time);
        assertThat(read.stamp()).isEqualTo(moment);
        assertThat(read.plain()).isEqualTo(moment.plusNanos(456_000));
        assertThat(read.tiny()).isEqualTo(-5);
        assertThat(read.count()).isEqualTo(40_000);
        assertThat(prisma.native_()
                        .count(q -> q.where(n -> n.day()
                                .eq(day)
                                .and(n.time().lte(time))
                                .and(n.stamp().gte(moment))
                                .and(n.count_().eq(40_000)))))
                .isEqualTo(1);
    }

    @Test
    void texts_are_searched_and_ordered_by_how_well_they_match() {
        prisma.article()
                .createMany(rows -> rows.row(a -> a.title("cat").body("cats and cats and cats"))
                        .row(a -> a.title("dog").body("a dog chases cats"))
                        .row(a -> a.title("bird").body("nothing here")));
        assertThat(prisma.article()
                        .findMany(
                                q -> q.where(a -> a.body().search("+cats -dog")).map(a -> a.title())))
                .containsExactly("cat");
        assertThat(prisma.article()
                        .findMany(q -> q.where(
                                        a -> FullText.of(a.title(), a.body()).search("cats"))
                                .orderBy(a -> FullText.of(a.title(), a.body())
                                        .relevance("cats")
                                        .desc())
                                .map(a -> a.title())))
                .containsExactly("cat", "dog");
        assertThat(prisma.article()
                        .findMany(q -> q.orderBy(a -> a.body().relevance("dog").desc(), a -> a.id().asc())
                                .map(a -> a.title())))
                .startsWith("dog");
        assertThatThrownBy(() ->
                        prisma.native_().findMany(q -> q.where(n -> n.long_().search("x"))))
                .hasMessageContaining("fulltext index");
    }
}
