package dev.prisma4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.protocol.JsonProtocol;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateEach;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many rows in one operation, those of compound keys among them, and what large queries leave behind. */
class ManyRowsTest {
    private static final Schema SCHEMA =
            SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", """
            datasource db {
              provider     = "sqlite"
              url          = "file:x"
              relationMode = "prisma"
            }
            model Place {
              a      Int
              b      Int
              n      Int?    @unique
              note   String?
              visits Visit[]
              @@id([a, b])
            }
            model Visit {
              id    Int    @id
              a     Int?
              b     Int?
              price Decimal?
              place Place? @relation(fields: [a, b], references: [a, b], onDelete: Cascade)
              marks Mark[]
            }
            model Mark {
              id      Int    @id
              visitId Int?
              visit   Visit? @relation(fields: [visitId], references: [id])
            }
            """))).schema();

    private final Model place = SCHEMA.model("Place").orElseThrow();
    private final Model visit = SCHEMA.model("Visit").orElseThrow();
    private final Model mark = SCHEMA.model("Mark").orElseThrow();
    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.open(SCHEMA, EngineOptions.url(":memory:"));
        run("CREATE TABLE Place (a INTEGER, b INTEGER, n INTEGER UNIQUE, note TEXT, PRIMARY KEY (a, b))");
        run("CREATE TABLE Visit (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, price DECIMAL)");
        run("CREATE INDEX Visit_place ON Visit (a, b)");
        run("CREATE TABLE Mark (id INTEGER PRIMARY KEY, visitId INTEGER)");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private long run(String sql) {
        return engine.execute(new RawExecute(new RawSql.Text(sql, List.of())));
    }

    private long count(Model model) {
        return engine.execute(new Count(model, ReadArguments.ALL));
    }

    private static ScalarField field(Model model, String name) {
        return model.scalarField(name).orElseThrow();
    }

    private static RelationField relation(Model model, String name) {
        return model.relationField(name).orElseThrow();
    }

    private static UpdateData set(ScalarField field, Object value) {
        return new UpdateData(List.of(FieldUpdate.set(field, value)), List.of());
    }

    @Test
    void moreCompoundKeysThanAStatementTakesAreSpreadOverSeveral() {
        String numbers = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 40000)";
        run("INSERT INTO Place (a, b) " + numbers + " SELECT x, x FROM c");
        run("INSERT INTO Visit (id, a, b) " + numbers + " SELECT x, x, x FROM c");
        var counted = new Selection<Integer>(
                place,
                List.of(field(place, "a")),
                List.of(),
                List.of(new RelationCount(relation(place, "visits"), null)),
                row -> row.getInt(0));
        var patient = TransactionOptions.DEFAULT.withTimeout(Duration.ofMinutes(5));
        engine.transaction(patient, transaction -> {
            assertThat(transaction.execute(
                            new UpdateManyAndReturn<>(place, null, set(field(place, "note"), "seen"), null, counted)))
                    .hasSize(40_000);
            assertThat(transaction.execute(new DeleteMany(place, null, null))).isEqualTo(40_000);
            return null;
        });
        assertThat(count(place)).isZero();
        assertThat(count(visit)).isZero();
    }

    @Test
    void skippingDuplicatesIsForOneCreateManyAlone() {
        run("INSERT INTO Mark (id) VALUES (5)");
        RelationField marks = relation(visit, "marks");
        var skipping = visit(1, new NestedWrite.CreateManyRelated(marks, List.of(mark(6)), true));
        var failing = visit(2, new NestedWrite.CreateManyRelated(marks, List.of(mark(5)), false));
        CreateData data = CreateData.builder()
                .set(field(place, "a"), 1)
                .set(field(place, "b"), 1)
                .relation(new NestedWrite.CreateRelated(relation(place, "visits"), List.of(skipping, failing)))
                .build();
        var create = new Create<>(place, data, Selection.of(place, List.of(field(place, "a")), row -> row.getInt(0)));
        assertThatThrownBy(() -> engine.execute(create))
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2002"));
        assertThat(count(place)).isZero();
    }

    @Test
    void withoutForeignKeysANewRowMayHaveBeenReferredToBefore() {
        run("INSERT INTO Visit (id, a, b) VALUES (7, 1, 1)");
        RelationField visits = relation(place, "visits");
        CreateData data = CreateData.builder()
                .set(field(place, "a"), 1)
                .set(field(place, "b"), 1)
                .relation(new NestedWrite.CreateRelated(
                        visits,
                        List.of(CreateData.builder().set(field(visit, "id"), 8).build())))
                .build();
        Selection<Integer> visitId = Selection.of(visit, List.of(field(visit, "id")), row -> row.getInt(0));
        var related = List.<NestedRead<?>>of(new NestedRead<>(visits, ReadArguments.ALL, visitId));
        var withVisits =
                new Selection<List<Integer>>(place, List.of(field(place, "a")), related, List.of(), row -> row.many(0));
        assertThat(engine.execute(new Create<>(place, data, withVisits))).containsExactlyInAnyOrder(7, 8);
    }

    private CreateData visit(int id, NestedWrite marks) {
        return CreateData.builder().set(field(visit, "id"), id).relation(marks).build();
    }

    private CreateData mark(int id) {
        return CreateData.builder().set(field(mark, "id"), id).build();
    }

    @Test
    void changesByDifferentCriteriaKeepTheirOrder() {
        run("INSERT INTO Place (a, b, n) VALUES (1, 1, 7)");
        var byId = new Unique(List.of(field(place, "a"), field(place, "b")), List.of(1, 1), null);
        var byNumber = new Unique(List.of(field(place, "n")), List.of(7), null);
        ScalarField note = field(place, "note");
        assertThat(engine.execute(new UpdateEach(
                        place,
                        List.of(
                                new UpdateEach.Change(byId, set(note, "first")),
                                new UpdateEach.Change(byNumber, set(note, "second")),
                                new UpdateEach.Change(byId, set(note, "last"))))))
                .isEqualTo(3);
        assertThat(run("UPDATE Place SET n = 8 WHERE note = 'last'")).isEqualTo(1);
    }

    // ---- what a client sends

    private String answer(String request) {
        return new String(
                new JsonProtocol(engine).answer(request.getBytes(StandardCharsets.UTF_8), engine),
                StandardCharsets.UTF_8);
    }

    private String find(String arguments) {
        return answer("{\"modelName\":\"Place\",\"action\":\"findMany\",\"query\":{\"arguments\":" + arguments
                + ",\"selection\":{\"$scalars\":true}}}");
    }

    private String raw(String parameters) {
        return answer("{\"action\":\"queryRaw\",\"query\":{\"arguments\":{\"query\":\"SELECT ? AS v\",\"parameters\":\""
                + parameters + "\"},\"selection\":{}}}");
    }

    @Test
    @Timeout(60)
    void aShortNumberOfVeryManyDigitsCostsNothing() {
        assertThat(find("{\"take\":1e1000000000}")).contains("1E+1000000000").contains("ValueTooLarge");
        assertThat(find("{\"take\":1e25}"))
                .contains("10000000000000000000000000")
                .contains("ValueTooLarge");
        assertThat(find("{\"take\":1e-1000000000}")).contains("\"findMany\":[]");
        assertThat(find("{\"take\":0e1000000000}")).contains("\"findMany\":[]");
        assertThat(raw("[1e1000000000]")).contains("out of range");
        assertThat(raw("[{\\\"prisma__type\\\":\\\"decimal\\\",\\\"prisma__value\\\":\\\"1e1000000000\\\"}]"))
                .contains("out of range");
        for (String price : List.of(
                "1e1000000000",
                "{\"$type\":\"Decimal\",\"value\":\"1e-1000000000\"}",
                "{\"$type\":\"Decimal\",\"value\":\"1e99999999999\"}")) {
            assertThat(answer("{\"modelName\":\"Visit\",\"action\":\"createOne\",\"query\":{\"arguments\":{\"data\":"
                            + "{\"id\":1,\"price\":" + price + "}},\"selection\":{\"$scalars\":true}}}"))
                    .contains("out of range");
        }
    }
}
