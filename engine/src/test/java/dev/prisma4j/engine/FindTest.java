package dev.prisma4j.engine;

import static dev.prisma4j.engine.Blog.field;
import static dev.prisma4j.engine.Blog.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.SortOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindTest extends BlogTest {
    @Test
    void everyTypeComesAsItsJavaValue() {
        Map<String, Object> alice = engine.execute(new FindUnique<>(
                blog.user, Unique.of(field(blog.user, "id"), 1), MapReader.scalars(blog.user), ReadOptions.DEFAULT));
        assertThat(alice.get("avatar")).isEqualTo(new byte[] {1, 2});
        alice.remove("avatar");
        assertThat(alice)
                .isEqualTo(map(
                        "id",
                        1,
                        "email",
                        "alice@x.org",
                        "name",
                        "Alice",
                        "age",
                        30,
                        "big",
                        9007199254740993L,
                        "score",
                        1.5,
                        "balance",
                        new BigDecimal("10.25"),
                        "active",
                        true,
                        "meta",
                        Json.ofText("{\"s\": \"Text\", \"a\": {\"b\": [1, 2]}}"),
                        "at",
                        Instant.parse("2024-01-02T03:04:05.678Z")));
    }

    @Test
    void timesAreReadInEveryFormThatPrismaAndTheDatabaseWrite() {
        assertThat(many(
                        blog.user,
                        ReadArguments.ALL,
                        MapReader.of(blog.user).scalar("at").selection()))
                .containsExactly(
                        map("at", Instant.parse("2024-01-02T03:04:05.678Z")),
                        map("at", Instant.ofEpochMilli(1704164645678L)),
                        map("at", Instant.parse("2024-01-04T00:00:00Z")));
    }

    @Test
    void whatDoesNotExistIsNull() {
        Map<String, Object> nobody = engine.execute(new FindUnique<>(
                blog.user, Unique.of(field(blog.user, "id"), 99), MapReader.scalars(blog.user), ReadOptions.DEFAULT));
        assertThat(nobody).isNull();
    }

    @Test
    void nestedReadsTakeOneStatementPerRelationAndPageEachParent() {
        var arguments = ReadArguments.builder()
                .orderBy(Order.by(field(blog.post, "views"), SortOrder.DESC))
                .take(2)
                .build();
        var selection = MapReader.of(blog.user)
                .scalar("id")
                .relation("posts", arguments, post -> post.scalar("title").relation("tags"))
                .relation("profile", ReadArguments.ALL, profile -> profile.scalar("bio"))
                .selection();
        assertThat(many(blog.user, ReadArguments.ALL, selection))
                .containsExactly(
                        map(
                                "id", 1,
                                "posts",
                                        List.of(
                                                map(
                                                        "title",
                                                        "First",
                                                        "tags",
                                                        List.of(
                                                                map("id", 1, "name", "red"),
                                                                map("id", 2, "name", "blue"))),
                                                map("title", "Third", "tags", List.of())),
                                "profile", map("bio", "Likes tea")),
                        map(
                                "id", 2,
                                "posts", List.of(map("title", "Fourth", "tags", List.of(map("id", 2, "name", "blue")))),
                                "profile", map("bio", null)),
                        map("id", 3, "posts", List.of(), "profile", null));
        assertThat(statements).hasSize(4);
    }

    @Test
    void relationCountsComeWithTheRows() {
        var published = Condition.eq(field(blog.post, "published"), true);
        var selection = MapReader.of(blog.user)
                .scalar("id")
                .counts(new RelationCount(relation(blog.user, "posts"), published))
                .selection();
        assertThat(many(blog.user, ReadArguments.ALL, selection))
                .containsExactly(
                        map("id", 1, "_count", map("posts", 2L)),
                        map("id", 2, "_count", map("posts", 1L)),
                        map("id", 3, "_count", map("posts", 0L)));
        assertThat(statements).hasSize(1);
    }

    @Test
    void aCursorStartsThePageAtItsRowInBothDirections() {
        var byViews = Order.by(field(blog.post, "views"), SortOrder.DESC);
        var at3 = new Cursor(List.of(field(blog.post, "id")), List.of(3));
        assertThat(ids(blog.post, ReadArguments.builder().orderBy(byViews)))
                .startsWith(1)
                .endsWith(2, 5);
        assertThat(ids(
                        blog.post,
                        ReadArguments.builder().orderBy(byViews).cursor(at3).take(3)))
                .containsExactly(3, 4, 2);
        assertThat(ids(
                        blog.post,
                        ReadArguments.builder()
                                .orderBy(byViews)
                                .cursor(at3)
                                .skip(1)
                                .take(2)))
                .containsExactly(4, 2);
        assertThat(ids(
                        blog.post,
                        ReadArguments.builder().orderBy(byViews).cursor(at3).take(-2)))
                .containsExactly(1, 3);
        assertThat(ids(blog.post, ReadArguments.builder().cursor(at3).skip(1).take(-2)))
                .containsExactly(1, 2);
        var gone = new Cursor(List.of(field(blog.post, "id")), List.of(99));
        assertThat(ids(blog.post, ReadArguments.builder().orderBy(byViews).cursor(gone)))
                .isEmpty();
    }

    @Test
    void aCursorOnAnOptionalFieldKnowsWhereNullsAre() {
        var byAge = Order.by(field(blog.user, "age"), SortOrder.ASC);
        assertThat(ids(blog.user, ReadArguments.builder().orderBy(byAge))).containsExactly(3, 2, 1);
        for (int first = 1; first <= 3; first++) {
            var cursor = new Cursor(List.of(field(blog.user, "id")), List.of(first));
            var all = List.of(3, 2, 1);
            assertThat(ids(blog.user, ReadArguments.builder().orderBy(byAge).cursor(cursor)))
                    .isEqualTo(all.subList(all.indexOf(first), 3));
            assertThat(ids(
                            blog.user,
                            ReadArguments.builder()
                                    .orderBy(byAge)
                                    .cursor(cursor)
                                    .take(-9)))
                    .isEqualTo(all.subList(0, all.indexOf(first) + 1));
        }
    }

    @Test
    void aNestedCursorHasAPageOnlyForParentsOfItsRow() {
        var tagId = field(blog.tag, "id");
        var fromRed = ReadArguments.builder()
                .orderBy(Order.by(tagId, SortOrder.DESC))
                .cursor(new Cursor(List.of(tagId), List.of(1)))
                .take(5)
                .build();
        var fromBlue = ReadArguments.builder()
                .cursor(new Cursor(List.of(tagId), List.of(2)))
                .build();
        var posts = ReadArguments.where(Condition.in(field(blog.post, "id"), List.of(1, 4)));
        assertThat(many(blog.post, posts, tagsFrom(fromRed)))
                .containsExactly(map("id", 1, "tags", List.of(map("id", 1))), map("id", 4, "tags", List.of()));
        assertThat(many(blog.post, posts, tagsFrom(fromBlue)))
                .containsExactly(
                        map("id", 1, "tags", List.of(map("id", 2))), map("id", 4, "tags", List.of(map("id", 2))));
    }

    private Selection<Map<String, Object>> tagsFrom(ReadArguments arguments) {
        return MapReader.of(blog.post)
                .scalar("id")
                .relation("tags", arguments, tag -> tag.scalar("id"))
                .selection();
    }

    @Test
    void distinctKeepsTheFirstOfEachAndPagesWhatIsLeft() {
        var byId = Order.by(field(blog.post, "id"), SortOrder.DESC);
        var views = List.of(field(blog.post, "views"));
        assertThat(ids(blog.post, ReadArguments.builder().distinct(views).orderBy(byId)))
                .containsExactly(5, 4, 2, 1);
        assertThat(ids(
                        blog.post,
                        ReadArguments.builder()
                                .distinct(views)
                                .orderBy(byId)
                                .skip(1)
                                .take(2)))
                .containsExactly(4, 2);
    }

    @Test
    void rowsAreOrderedThroughRelationsAndByTheirNumber() {
        var byBio = new Order.ByField(
                List.of(relation(blog.post, "author"), relation(blog.user, "profile")),
                field(blog.profile, "bio"),
                SortOrder.ASC,
                Order.Nulls.LAST);
        var byId = Order.by(field(blog.post, "id"), SortOrder.ASC);
        assertThat(ids(blog.post, ReadArguments.builder().orderBy(byBio, byId))).containsExactly(1, 2, 3, 4, 5);
        var byPosts = new Order.ByRelationCount(List.of(), relation(blog.user, "posts"), null, SortOrder.ASC);
        assertThat(ids(blog.user, ReadArguments.builder().orderBy(byPosts))).containsExactly(3, 2, 1);
    }

    @Test
    void theFirstFromTheEndIsTheLast() {
        var last = ReadArguments.builder().take(-1).build();
        Map<String, Object> post = engine.execute(new FindFirst<>(
                blog.post, last, MapReader.of(blog.post).scalar("id").selection(), ReadOptions.DEFAULT));
        assertThat(post).containsEntry("id", 5);
    }

    @Test
    void queriesOfOneShapeAreSentAsTheSameStatement() {
        for (int i = 0; i < 3; i++) {
            ids(
                    blog.post,
                    ReadArguments.builder()
                            .where(Condition.eq(field(blog.post, "views"), i))
                            .take(i));
        }
        assertThat(statements).hasSize(3);
        assertThat(Map.copyOf(statements.stream().collect(Collectors.toMap(s -> s, s -> 1, Integer::sum))))
                .hasSize(1);
    }

    @Test
    void aFilterWithAHundredThousandValuesWorks() {
        var many = IntStream.range(2, 100_002).boxed().toList();
        assertThat(ids(blog.post, ReadArguments.builder().where(Condition.in(field(blog.post, "id"), many))))
                .containsExactly(2, 3, 4, 5);
        assertThat(ids(blog.post, ReadArguments.builder().where(Condition.notIn(field(blog.post, "id"), many))))
                .containsExactly(1);
        var texts = many.stream().map(i -> i == 7 ? "First" : "x'\"" + i).toList();
        assertThat(ids(blog.post, ReadArguments.builder().where(Condition.in(field(blog.post, "title"), texts))))
                .containsExactly(1);
    }

    @Test
    void aStreamGivesTheSameRows() {
        var selection = MapReader.of(blog.post)
                .scalar("id")
                .relation("author", ReadArguments.ALL, a -> a.scalar("name"))
                .selection();
        var expected = many(blog.post, ReadArguments.ALL, selection);
        try (var stream = engine.stream(new FindMany<>(blog.post, ReadArguments.ALL, selection, ReadOptions.DEFAULT))) {
            assertThat(stream.toList()).isEqualTo(expected);
        }
    }

    @Test
    void relatedRowsOfSeveralParentsComeInTheOrderOfTheirIndexAndKeepTheirOwn() {
        for (SortOrder order : SortOrder.values()) {
            statements.clear();
            var byId = ReadArguments.builder()
                    .orderBy(Order.by(field(blog.post, "id"), order))
                    .build();
            var selection = MapReader.of(blog.user)
                    .scalar("id")
                    .relation("posts", byId, post -> post.scalar("id"))
                    .selection();
            List<Object> first = List.of(map("id", 1), map("id", 2), map("id", 3));
            assertThat(many(blog.user, ReadArguments.ALL, selection))
                    .containsExactly(
                            map(
                                    "id",
                                    1,
                                    "posts",
                                    order == SortOrder.ASC ? first : List.of(first.get(2), first.get(1), first.get(0))),
                            map("id", 2, "posts", List.of(map("id", 4))),
                            map("id", 3, "posts", List.of()));
            String sort = order == SortOrder.ASC ? "ASC" : "DESC";
            assertThat(statements.get(1)).endsWith("ORDER BY \"t0\".\"author_id\" " + sort + ", \"t0\".\"id\" " + sort);
        }
    }

    @Test
    void aStatementThatIsKeptReadsItsColumnsAlsoAfterTheTableChanged() {
        var selection = MapReader.of(blog.user).scalar("id").scalar("name").selection();
        var rows = many(blog.user, ReadArguments.ALL, selection);
        assertThat(many(blog.user, ReadArguments.ALL, selection)).isEqualTo(rows);
        run("ALTER TABLE \"User\" ADD COLUMN later INTEGER NOT NULL DEFAULT 7");
        assertThat(many(blog.user, ReadArguments.ALL, selection)).isEqualTo(rows);
        run("ALTER TABLE \"User\" DROP COLUMN age");
        assertThat(many(blog.user, ReadArguments.ALL, selection))
                .isEqualTo(rows)
                .hasSize(3);
    }

    @Test
    void anIntThatIsWiderThanTheSchemaSaysIsReadAsItIs() {
        run("UPDATE posts SET view_count = 3000000000 WHERE id = 5");
        var views = MapReader.of(blog.post).scalar("views").selection();
        var fifth = ReadArguments.where(Condition.eq(field(blog.post, "id"), 5));
        assertThat(many(blog.post, fifth, views)).containsExactly(map("views", 3_000_000_000L));
    }
}
