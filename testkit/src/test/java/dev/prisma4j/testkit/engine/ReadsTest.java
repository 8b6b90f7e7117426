// The engine's reads on every database: the same answers everywhere, each difference stated.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.CallOptions;
import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Condition.JsonTest;
import dev.prisma4j.engine.query.Condition.Quantifier;
import dev.prisma4j.engine.query.Condition.TextPosition;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.Lock;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.engine.value.JsonPath;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DatabaseTest
@Tag("matrix")
class ReadsTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "PROVIDER"
            }
            model User {
              id      Int       @id
              email   String    @unique
              name    String?
              age     Int?
              big     BigInt?
              score   Float?
              balance Decimal?
              active  Boolean
              meta    Json?
              avatar  Bytes?
              at      DateTime
              posts   Post[]
            }
            model Post {
              id       Int     @id
              title    String
              views    Int     @map("view_count")
              authorId Int?    @map("author_id")
              author   User?   @relation(fields: [authorId], references: [id])
              tags     Tag[]
              @@map("posts")
            }
            model Tag {
              id    Int    @id
              name  String @unique
              posts Post[]
            }
            """;

    private final DatabaseKind kind;
    private final Schema schema;
    private final Model user;
    private final Model post;
    private final Engine engine;
    private final List<String> statements = new ArrayList<>();

    ReadsTest(TestDatabase database) {
        kind = database.kind();
        String text = SCHEMA.replace("PROVIDER", kind.provider().text());
        schema = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)))
                .orThrow();
        user = schema.model("User").orElseThrow();
        post = schema.model("Post").orElseThrow();
        engine = Engine.open(
                schema,
                EngineOptions.url(database.url().replaceFirst("^mariadb:", "mysql:"))
                        .withListener(statement -> statements.add(statement.sql())));
    }

    @BeforeEach
    void fill() {
        String text = kind.provider().text().equals("mysql") ? "VARCHAR(191)" : "TEXT";
        String time = kind == DatabaseKind.POSTGRESQL ? "TIMESTAMP(3)" : "DATETIME(3)";
        String json = kind == DatabaseKind.MYSQL || kind == DatabaseKind.MARIADB ? "JSON" : "JSONB";
        String bytes = kind == DatabaseKind.POSTGRESQL ? "BYTEA" : "BLOB";
        String decimal = kind == DatabaseKind.SQLITE ? "DECIMAL" : "DECIMAL(30,10)";
        String real = kind == DatabaseKind.SQLITE ? "REAL" : "DOUBLE PRECISION";
        run("CREATE TABLE \"User\" (\"id\" INTEGER PRIMARY KEY, \"email\" " + text + " NOT NULL UNIQUE, \"name\" "
                + text
                + ", \"age\" INTEGER, \"big\" BIGINT, \"score\" " + real + ", \"balance\" " + decimal
                + ", \"active\" BOOLEAN NOT NULL, \"meta\" " + json + ", \"avatar\" " + bytes + ", \"at\" " + time
                + " NOT NULL)");
        run("CREATE TABLE \"posts\" (\"id\" INTEGER PRIMARY KEY, \"title\" " + text
                + " NOT NULL, \"view_count\" INTEGER NOT NULL, \"author_id\" INTEGER)");
        run("CREATE TABLE \"Tag\" (\"id\" INTEGER PRIMARY KEY, \"name\" " + text + " NOT NULL UNIQUE)");
        run("CREATE TABLE \"_PostToTag\" (\"A\" INTEGER NOT NULL, \"B\" INTEGER NOT NULL)");
        person(1, "Alice", 30, 9007199254740993L, 1.5, "10.25", Json.ofText("{\"a\":{\"b\":[1,2]},\"s\":\"Text\"}"));
        person(2, null, 20, null, null, "5", Json.NULL);
        person(3, "Carol", null, -1L, 0.1, null, null);
        run(
                "INSERT INTO \"posts\" VALUES (1, 'First', 10, 1), (2, 'Second', 5, 1), (3, 'Third', 7, 1), (4, 'Fourth', 7, 2),"
                        + " (5, 'Orphan', 0, NULL)");
        run("INSERT INTO \"Tag\" VALUES (1, 'red'), (2, 'blue')");
        run("INSERT INTO \"_PostToTag\" VALUES (1, 1), (1, 2), (4, 2)");
        statements.clear();
    }

    private void person(int id, String name, Integer age, Long big, Double score, String balance, Json meta) {
        List<String> pieces = new ArrayList<>();
        pieces.add(sql("INSERT INTO \"User\" VALUES ("));
        List<Object> values = Arrays.asList(
                id,
                "user" + id + "@x.org",
                name,
                age,
                big,
                score,
                balance == null ? null : new BigDecimal(balance),
                true,
                meta,
                id == 1 ? new byte[] {0, 1, -1} : null,
                Instant.parse("2024-01-0" + id + "T03:04:05.678Z"));
        for (int i = 0; i < values.size(); i++) {
            pieces.add(i == values.size() - 1 ? ")" : ", ");
        }
        engine.execute(new RawExecute(new RawSql.Pieces(pieces, values)));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String sql(String standard) {
        return kind.provider().text().equals("mysql") ? standard.replace('"', '`') : standard;
    }

    private void run(String standard) {
        engine.execute(new RawExecute(new RawSql.Text(sql(standard), List.of())));
    }

    private ScalarField user(String name) {
        return user.scalarField(name).orElseThrow();
    }

    private ScalarField post(String name) {
        return post.scalarField(name).orElseThrow();
    }

    private static RelationField relation(Model model, String name) {
        return model.relationField(name).orElseThrow();
    }

    private <T> List<T> many(Model model, ReadArguments arguments, Selection<T> selection) {
        return engine.execute(new FindMany<>(model, arguments, selection, ReadOptions.DEFAULT));
    }

    private List<Integer> ids(Model model, ReadArguments.Builder arguments) {
        return many(model, arguments.build(), MapReader.of(model).scalar("id").selection()).stream()
                .map(row -> (Integer) row.get("id"))
                .toList();
    }

    private List<Integer> users(Condition condition) {
        Order byId = Order.by(user("id"), SortOrder.ASC);
        return ids(user, ReadArguments.builder().where(condition).orderBy(byId));
    }

    @Test
    void everyTypeComesBackAsItWent() {
        Map<String, Object> alice = many(
                        user, ReadArguments.where(Condition.eq(user("id"), 1)), MapReader.scalars(user))
                .get(0);
        assertThat(alice.get("avatar")).isEqualTo(new byte[] {0, 1, -1});
        assertThat((BigDecimal) alice.get("balance")).isEqualByComparingTo("10.25");
        assertThat(alice)
                .containsEntry("name", "Alice")
                .containsEntry("big", 9007199254740993L)
                .containsEntry("score", 1.5)
                .containsEntry("active", true)
                .containsEntry("meta", Json.ofText("{\"s\":\"Text\",\"a\":{\"b\":[1,2]}}"))
                .containsEntry("at", Instant.parse("2024-01-01T03:04:05.678Z"));
    }

    @Test
    void everyTypeFindsItsOwnValues() {
        assertThat(users(Condition.eq(user("big"), -1L))).containsExactly(3);
        assertThat(users(Condition.in(user("score"), List.of(0.1, 7.0)))).containsExactly(3);
        assertThat(users(Condition.eq(user("balance"), new BigDecimal("10.250"))))
                .containsExactly(1);
        assertThat(users(Condition.in(user("avatar"), List.of(new byte[] {0, 1, -1}))))
                .containsExactly(1);
        assertThat(users(Condition.in(user("at"), List.of(Instant.parse("2024-01-02T03:04:05.678Z")))))
                .containsExactly(2);
        assertThat(users(Condition.compare(user("at"), Comparator.GT, Instant.parse("2024-01-02T03:04:05.677Z"))))
                .containsExactly(2, 3);
    }

    @Test
    void nullIsUnknownUnlessAskedFor() {
        assertThat(users(Condition.not(Condition.eq(user("age"), 30)))).containsExactly(2);
        assertThat(users(Condition.notIn(user("age"), List.of(30)))).containsExactly(2);
        assertThat(users(Condition.isNull(user("age")))).containsExactly(3);
    }

    @Test
    void letterCaseIsIgnoredWhereAskedFor() {
        Operand name = new Operand.Column(user("name"));
        assertThat(users(new Condition.Compare(name, Comparator.EQ, "aLiCe", true)))
                .containsExactly(1);
        assertThat(users(new Condition.In(name, List.of("ALICE", "CAROL"), false, true)))
                .containsExactly(1, 3);
        assertThat(users(new Condition.TextMatch(name, TextPosition.CONTAINS, "LIC", true)))
                .containsExactly(1);
        boolean folds = kind != DatabaseKind.POSTGRESQL;
        assertThat(users(new Condition.TextMatch(name, TextPosition.CONTAINS, "LIC", false)))
                .as("LIKE on SQLite and the default collations of MySQL and MariaDB ignore it anyway")
                .isEqualTo(folds ? List.of(1) : List.of());
    }

    @Test
    void jsonIsSearchedInTheSameWords() {
        assertThat(users(json(JsonPath.of("a", "b", "0"), JsonTest.EQ, Json.of(1))))
                .containsExactly(1);
        assertThat(users(json(JsonPath.of("a", "b"), JsonTest.ARRAY_STARTS_WITH, Json.of(1))))
                .containsExactly(1);
        assertThat(users(json(JsonPath.of("a", "b"), JsonTest.ARRAY_ENDS_WITH, Json.of(2))))
                .containsExactly(1);
        assertThat(users(json(JsonPath.of("s"), JsonTest.STRING_STARTS_WITH, "Te")))
                .containsExactly(1);
        assertThat(users(json(JsonPath.of("a", "b", "1"), JsonTest.GT, Json.of(1))))
                .containsExactly(1);
        assertThat(users(json(JsonPath.ROOT, JsonTest.EQ, JsonNull.DB_NULL))).containsExactly(3);
        assertThat(users(json(JsonPath.ROOT, JsonTest.EQ, JsonNull.JSON_NULL))).containsExactly(2);
        assertThat(users(json(JsonPath.ROOT, JsonTest.EQ, JsonNull.ANY_NULL))).containsExactly(2, 3);
        Condition contains = json(JsonPath.of("a", "b"), JsonTest.ARRAY_CONTAINS, Json.of(List.of(2)));
        if (kind == DatabaseKind.SQLITE) {
            assertThatThrownBy(() -> users(contains))
                    .isInstanceOfSatisfying(
                            PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2026"));
        } else {
            assertThat(users(contains)).containsExactly(1);
        }
    }

    private Condition json(JsonPath path, JsonTest test, Object value) {
        return new Condition.JsonMatch(user("meta"), path, test, value, false);
    }

    @Test
    void relatedRowsAreFetchedPagedAndCountedInAsManyStatementsAsRelations() {
        var page = ReadArguments.builder()
                .orderBy(Order.by(post("views"), SortOrder.DESC))
                .take(2)
                .build();
        var selection = MapReader.of(user)
                .scalar("id")
                .counts(new RelationCount(relation(user, "posts"), null))
                .relation("posts", page, p -> p.scalar("title").relation("tags", byName(), t -> t.scalar("name")))
                .selection();
        Order byId = Order.by(user("id"), SortOrder.ASC);
        assertThat(many(user, ReadArguments.builder().orderBy(byId).build(), selection)
                        .toString())
                .isEqualTo(
                        "[{id=1, _count={posts=3}, posts=[{title=First, tags=[{name=blue}, {name=red}]}, {title=Third,"
                                + " tags=[]}]}, {id=2, _count={posts=1}, posts=[{title=Fourth, tags=[{name=blue}]}]}, {id=3,"
                                + " _count={posts=0}, posts=[]}]");
        assertThat(statements).hasSize(3);
    }

    private ReadArguments byName() {
        Model tag = schema.model("Tag").orElseThrow();
        return ReadArguments.builder()
                .orderBy(Order.by(tag.scalarField("name").orElseThrow(), SortOrder.ASC))
                .build();
    }

    @Test
    void relationsAreFilteredWithTheirUnknowns() {
        RelationField author = relation(post, "author");
        Condition alice = Condition.eq(user("name"), "Alice");
        assertThat(posts(new Condition.Related(author, Quantifier.IS, alice))).containsExactly(1, 2, 3);
        assertThat(posts(new Condition.Related(author, Quantifier.IS_NOT, alice)))
                .as("the author of 4 has no name, which may be Alice or not")
                .containsExactly(5);
        RelationField tags = relation(post, "tags");
        Condition blue = Condition.eq(
                schema.model("Tag").orElseThrow().scalarField("name").orElseThrow(), "blue");
        assertThat(posts(new Condition.Related(tags, Quantifier.SOME, blue))).containsExactly(1, 4);
        assertThat(posts(new Condition.Related(tags, Quantifier.EVERY, blue))).containsExactly(2, 3, 4, 5);
    }

    private List<Integer> posts(Condition condition) {
        Order byId = Order.by(post("id"), SortOrder.ASC);
        return ids(post, ReadArguments.builder().where(condition).orderBy(byId));
    }

    @Test
    void pagesStartAtTheirCursorWhereverNullsAre() {
        for (Order.Nulls nulls : new Order.Nulls[] {null, Order.Nulls.FIRST, Order.Nulls.LAST}) {
            for (SortOrder direction : SortOrder.values()) {
                Order byAge = new Order.ByField(List.of(), user("age"), direction, nulls);
                List<Integer> all = ids(user, ReadArguments.builder().orderBy(byAge));
                for (int first : all) {
                    Cursor cursor = new Cursor(List.of(user("id")), List.of(first));
                    int at = all.indexOf(first);
                    assertThat(ids(user, ReadArguments.builder().orderBy(byAge).cursor(cursor)))
                            .isEqualTo(all.subList(at, 3));
                    assertThat(ids(
                                    user,
                                    ReadArguments.builder()
                                            .orderBy(byAge)
                                            .cursor(cursor)
                                            .take(-9)))
                            .isEqualTo(all.subList(0, at + 1));
                }
            }
        }
    }

    @Test
    void everySizeOfAPageIsKeptAndOnlyAFewMakeStatementsOfTheirOwn() {
        ReadArguments.Builder all = ReadArguments.builder().orderBy(Order.by(post("id"), SortOrder.ASC));
        for (int round = 0; round < 2; round++) {
            for (int size = 1; size < 30; size++) {
                assertThat(ids(post, all.take(size))).isEqualTo(range(1, Math.min(size, 5)));
                assertThat(ids(post, all.take(-size))).isEqualTo(range(Math.max(6 - size, 1), 5));
            }
        }
        assertThat(ids(post, all.skip(1).take(2))).isEqualTo(range(2, 3));
        assertThat(ids(post, all.skip(1).take(0))).isEmpty();
        assertThat(statements.stream().distinct().count()).isLessThan(25);
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void distinctRowsArePagedAfterwards() {
        Order byId = Order.by(post("id"), SortOrder.DESC);
        var distinct = ReadArguments.builder().distinct(List.of(post("views"))).orderBy(byId);
        assertThat(ids(post, distinct)).containsExactly(5, 4, 2, 1);
        assertThat(ids(post, distinct.skip(1).take(2))).containsExactly(4, 2);
    }

    @Test
    void aggregatesHaveTheSameTypesEverywhere() {
        var fields = List.of(
                AggregateField.COUNT_ALL,
                new AggregateField(AggregateFunction.SUM, user("age")),
                new AggregateField(AggregateFunction.AVG, user("age")),
                new AggregateField(AggregateFunction.MIN, user("big")),
                new AggregateField(AggregateFunction.MAX, user("at")));
        List<Object> values = engine.execute(new Aggregate<>(
                user,
                ReadArguments.ALL,
                fields,
                row -> Arrays.asList(
                        row.getObject(0), row.getObject(1), row.getObject(2), row.getObject(3), row.getObject(4))));
        assertThat(values).containsExactly(3L, 50L, 25.0, -1L, Instant.parse("2024-01-03T03:04:05.678Z"));
    }

    @Test
    void aFilterWithAHundredThousandValuesWorks() {
        List<Integer> many = IntStream.range(2, 100_002).boxed().toList();
        assertThat(posts(Condition.in(post("id"), many))).containsExactly(2, 3, 4, 5);
        assertThat(posts(Condition.notIn(post("id"), many))).containsExactly(1);
    }

    @Test
    void whatLooksLikeSqlIsData() {
        for (String hostile :
                List.of("'; DROP TABLE \"User\"; --", "\"", "\\", "\\'", "`", "Ü 🎉", "?", "$1", "{a,b}")) {
            engine.execute(new RawExecute(new RawSql.Pieces(
                    List.of(sql("UPDATE \"User\" SET \"name\" = "), sql(" WHERE \"id\" = 3")), List.of(hostile))));
            assertThat(users(Condition.eq(user("name"), hostile))).as(hostile).containsExactly(3);
            assertThat(users(Condition.in(user("name"), List.of(hostile, "x")))).containsExactly(3);
        }
    }

    @Test
    void rowsAreLockedOrTheWishIsRefused() {
        var locked = new FindMany<>(
                post,
                ReadArguments.where(Condition.eq(post("id"), 1)),
                MapReader.of(post).scalar("id").selection(),
                new ReadOptions(LoadStrategy.AUTO, Lock.forUpdate()));
        if (kind == DatabaseKind.SQLITE) {
            assertThatThrownBy(() -> engine.execute(locked))
                    .isInstanceOfSatisfying(
                            PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2026"));
        } else {
            engine.transaction(
                    TransactionOptions.DEFAULT,
                    transaction -> assertThat(transaction.execute(locked)).hasSize(1));
            assertThat(statements).anyMatch(statement -> statement.contains("FOR UPDATE"));
        }
    }

    @Test
    void aStreamGivesTheSameRowsAndItsConnectionBack() {
        var selection = MapReader.of(post).scalar("id").relation("tags").selection();
        var arguments = ReadArguments.builder()
                .orderBy(Order.by(post("id"), SortOrder.ASC))
                .build();
        var query = new FindMany<>(post, arguments, selection, ReadOptions.DEFAULT);
        for (int i = 0; i < 20; i++) {
            try (var stream = engine.stream(query)) {
                assertThat(stream.toList()).hasSize(5);
            }
        }
        engine.transaction(TransactionOptions.DEFAULT, transaction -> {
            try (var stream = transaction.stream(query)) {
                assertThat(stream.toList()).isEqualTo(transaction.execute(query));
            }
            return null;
        });
    }

    @Test
    void aSlowStatementIsCancelledAndItsConnectionStaysGood() {
        String slow = switch (kind) {
            case SQLITE -> "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n";
            case POSTGRESQL -> "SELECT pg_sleep(30)";
            case MYSQL, MARIADB -> "SELECT COUNT(*) FROM (SELECT SLEEP(30)) s";
        };
        long start = System.nanoTime();
        try {
            engine.execute(
                    new RawQuery<>(new RawSql.Text(slow, List.of()), columns -> row -> row.getObject(0)),
                    new CallOptions(Duration.ofMillis(300), null));
            assertThat(kind)
                    .as("MySQL's and MariaDB's SLEEP returns 1 when cancelled")
                    .isIn(DatabaseKind.MYSQL, DatabaseKind.MARIADB);
        } catch (PrismaException e) {
            assertThat(e.code()).isEqualTo("P1008");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(users(Condition.all())).hasSize(3);
    }

    @Test
    void aConnectionThatTheServerClosedIsReplacedForReads() {
        if (kind == DatabaseKind.SQLITE) {
            return;
        }
        users(Condition.all());
        String kill = kind == DatabaseKind.POSTGRESQL
                ? "SELECT pg_terminate_backend(pg_backend_pid())"
                : "KILL CONNECTION_ID()";
        assertThatThrownBy(() -> engine.execute(new RawExecute(new RawSql.Text(kill, List.of()))))
                .isInstanceOf(PrismaException.class);
        assertThat(users(Condition.all())).hasSize(3);
    }
}
