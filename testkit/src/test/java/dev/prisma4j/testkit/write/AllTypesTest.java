// Values of every type, written and read back on every database; hostile ones too.
package dev.prisma4j.testkit.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("matrix")
@DatabaseTest
class AllTypesTest {
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE \"Thing\"; --",
            "\"; DROP TABLE Thing; --",
            "`; DROP TABLE Thing; #",
            "\\'; DROP TABLE Thing; --",
            "\\",
            "'' OR 1=1",
            "%_?$1:a{}",
            "\u00e4\u4e2d\uD83D\uDE00\u2028\r\n\t");

    private static final String MODEL = """
            datasource db {
              provider = "%s"
            }
            enum Kind {
              SMALL
              LARGE @map("big one")
            }
            model Thing {
              id      Int       @id @default(autoincrement())
              text    String?
              big     BigInt?
              real    Float?
              decimal Decimal?
              flag    Boolean?
              at      DateTime?
              json    Json?
              bytes   Bytes?
              kind    Kind?
              %s
              @@map("Thing's \\\\ things")
            }
            """;

    private record Things(Schema schema, Model model, Engine engine) implements AutoCloseable {
        static Things open(TestDatabase database) throws Exception {
            boolean lists = database.kind() == DatabaseKind.POSTGRESQL;
            String text = MODEL.formatted(
                    database.kind().provider().text(), lists ? "names String[]\n  numbers Int[] @default([1, 2])" : "");
            Schema schema = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)))
                    .orThrow();
            new PlainTables(schema, database.kind()).create(database);
            return new Things(
                    schema,
                    schema.model("Thing").orElseThrow(),
                    Engine.open(schema, EngineOptions.url(database.url())));
        }

        ScalarField field(String name) {
            return model.scalarField(name).orElseThrow();
        }

        Map<String, @Nullable Object> create(Object... fieldsAndValues) {
            CreateData.Builder data = CreateData.builder();
            for (int i = 0; i < fieldsAndValues.length; i += 2) {
                data.set(field((String) fieldsAndValues[i]), fieldsAndValues[i + 1]);
            }
            return engine.execute(new Create<>(model, data.build(), MapReader.scalars(model)));
        }

        Map<String, @Nullable Object> update(int id, String name, FieldUpdate.Operation operation, Object value) {
            return engine.execute(new Update<>(
                    model,
                    Unique.of(field("id"), id),
                    UpdateData.of(new FieldUpdate(field(name), operation, value)),
                    MapReader.scalars(model)));
        }

        List<Map<String, @Nullable Object>> all(Condition where) {
            return engine.execute(
                    new FindMany<>(model, ReadArguments.where(where), MapReader.scalars(model), ReadOptions.DEFAULT));
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    @Test
    void whatIsWrittenIsReadBack(TestDatabase database) throws Exception {
        try (Things things = Things.open(database)) {
            Map<String, @Nullable Object> values = Map.of(
                    "text",
                    "a text",
                    "big",
                    Long.MIN_VALUE,
                    "real",
                    1.25,
                    "decimal",
                    new BigDecimal("12345678901234567890.123456789"),
                    "flag",
                    true,
                    "at",
                    Instant.parse("2024-02-29T23:59:59.999Z"),
                    "json",
                    Json.ofText("{\"a\": [1, null, \"x\"]}"),
                    "kind",
                    "LARGE");
            Object[] flat = values.entrySet().stream()
                    .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                    .toArray();
            Map<String, @Nullable Object> made = things.create(flat);
            // SQLite keeps decimals as floating point numbers.
            BigDecimal decimal =
                    (BigDecimal) java.util.Objects.requireNonNull(made.put("decimal", values.get("decimal")));
            if (database.kind() != DatabaseKind.SQLITE) {
                assertThat(decimal).isEqualByComparingTo((BigDecimal) values.get("decimal"));
            }
            assertThat(made).containsAllEntriesOf(values);
            for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
                Map<String, @Nullable Object> changed =
                        things.update(1, value.getKey(), FieldUpdate.Operation.SET, value.getValue());
                assertThat(changed.get("text")).isEqualTo("a text");
            }
            assertThat(things.create("bytes", new byte[] {0, 1, (byte) 255}).get("bytes"))
                    .isEqualTo(new byte[] {0, 1, (byte) 255});
        }
    }

    @Test
    void valuesLeftOutAreNull(TestDatabase database) throws Exception {
        try (Things things = Things.open(database)) {
            Map<String, @Nullable Object> made = things.create();
            assertThat(made).containsEntry("id", 1).containsEntry("text", null).containsEntry("kind", null);
            things.create("text", "x");
            assertThat(things.update(2, "kind", FieldUpdate.Operation.SET, "SMALL"))
                    .containsEntry("kind", "SMALL");
        }
    }

    @Test
    void numbersAreCountedUpAndDown(TestDatabase database) throws Exception {
        try (Things things = Things.open(database)) {
            things.create("big", 10L, "real", 10.0, "decimal", new BigDecimal("10"));
            assertThat(things.update(1, "big", FieldUpdate.Operation.INCREMENT, 5L))
                    .containsEntry("big", 15L);
            assertThat(things.update(1, "big", FieldUpdate.Operation.DECREMENT, 6L))
                    .containsEntry("big", 9L);
            assertThat(things.update(1, "big", FieldUpdate.Operation.MULTIPLY, 4L))
                    .containsEntry("big", 36L);
            assertThat(things.update(1, "big", FieldUpdate.Operation.DIVIDE, 6L))
                    .containsEntry("big", 6L);
            assertThat(things.update(1, "real", FieldUpdate.Operation.MULTIPLY, 1.5))
                    .containsEntry("real", 15.0);
            assertThat((BigDecimal) things.update(1, "decimal", FieldUpdate.Operation.INCREMENT, new BigDecimal("0.5"))
                            .get("decimal"))
                    .isEqualByComparingTo("10.5");
        }
    }

    @Test
    void theNullsOfJsonAreTwo(TestDatabase database) throws Exception {
        try (Things things = Things.open(database)) {
            assertThat(things.create("json", JsonNull.DB_NULL)).containsEntry("json", null);
            assertThat(things.create("json", JsonNull.JSON_NULL)).containsEntry("json", Json.NULL);
            assertThat(things.update(1, "json", FieldUpdate.Operation.SET, JsonNull.JSON_NULL))
                    .containsEntry("json", Json.NULL);
            assertThat(things.update(1, "json", FieldUpdate.Operation.SET, JsonNull.DB_NULL))
                    .containsEntry("json", null);
        }
    }

    @Test
    void hostileTextIsDataInEveryFieldThatCanHoldIt(TestDatabase database) throws Exception {
        try (Things things = Things.open(database)) {
            for (String text : HOSTILE) {
                Json json = Json.of(Map.of(text, text));
                byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                Map<String, @Nullable Object> made = things.create("text", text, "json", json, "bytes", bytes);
                assertThat(made).containsEntry("text", text).containsEntry("json", json);
                assertThat(made.get("bytes")).isEqualTo(bytes);
                Condition same = Condition.eq(things.field("text"), text);
                assertThat(things.all(same)).hasSize(1);
                assertThat(things.all(Condition.in(things.field("text"), List.of(text, "other"))))
                        .hasSize(1);
                assertThat(things.all(Condition.eq(things.field("bytes"), bytes)))
                        .hasSize(1);
                assertThat(things.engine.execute(new UpdateMany(
                                things.model,
                                same,
                                UpdateData.of(FieldUpdate.set(things.field("text"), text + "!")),
                                null)))
                        .isEqualTo(1);
                assertThat(things.engine.execute(
                                new DeleteMany(things.model, Condition.eq(things.field("text"), text + "!"), null)))
                        .isEqualTo(1);
            }
            assertThat(things.all(Condition.all())).isEmpty();
        }
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithPrismasCode(TestDatabase database) throws Exception {
        try (Things things = Things.open(database)) {
            for (String field : List.of("big", "real", "decimal", "flag", "at", "json", "bytes", "kind")) {
                for (Object wrong : List.of(HOSTILE.get(0), new Object())) {
                    assertThatThrownBy(() -> things.create(field, wrong))
                            .as(field + " given " + wrong)
                            .isInstanceOf(PrismaException.class);
                }
            }
            assertThat(things.all(Condition.all())).isEmpty();
        }
    }

    @Test
    void manyRowsOfAllTypesFitIntoBoundedStatements(TestDatabase database) throws Exception {
        try (Things things = Things.open(database)) {
            CreateData row = CreateData.builder()
                    .set(things.field("text"), "t")
                    .set(things.field("big"), 1L)
                    .set(things.field("kind"), "SMALL")
                    .set(things.field("at"), Instant.EPOCH)
                    .set(things.field("json"), Json.ofText("{}"))
                    .build();
            List<CreateData> rows = java.util.Collections.nCopies(20_000, row);
            assertThat(things.engine.execute(new CreateMany(things.model, rows, false)))
                    .isEqualTo(20_000);
            assertThat(things.engine.execute(new UpdateMany(
                            things.model,
                            Condition.in(
                                    things.field("id"),
                                    java.util.stream.IntStream.rangeClosed(1, 20_000)
                                            .boxed()
                                            .toList()),
                            UpdateData.of(FieldUpdate.set(things.field("flag"), true)),
                            null)))
                    .isEqualTo(20_000);
        }
    }

    @Test
    void listsAreSetAndAppendedTo(TestDatabase database) throws Exception {
        if (database.kind() != DatabaseKind.POSTGRESQL) {
            return;
        }
        try (Things things = Things.open(database)) {
            Map<String, @Nullable Object> made = things.create("names", List.of("a", HOSTILE.get(0)));
            assertThat(made)
                    .containsEntry("names", List.of("a", HOSTILE.get(0)))
                    .containsEntry("numbers", List.of(1, 2));
            assertThat(things.update(1, "names", FieldUpdate.Operation.PUSH, "b"))
                    .containsEntry("names", List.of("a", HOSTILE.get(0), "b"));
            assertThat(things.update(1, "numbers", FieldUpdate.Operation.PUSH, List.of(3, 4)))
                    .containsEntry("numbers", List.of(1, 2, 3, 4));
            assertThat(things.update(1, "numbers", FieldUpdate.Operation.SET, List.of()))
                    .containsEntry("numbers", List.of());
            assertThat(things.create()).containsEntry("names", List.of());
        }
    }
}
