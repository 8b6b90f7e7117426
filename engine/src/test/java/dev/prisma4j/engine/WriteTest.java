package dev.prisma4j.engine;

import static dev.prisma4j.engine.Blog.field;
import static dev.prisma4j.engine.Blog.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.ForeignKeyConstraintException;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.error.RecordNotFoundException;
import dev.prisma4j.engine.error.UniqueConstraintException;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.CreateManyAndReturn;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.Upsert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteTest extends BlogTest {
    private final Selection<Map<String, Object>> postId =
            MapReader.of(blog.post).scalar("id").selection();
    private final Selection<Map<String, Object>> tagId =
            MapReader.of(blog.tag).scalar("id").selection();

    private CreateData.Builder newUser(String email) {
        return CreateData.builder()
                .set(field(blog.user, "email"), email)
                .set(field(blog.user, "active"), true)
                .set(field(blog.user, "at"), Instant.EPOCH);
    }

    private CreateData newPost(String title) {
        return CreateData.builder()
                .set(field(blog.post, "title"), title)
                .set(field(blog.post, "views"), 0)
                .set(field(blog.post, "published"), false)
                .build();
    }

    private Unique id(int id) {
        return Unique.of(field(blog.post, "id"), id);
    }

    private Unique tag(int id) {
        return Unique.of(field(blog.tag, "id"), id);
    }

    private CreateData newTag(String name) {
        return CreateData.builder().set(field(blog.tag, "name"), name).build();
    }

    @Test
    void aCreateIsOneStatement() {
        Map<String, Object> tag = engine.execute(new Create<>(blog.tag, newTag("green"), MapReader.scalars(blog.tag)));
        assertThat(tag).isEqualTo(map("id", 3, "name", "green"));
        assertThat(statements).containsExactly("INSERT INTO \"Tag\" (\"name\") VALUES (?) RETURNING \"id\"");
    }

    @Test
    void aNewRowWithNewChildrenIsNotReadAgain() {
        CreateData data = newUser("dora@x.org")
                .relation(new NestedWrite.CreateRelated(
                        relation(blog.user, "posts"), List.of(newPost("One"), newPost("Two"))))
                .build();
        var selection = MapReader.of(blog.user)
                .scalar("id")
                .relation("profile")
                .relation("posts")
                .selection();
        assertThat(engine.execute(new Create<>(blog.user, data, selection)))
                .isEqualTo(map(
                        "id",
                        4,
                        "profile",
                        null,
                        "posts",
                        List.of(
                                map("id", 6, "title", "One", "views", 0, "published", false, "authorId", 4),
                                map("id", 7, "title", "Two", "views", 0, "published", false, "authorId", 4))));
        assertThat(statements).hasSize(4).noneMatch(sql -> sql.startsWith("SELECT"));
    }

    @Test
    void anUpdateByItsIdIsOneStatement() {
        Map<String, Object> post = engine.execute(new Update<>(
                blog.post,
                id(1),
                UpdateData.of(
                        new FieldUpdate(field(blog.post, "views"), FieldUpdate.Operation.INCREMENT, 5),
                        FieldUpdate.set(field(blog.post, "authorId"), null)),
                MapReader.scalars(blog.post)));
        assertThat(post).isEqualTo(map("id", 1, "title", "First", "views", 15, "published", true, "authorId", null));
        assertThat(statements).hasSize(1);
    }

    @Test
    void anUpdateMayChangeTheIdAndGivesTheRowUnderItsNewId() {
        var selection = MapReader.of(blog.post).scalar("id").relation("author").selection();
        Map<String, Object> post = engine.execute(
                new Update<>(blog.post, id(2), UpdateData.of(FieldUpdate.set(field(blog.post, "id"), 100)), selection));
        assertThat(post).containsEntry("id", 100);
        assertThat(post.get("author")).isNotNull();
    }

    @Test
    void aMissingRowIsP2025() {
        assertThatThrownBy(() -> engine.execute(new Update<>(
                        blog.post, id(99), UpdateData.of(FieldUpdate.set(field(blog.post, "views"), 1)), postId)))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageEndingWith("No record was found for an update.");
        assertThatThrownBy(() -> engine.execute(new Delete<>(blog.post, id(99), postId)))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageEndingWith("No record was found for a delete.");
    }

    @Test
    void anUpdateWithoutChangesReadsTheRow() {
        assertThat(engine.execute(new Update<>(blog.post, id(1), UpdateData.NONE, postId)))
                .isEqualTo(map("id", 1));
        assertThat(statements).hasSize(1).first().asString().startsWith("SELECT");
    }

    @Test
    void aDuplicateIsP2002WithItsFields() {
        assertThatThrownBy(() -> engine.execute(new Create<>(blog.tag, newTag("red"), tagId)))
                .isInstanceOfSatisfying(UniqueConstraintException.class, e -> {
                    assertThat(e.fields()).containsExactly("name");
                    assertThat(e.meta()).containsEntry("modelName", "Tag").containsEntry("target", List.of("name"));
                });
    }

    @Test
    void aBrokenReferenceIsP2003() {
        assertThatThrownBy(() -> engine.execute(new Update<>(
                        blog.post, id(1), UpdateData.of(FieldUpdate.set(field(blog.post, "authorId"), 99)), postId)))
                .isInstanceOf(ForeignKeyConstraintException.class);
    }

    @Test
    void anUpsertOfPlainValuesIsOneStatement() {
        Unique red = Unique.of(field(blog.tag, "name"), "red");
        Upsert<Map<String, Object>> upsert = new Upsert<>(
                blog.tag,
                red,
                newTag("red"),
                UpdateData.of(FieldUpdate.set(field(blog.tag, "name"), "crimson")),
                MapReader.scalars(blog.tag));
        assertThat(engine.execute(upsert)).isEqualTo(map("id", 1, "name", "crimson"));
        assertThat(engine.execute(upsert)).containsEntry("name", "red");
        assertThat(statements).hasSize(2).allMatch(sql -> sql.contains("ON CONFLICT"));
    }

    @Test
    void anUpsertThatWouldMakeAnotherRowLooksFirst() {
        Map<String, Object> made = engine.execute(new Upsert<>(
                blog.tag,
                tag(9),
                newTag("new"),
                UpdateData.of(FieldUpdate.set(field(blog.tag, "name"), "x")),
                MapReader.scalars(blog.tag)));
        assertThat(made).containsEntry("name", "new");
        Map<String, Object> changed = engine.execute(new Upsert<>(
                blog.tag,
                tag(1),
                newTag("new2"),
                UpdateData.of(FieldUpdate.set(field(blog.tag, "name"), "x")),
                MapReader.scalars(blog.tag)));
        assertThat(changed).isEqualTo(map("id", 1, "name", "x"));
    }

    @Test
    void aDeleteGivesTheRowThatWas() {
        var selection =
                MapReader.of(blog.post).scalar("title").relation("author").selection();
        run("DELETE FROM \"_PostToTag\"");
        Map<String, Object> post = engine.execute(new Delete<>(blog.post, id(4), selection));
        assertThat(post).containsEntry("title", "Fourth");
        assertThat(post.get("author")).isNotNull();
        assertThat(ids(blog.post, ReadArguments.ALL)).doesNotContain(4);
    }

    @Test
    void manyRowsAreMadeWithOneStatementPerSetOfColumns() {
        CreateData withId = CreateData.builder()
                .set(field(blog.tag, "id"), 50)
                .set(field(blog.tag, "name"), "fifty")
                .build();
        assertThat(engine.execute(new CreateMany(blog.tag, List.of(newTag("a"), withId, newTag("b")), false)))
                .isEqualTo(3);
        assertThat(statements)
                .containsExactly(
                        "BEGIN IMMEDIATE",
                        "INSERT INTO \"Tag\" (\"name\") VALUES (?), (?)",
                        "INSERT INTO \"Tag\" (\"id\", \"name\") VALUES (?, ?)",
                        "COMMIT");
    }

    @Test
    void manyNewRowsComeBackInTheOrderOfTheData() {
        CreateData withId = CreateData.builder()
                .set(field(blog.tag, "id"), 50)
                .set(field(blog.tag, "name"), "fifty")
                .build();
        List<Map<String, Object>> made = engine.execute(new CreateManyAndReturn<>(
                blog.tag,
                List.of(newTag("a"), withId, newTag("b")),
                false,
                MapReader.of(blog.tag).scalar("name").selection()));
        assertThat(made).containsExactly(map("name", "a"), map("name", "fifty"), map("name", "b"));
    }

    @Test
    void duplicatesAreSkippedWhereThatIsWanted() {
        assertThat(engine.execute(new CreateMany(blog.tag, List.of(newTag("red"), newTag("new")), true)))
                .isEqualTo(1);
    }

    @Test
    void aLimitBoundsHowManyRowsChange() {
        UpdateData published = UpdateData.of(FieldUpdate.set(field(blog.post, "published"), true));
        assertThat(engine.execute(new UpdateMany(blog.post, null, published, 2)))
                .isEqualTo(2);
        assertThat(engine.execute(new UpdateMany(blog.post, null, published, null)))
                .isEqualTo(5);
        run("DELETE FROM \"_PostToTag\"");
        assertThat(engine.execute(new DeleteMany(blog.post, null, 3))).isEqualTo(3);
        assertThat(engine.execute(
                        new DeleteMany(blog.post, Condition.compare(field(blog.post, "views"), GT, -1), null)))
                .isEqualTo(2);
    }

    private static final dev.prisma4j.engine.query.Comparator GT = dev.prisma4j.engine.query.Comparator.GT;

    @Test
    void aNestedCreateTakesOneStatementPerModelHoweverManyRows() {
        CreateData.Builder user = newUser("dave@x.org");
        List<CreateData> posts = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> CreateData.builder()
                        .set(field(blog.post, "title"), "p" + i)
                        .set(field(blog.post, "views"), i)
                        .set(field(blog.post, "published"), true)
                        .relation(new NestedWrite.CreateRelated(
                                relation(blog.post, "tags"), List.of(newTag("t" + i), newTag("u" + i))))
                        .build())
                .toList();
        user.relation(new NestedWrite.CreateRelated(relation(blog.user, "posts"), posts));
        engine.execute(new Create<>(
                blog.user, user.build(), MapReader.of(blog.user).scalar("id").selection()));
        assertThat(statements).hasSize(7);
        assertThat(ids(blog.tag, ReadArguments.ALL)).hasSize(202);
        assertThat(ids(
                        blog.tag,
                        ReadArguments.where(new Condition.Related(
                                relation(blog.tag, "posts"),
                                Condition.Quantifier.SOME,
                                Condition.eq(field(blog.post, "title"), "p7")))))
                .hasSize(2);
    }

    @Test
    void whatFailsInTheMiddleLeavesNothing() {
        CreateData.Builder user = newUser("dave@x.org");
        user.relation(new NestedWrite.CreateRelated(relation(blog.user, "posts"), List.of(newPost("one"))));
        user.relation(new NestedWrite.Connect(relation(blog.user, "posts"), List.of(id(99))));
        assertThatThrownBy(() -> engine.execute(new Create<>(
                        blog.user,
                        user.build(),
                        MapReader.of(blog.user).scalar("id").selection())))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2018"));
        assertThat(ids(blog.user, ReadArguments.ALL)).hasSize(3);
        assertThat(ids(blog.post, ReadArguments.ALL)).hasSize(5);
    }

    @Test
    void aFailedNestedWriteInATransactionLeavesTheRestOfTheTransaction() {
        engine.transaction(TransactionOptions.DEFAULT, transaction -> {
            transaction.execute(new Create<>(blog.tag, newTag("kept"), tagId));
            CreateData.Builder user = newUser("dave@x.org");
            user.relation(new NestedWrite.Connect(relation(blog.user, "posts"), List.of(id(99))));
            assertThatThrownBy(() -> transaction.execute(new Create<>(
                            blog.user,
                            user.build(),
                            MapReader.of(blog.user).scalar("id").selection())))
                    .isInstanceOf(PrismaException.class);
            return null;
        });
        assertThat(ids(blog.user, ReadArguments.ALL)).hasSize(3);
        assertThat(ids(blog.tag, ReadArguments.ALL)).hasSize(3);
    }

    @Test
    void textThatLooksLikeSqlIsData() {
        for (String text :
                List.of("'; DROP TABLE \"Tag\"; --", "\\'\"`", "%_", "${x} ?1 $1 :a", "\u2028\uD83D\uDE00\n")) {
            Map<String, Object> tag = engine.execute(new Create<>(blog.tag, newTag(text), MapReader.scalars(blog.tag)));
            assertThat(tag).containsEntry("name", text);
            engine.execute(new Upsert<>(
                    blog.tag,
                    Unique.of(field(blog.tag, "name"), text),
                    newTag(text),
                    UpdateData.of(FieldUpdate.set(field(blog.tag, "name"), text + text)),
                    tagId));
            assertThat(engine.execute(
                            new DeleteMany(blog.tag, Condition.eq(field(blog.tag, "name"), text + text), null)))
                    .isEqualTo(1);
        }
        assertThat(ids(blog.tag, ReadArguments.ALL)).containsExactly(1, 2);
    }

    @Test
    void plansAreFoundAgainByShape() {
        Query<?> first = new UpdateMany(
                blog.post,
                Condition.eq(field(blog.post, "views"), 1),
                UpdateData.of(FieldUpdate.set(field(blog.post, "title"), "a")),
                null);
        Query<?> second = new UpdateMany(
                blog.post,
                Condition.eq(field(blog.post, "views"), 7),
                UpdateData.of(FieldUpdate.set(field(blog.post, "title"), "b")),
                null);
        engine.execute(first);
        assertThat(engine.execute(second)).isEqualTo(2L);
    }
}
