package dev.prisma4j.engine;

import static dev.prisma4j.engine.Blog.field;
import static dev.prisma4j.engine.Blog.relation;
import static dev.prisma4j.engine.query.Condition.and;
import static dev.prisma4j.engine.query.Condition.eq;
import static dev.prisma4j.engine.query.Condition.not;
import static dev.prisma4j.engine.query.Condition.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Condition.JsonTest;
import dev.prisma4j.engine.query.Condition.Quantifier;
import dev.prisma4j.engine.query.Condition.TextPosition;
import dev.prisma4j.engine.query.FieldReference;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.engine.value.JsonPath;
import dev.prisma4j.schema.model.ScalarField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTest extends BlogTest {
    private ScalarField user(String name) {
        return field(blog.user, name);
    }

    private List<Integer> users(Condition condition) {
        return ids(blog.user, ReadArguments.where(condition));
    }

    private List<Integer> posts(Condition condition) {
        return ids(blog.post, ReadArguments.where(condition));
    }

    private Condition text(String field, TextPosition position, String value, boolean insensitive) {
        return new Condition.TextMatch(new Operand.Column(user(field)), position, value, insensitive);
    }

    @Test
    void everyTypeFindsItsOwnValues() {
        assertThat(users(eq(user("big"), 9007199254740993L))).containsExactly(1);
        assertThat(users(eq(user("score"), 1.5))).containsExactly(1);
        assertThat(users(eq(user("balance"), new BigDecimal("10.250")))).containsExactly(1);
        assertThat(users(eq(user("active"), true))).containsExactly(1, 2, 3);
        assertThat(users(eq(user("avatar"), new byte[] {1, 2}))).containsExactly(1);
        assertThat(users(eq(user("at"), Instant.parse("2024-01-02T03:04:05.678Z"))))
                .containsExactly(1);
    }

    @Test
    void comparedWithNullTheAnswerIsUnknown() {
        assertThat(users(Condition.compare(user("age"), Comparator.NE, 30))).containsExactly(2);
        assertThat(users(not(eq(user("age"), 30)))).containsExactly(2);
        assertThat(users(Condition.notIn(user("age"), List.of(30)))).containsExactly(2);
        assertThat(users(eq(user("age"), null))).containsExactly(3);
        assertThat(users(Condition.isNotNull(user("age")))).containsExactly(1, 2);
    }

    @Test
    void emptyListsAreNothingAndEverything() {
        assertThat(users(Condition.in(user("age"), List.of()))).isEmpty();
        assertThat(users(Condition.notIn(user("age"), List.of()))).hasSize(3);
        assertThat(users(and())).hasSize(3);
        assertThat(users(or())).isEmpty();
        assertThat(users(not(or()))).hasSize(3);
    }

    @Test
    void conditionsNest() {
        Condition young = Condition.compare(user("age"), Comparator.LT, 25);
        assertThat(users(or(young, eq(user("name"), "Carol")))).containsExactly(2, 3);
        assertThat(users(not(or(young, eq(user("name"), "Carol"))))).containsExactly(1);
        assertThat(users(and(not(young), eq(user("name"), "Alice")))).containsExactly(1);
    }

    @Test
    void partsOfTextsAreFoundAndLetterCaseCanBeIgnored() {
        assertThat(users(text("email", TextPosition.CONTAINS, "o", false))).containsExactly(1, 2, 3);
        assertThat(users(text("email", TextPosition.STARTS_WITH, "bob", false))).containsExactly(2);
        assertThat(users(not(text("email", TextPosition.ENDS_WITH, "e@x.org", false))))
                .containsExactly(2, 3);
        Operand name = new Operand.Column(user("name"));
        assertThat(users(new Condition.Compare(name, Comparator.EQ, "ALICE", true)))
                .containsExactly(1);
        assertThat(users(new Condition.In(name, List.of("ALICE", "cArOl"), false, true)))
                .containsExactly(1, 3);
        assertThat(users(new Condition.In(name, List.of("ALICE"), true, true))).containsExactly(3);
    }

    @Test
    void fieldsAreComparedWithFields() {
        var id = new FieldReference(user("id"));
        assertThat(users(Condition.compare(user("age"), Comparator.GT, id))).containsExactly(1, 2);
        assertThat(posts(new Condition.TextMatch(
                        new Operand.Column(field(blog.post, "title")),
                        TextPosition.CONTAINS,
                        new FieldReference(field(blog.post, "title")),
                        false)))
                .hasSize(5);
    }

    @Test
    void listRelationsAreAskedForSomeEveryAndNone() {
        var posts = relation(blog.user, "posts");
        Condition published = eq(field(blog.post, "published"), true);
        assertThat(users(new Condition.Related(posts, Quantifier.SOME, published)))
                .containsExactly(1, 2);
        assertThat(users(new Condition.Related(posts, Quantifier.EVERY, published)))
                .containsExactly(2, 3);
        assertThat(users(new Condition.Related(posts, Quantifier.NONE, published)))
                .containsExactly(3);
        assertThat(users(not(new Condition.Related(posts, Quantifier.EVERY, published))))
                .containsExactly(1);
        var tags = relation(blog.post, "tags");
        Condition red = new Condition.Related(tags, Quantifier.SOME, eq(field(blog.tag, "name"), "red"));
        assertThat(posts(red)).containsExactly(1);
        assertThat(users(new Condition.Related(posts, Quantifier.SOME, red))).containsExactly(1);
    }

    @Test
    void oneRelatedRowIsAskedWhatItIsAndIsNot() {
        var profile = relation(blog.user, "profile");
        Condition tea = eq(field(blog.profile, "bio"), "Likes tea");
        assertThat(users(new Condition.Related(profile, Quantifier.IS, tea))).containsExactly(1);
        assertThat(users(new Condition.Related(profile, Quantifier.IS_NOT, tea)))
                .as("an unknown bio is not known to be another")
                .containsExactly(3);
        assertThat(users(not(new Condition.Related(profile, Quantifier.IS, tea))))
                .containsExactly(3);
        assertThat(users(new Condition.Related(profile, Quantifier.IS, null))).containsExactly(3);
        assertThat(users(new Condition.Related(profile, Quantifier.IS_NOT, null)))
                .containsExactly(1, 2);
        var author = relation(blog.post, "author");
        assertThat(posts(new Condition.Related(author, Quantifier.IS, null))).containsExactly(5);
    }

    @Test
    void theNumberOfRelatedRowsIsCompared() {
        var count = new Operand.RelationCounted(relation(blog.user, "posts"), eq(field(blog.post, "published"), true));
        assertThat(users(new Condition.Compare(count, Comparator.GTE, 1L, false)))
                .containsExactly(1, 2);
        assertThat(users(new Condition.Compare(count, Comparator.EQ, 0, false))).containsExactly(3);
    }

    @Test
    void jsonIsSearchedByPath() {
        assertThat(users(json(JsonPath.of("a", "b", "0"), JsonTest.EQ, Json.of(1))))
                .containsExactly(1);
        assertThat(users(json(new JsonPath.Expression("$.a.b[0]"), JsonTest.EQ, Json.of(1))))
                .containsExactly(1);
        assertThat(users(json(JsonPath.of("s"), JsonTest.STRING_STARTS_WITH, "Te")))
                .containsExactly(1);
        assertThat(users(json(JsonPath.of("a", "b"), JsonTest.STRING_CONTAINS, "1")))
                .isEmpty();
        assertThat(users(json(JsonPath.of("a", "b"), JsonTest.ARRAY_ENDS_WITH, Json.of(2))))
                .containsExactly(1);
        assertThat(users(json(JsonPath.of("a", "b", "1"), JsonTest.GT, Json.of(1))))
                .containsExactly(1);
        assertThat(users(json(JsonPath.ROOT, JsonTest.EQ, JsonNull.DB_NULL))).containsExactly(3);
        assertThat(users(json(JsonPath.ROOT, JsonTest.EQ, JsonNull.JSON_NULL))).containsExactly(2);
        assertThat(users(json(JsonPath.ROOT, JsonTest.EQ, JsonNull.ANY_NULL))).containsExactly(2, 3);
        assertThat(users(json(JsonPath.ROOT, JsonTest.NE, JsonNull.ANY_NULL))).containsExactly(1);
    }

    private Condition json(JsonPath path, JsonTest test, Object value) {
        return new Condition.JsonMatch(user("meta"), path, test, value, false);
    }

    @Test
    void whatLooksLikeSqlIsData() {
        for (String hostile : List.of(
                "'; DROP TABLE \"User\"; --", "\"", "\\", "%' OR '1'='1", "\u0000", "Ünïcödé 🎉", "?", "$1", ":x")) {
            run("UPDATE \"User\" SET name = ? WHERE id = 3", hostile);
            assertThat(users(eq(user("name"), hostile))).as(hostile).containsExactly(3);
            assertThat(users(Condition.in(user("name"), List.of(hostile, "x")))).containsExactly(3);
            var many = new ArrayList<Object>(Collections.nCopies(100, "x"));
            many.add(hostile);
            assertThat(users(Condition.in(user("name"), many))).containsExactly(3);
        }
        assertThat(users(and())).hasSize(3);
    }

    @Test
    void aValueOfAWrongTypeIsRefused() {
        assertThatThrownBy(() -> users(eq(user("age"), "thirty")))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2009"))
                .hasMessageContaining("String was given where Int is expected");
    }

    @Test
    void anIntCanBeComparedWithAWiderNumber() {
        assertThat(users(eq(user("age"), 1L << 40))).isEmpty();
    }
}
