// Versions of rows and soft deletion, declared in the schema, the same on every database.
package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.expression.Select;
import dev.prisma4j.engine.error.OptimisticLockException;
import dev.prisma4j.engine.error.RecordNotFoundException;
import dev.prisma4j.engine.error.UniqueConstraintException;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestServer;
import dev.prisma4j.testkit.client.shop.Document;
import dev.prisma4j.testkit.client.shop.Label;
import dev.prisma4j.testkit.client.shop.PrismaClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DatabaseTest
@Tag("matrix")
class ShopAnnotationsTest {
    private static final Clients.PerDatabase DATABASES = new Clients.PerDatabase();

    private final Clients clients;
    private final PrismaClient prisma;

    ShopAnnotationsTest(TestServer server, DatabaseKind kind) {
        clients = DATABASES.of(server, kind, first -> {});
        prisma = clients.shop();
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    @BeforeEach
    void fill() {
        var all = prisma.withDeleted();
        all.note().deleteAll();
        all.document().deleteAll();
        all.label().deleteAll();
        all.folder().updateAll(d -> d.parentId(p -> p.setNull()));
        all.folder().deleteAll();
        prisma.folder()
                .create(f -> f.id(1)
                        .name("work")
                        .documents(d -> d.create(x -> x.id(1)
                                        .title("plan")
                                        .notes(n -> n.create(y -> y.text("n1")))
                                        .labels(l -> l.create(y -> y.id(1).name("red"))
                                                .create(y -> y.id(2).name("blue"))))
                                .create(x -> x.id(2).title("draft").notes(n -> n.create(y -> y.text("n2")))))
                        .children(c -> c.create(x -> x.id(2)
                                .name("old")
                                .documents(d -> d.create(y -> y.id(3).title("letter"))))));
        prisma.folder().create(f -> f.id(3).name("empty"));
    }

    // ---- versions

    @Test
    void every_change_of_a_row_counts() {
        Document plan = prisma.document().findUniqueOrThrow(d -> d.id(1));
        assertThat(plan.version()).isZero();
        assertThat(prisma.document()
                        .update(d -> d.id(1), d -> d.title("plan 2"))
                        .version())
                .isEqualTo(1);
        prisma.document().updateMany(d -> d.id().eq(1), d -> d.title("plan 3"));
        prisma.folder().update(f -> f.id(1), d -> d.documents(x -> x.update(k -> k.id(1), y -> y.title("plan 4"))));
        prisma.document().upsert(d -> d.id(1), c -> c.title("never"), d -> d.title("plan 5"));
        prisma.document().updateEach(List.of(1), (d, id) -> d.id(id), (d, id) -> d.title("plan 6"));
        assertThat(prisma.document().updateManyAndReturn(d -> d.id().eq(1), d -> d.title("plan 7")))
                .extracting(Document::version)
                .containsExactly(6);
        assertThat(prisma.document()
                        .update(d -> d.id(1), d -> d.notes(n -> n.create(x -> x.text("more"))))
                        .version())
                .isEqualTo(6);
    }

    @Test
    void a_change_of_a_version_that_is_gone_is_refused_as_such() {
        prisma.document().update(d -> d.id(1).atVersion(0), d -> d.title("first"));
        assertThatThrownBy(() -> prisma.document().update(d -> d.id(1).atVersion(0), d -> d.title("second")))
                .isInstanceOfSatisfying(OptimisticLockException.class, e -> {
                    assertThat(e.code()).isEqualTo("P4J01");
                    assertThat(e.model()).isEqualTo("Document");
                    assertThat(e).hasMessageContaining("changed by somebody else");
                });
        assertThatThrownBy(() -> prisma.document()
                        .update(
                                d -> d.id(1).atVersion(0),
                                d -> d.notes(n -> n.create(x -> x.text("lost"))),
                                q -> q.include(i -> i.notes())))
                .isInstanceOf(OptimisticLockException.class);
        assertThatThrownBy(() -> prisma.document().delete(d -> d.id(1).atVersion(7)))
                .isInstanceOf(OptimisticLockException.class);
        assertThatThrownBy(
                        () -> prisma.document().upsert(d -> d.id(1).atVersion(7), c -> c.title("c"), d -> d.title("d")))
                .isInstanceOf(OptimisticLockException.class);
        assertThatThrownBy(() -> prisma.document()
                        .updateEach(List.of(1, 2), (d, id) -> d.id(id).atVersion(0), (d, id) -> d.title("t" + id)))
                .isInstanceOf(OptimisticLockException.class);
        assertThatThrownBy(() -> prisma.folder()
                        .update(
                                f -> f.id(1),
                                d -> d.documents(x -> x.update(k -> k.id(1).atVersion(0), y -> y.title("t")))))
                .isInstanceOf(OptimisticLockException.class);
        assertThatThrownBy(() -> prisma.folder()
                        .update(
                                f -> f.id(1),
                                d -> d.documents(x -> x.delete(k -> k.id(1).atVersion(0)))))
                .isInstanceOf(OptimisticLockException.class);
        assertThatThrownBy(() -> prisma.document().update(d -> d.id(99).atVersion(0), d -> d.title("x")))
                .isInstanceOf(RecordNotFoundException.class);
        assertThat(prisma.document().findUniqueOrThrow(d -> d.id(1)).title()).isEqualTo("first");
        assertThat(prisma.document().findUnique(d -> d.id(2).atVersion(0))).isPresent();
        assertThat(prisma.document()
                        .update(d -> d.id(2).atVersion(0).and(x -> x.title().eq("draft")), d -> d.title("t"))
                        .version())
                .isEqualTo(1);
    }

    // ---- soft deletion

    @Test
    void a_deleted_row_stays_and_is_not_seen_any_more() {
        Document gone = prisma.document().delete(d -> d.id(1));
        assertThat(gone.title()).isEqualTo("plan");
        assertThat(gone.deletedAt()).isNull();
        assertThat(prisma.document().findUnique(d -> d.id(1))).isEmpty();
        assertThat(prisma.document().findUnique(d -> d.title("plan"))).isEmpty();
        assertThat(prisma.document().findUniqueAll(List.of(1, 2), (d, id) -> d.id(id)))
                .containsOnlyKeys(2);
        assertThat(prisma.document().findMany(q -> q.where(d -> d.title().contains("p"))))
                .isEmpty();
        assertThat(prisma.document().findFirst(q -> q.where(d -> d.id().eq(1)))).isEmpty();
        assertThat(prisma.document().count()).isEqualTo(2);
        assertThat(prisma.document().exists(d -> d.id().eq(1))).isFalse();
        assertThat(prisma.document().<Integer>aggregate(a -> a.map(d -> d.id().min())))
                .isEqualTo(2);
        assertThat(prisma.document()
                        .groupBy(g -> g.by(d -> d.folderId())
                                .orderBy(d -> d.folderId().asc())
                                .map(d -> d.count())))
                .containsExactly(1L, 1L);
        try (var all = prisma.document().stream(q -> q.orderBy(d -> d.id().asc()))) {
            assertThat(all.map(Document::id)).containsExactly(2, 3);
        }
        try (var all = prisma.withDeleted().document().stream(q -> q.orderBy(d -> d.id().asc()))) {
            assertThat(all.map(Document::id)).containsExactly(1, 2, 3);
        }
        assertThat(prisma.document()
                        .findUniqueOrThrow(d -> d.id(1), q -> q.withDeleted().select(s -> s.deletedAt()))
                        .deletedAt())
                .isNotNull();
        assertThat(prisma.document().count(q -> q.withDeleted())).isEqualTo(3);
        assertThat(prisma.document().<Integer>aggregate(a -> a.withDeleted().map(d -> d.id().min())))
                .isEqualTo(1);
        assertThat(prisma.withDeleted()
                        .document()
                        .groupBy(g -> g.by(d -> d.folderId())
                                .orderBy(d -> d.folderId().asc())
                                .map(d -> d.count())))
                .containsExactly(2L, 1L);
        assertThat(prisma.document()
                        .findUniqueAll(
                                List.of(1, 2),
                                (d, id) -> d.id(id),
                                q -> q.withDeleted().map(d -> d.title())))
                .containsOnlyKeys(1, 2);
    }

    @Test
    void deleted_rows_are_missing_in_nested_reads_counts_and_conditions() {
        prisma.document().delete(d -> d.id(1));
        prisma.label().delete(l -> l.id(1));
        var work = prisma.folder()
                .findUniqueOrThrow(
                        f -> f.id(1),
                        q -> q.include(
                                i -> i.documents().count(c -> c.documents().children())));
        assertThat(work.documents()).extracting(Document::title).containsExactly("draft");
        assertThat(work.count().documents()).isEqualTo(1);
        assertThat(prisma.folder()
                        .findMany(q -> q.orderBy(f -> f.documents().count().desc(), f -> f.id().asc())
                                .map(f -> Select.of(
                                                f.id(), f.documents().count(), f.documents(x -> x.map(y -> y.title())))
                                        .as((id, n, t) -> id + ":" + n + t))))
                .containsExactly("1:1[draft]", "2:1[letter]", "3:0[]");
        assertThat(prisma.folder()
                        .findMany(q ->
                                q.where(f -> f.documents().some(d -> d.title().eq("plan")))))
                .isEmpty();
        assertThat(prisma.folder()
                        .count(q ->
                                q.where(f -> f.documents().every(d -> d.title().eq("draft")))))
                .isEqualTo(2);
        assertThat(prisma.folder()
                        .count(q ->
                                q.where(f -> f.documents().none(d -> d.title().eq("plan")))))
                .isEqualTo(3);
        assertThat(prisma.folder().count(q -> q.where(f -> f.documents().count().eq(1))))
                .isEqualTo(2);
        assertThat(prisma.folder().count(q -> q.where(f -> f.documents().isEmpty())))
                .isEqualTo(1);
        var withLabels = prisma.withDeleted()
                .document()
                .findUniqueOrThrow(d -> d.id(1), q -> q.include(i -> i.labels().folder()));
        assertThat(withLabels.labels()).hasSize(2);
        var deep = prisma.folder()
                .findUniqueOrThrow(
                        f -> f.id(1),
                        q -> q.include(i -> i.documents(
                                d -> d.withDeleted().orderBy(x -> x.id().asc()).include(x -> x.labels()))));
        assertThat(deep.documents()).hasSize(2);
        assertThat(deep.documents().get(0).labels()).extracting(Label::name).hasSize(2);
        assertThat(prisma.note()
                        .findMany(q -> q.where(n -> n.text().eq("n1")).include(i -> i.document()))
                        .get(0)
                        .document()
                        .title())
                .isEqualTo("plan");
    }

    @Test
    void an_optional_relation_to_a_deleted_row_is_none() {
        prisma.withDeleted().folder().update(f -> f.id(2), d -> d.deletedAt(java.time.Instant.now()));
        var letter = prisma.document().findUniqueOrThrow(d -> d.id(3), q -> q.include(i -> i.folder()));
        assertThat(letter.folder()).isNull();
        assertThat(letter.folderId()).isEqualTo(2);
        assertThat(prisma.document().count(q -> q.where(d -> d.folder().isNull())))
                .isEqualTo(1);
        assertThat(prisma.document().count(q -> q.where(d -> d.folder().isNotNull())))
                .isEqualTo(2);
        assertThat(prisma.document().count(q -> q.where(d -> d.folder().name().eq("old"))))
                .isZero();
        assertThat(prisma.document()
                        .count(q -> q.where(d -> d.folder().is(f -> f.name().eq("old")))))
                .isZero();
        assertThat(prisma.document()
                        .count(q -> q.where(d -> d.folder().isNot(f -> f.name().eq("work")))))
                .isEqualTo(1);
        assertThat(prisma.document()
                        .findMany(q ->
                                q.where(d -> d.id().eq(3)).map(d -> d.folder().name())))
                .containsOnlyNulls();
    }

    @Test
    void writes_do_not_find_deleted_rows() {
        prisma.document().delete(d -> d.id(1));
        prisma.label().deleteMany(l -> l.name().eq("red"));
        assertThatThrownBy(() -> prisma.document().update(d -> d.id(1), d -> d.title("x")))
                .isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> prisma.document().delete(d -> d.id(1))).isInstanceOf(RecordNotFoundException.class);
        assertThat(prisma.document().updateMany(d -> d.title().eq("plan"), d -> d.folderId(3)))
                .isZero();
        assertThat(prisma.document().deleteManyAndReturn(d -> d.id().lt(3)))
                .extracting(Document::id)
                .containsExactly(2);
        assertThat(prisma.document().deleteAll()).isEqualTo(1);
        assertThat(prisma.document().updateEach(List.of(1, 2, 3), (d, id) -> d.id(id), (d, id) -> d.folderId(3)))
                .isZero();
        assertThatThrownBy(
                        () -> prisma.document().upsert(d -> d.title("plan"), c -> c.title("plan"), d -> d.folderId(3)))
                .isInstanceOf(UniqueConstraintException.class);
        assertThatThrownBy(() -> prisma.document()
                        .upsertMany(
                                List.of("plan"),
                                (d, t) -> d.title(t),
                                (c, t) -> c.title(t).folderId(3)))
                .isInstanceOf(UniqueConstraintException.class);
        assertThatThrownBy(() -> prisma.folder()
                        .update(f -> f.id(1), d -> d.documents(x -> x.update(k -> k.id(1), y -> y.title("x")))))
                .isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> prisma.folder().update(f -> f.id(3), d -> d.documents(x -> x.connect(k -> k.id(1)))))
                .hasMessageContaining("required connected records");
        prisma.folder()
                .update(
                        f -> f.id(1),
                        d -> d.documents(x -> x.updateAll(y -> y.title("all")).deleteAll()));
        assertThat(prisma.withDeleted()
                        .document()
                        .count(q -> q.where(d -> d.title().eq("all"))))
                .isZero();
        prisma.withDeleted().document().update(d -> d.id(1), d -> d.deletedAt(null));
        assertThat(prisma.document().findUniqueOrThrow(d -> d.id(1)).version()).isEqualTo(2);
        prisma.folder().update(f -> f.id(1), d -> d.documents(x -> x.delete(k -> k.id(1))));
        assertThat(prisma.withDeleted().document().count()).isEqualTo(3);
        prisma.inTransaction(tx -> {
            assertThat(tx.document().count()).isZero();
            assertThat(tx.withDeleted().document().deleteMany(d -> d.id().eq(1)))
                    .isEqualTo(1);
        });
        assertThat(prisma.withDeleted().document().count()).isEqualTo(2);
    }

    @Test
    void deletes_go_along_the_relations_that_cascade() {
        assertThat(prisma.folder().deleteMany(f -> f.id().eq(1))).isEqualTo(1);
        assertThat(prisma.folder().findMany(q -> q.map(f -> f.id()))).containsExactly(3);
        assertThat(prisma.document().count()).isZero();
        assertThat(prisma.withDeleted().document().count()).isEqualTo(3);
        assertThat(prisma.note().count()).isEqualTo(2);
        prisma.withDeleted().folder().delete(f -> f.id(1));
        assertThat(prisma.withDeleted().folder().count()).isEqualTo(1);
        assertThat(prisma.withDeleted().document().count()).isZero();
        assertThat(prisma.note().count()).isZero();
    }
}
