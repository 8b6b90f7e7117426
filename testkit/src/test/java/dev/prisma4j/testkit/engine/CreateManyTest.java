// Rows that are made together: stored as if they were made one by one, and with few statements.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.JsonNode;

@Tag("matrix")
class CreateManyTest {
    private static final String MODEL = """
            model %s {
              id      Int       @id @default(autoincrement())
              number  Int       @unique
              text    String?
              big     BigInt?
              real    Float?
              decimal Decimal?
              flag    Boolean?
              at      DateTime?
              bytes   Bytes?
              made    String    @default("by default")
              %s
            }
            """;

    private static final String NATIVE = """
            small   Int?      @db.SmallInt
              rounded Decimal?  @db.Decimal(8, 2)
              short   String?   @db.VarChar(20)
              key     String?   @db.Uuid
              zoned   DateTime? @db.Timestamptz(3)
              day     DateTime? @db.Date
              time    DateTime? @db.Time(3)
              json    Json?
              plain   Json?     @db.Json
            """;

    /** The values of row i, on PostgreSQL with those of its own types. */
    private static String row(int i, boolean natives) {
        List<String> texts = List.of(
                "''", "'NULL'", "'{a,b}'", "'\\\\'", "'\\\"'", "'a, b'", "'äß中😀'", "'\\n\\t'", "'12'", "' 1'", "null");
        List<String> bigs = List.of("'9223372036854775807'", "'-9223372036854775808'", "'9007199254740993'", "null");
        List<String> reals = List.of("0.1", "1e300", "-2.5e-300", "3", "-0.0", "null");
        List<String> decimals = List.of("'0.5'", "'123456.78'", "'-1'", "null");
        List<String> times = List.of(
                "'2024-02-29T23:59:59.999Z'", "'1969-12-31T23:59:59.001Z'", "'0001-01-01T00:00:00.000Z'", "null");
        List<String> bytes = List.of("''", "'AP8B'", "'e1x9'", "null");
        String common = "'number':" + i + ",'text':" + of(texts, i) + ",'big':" + of(bigs, i) + ",'real':"
                + of(reals, i)
                + ",'decimal':" + of(decimals, i) + ",'flag':" + of(List.of("true", "false", "null"), i) + ",'at':"
                + of(times, i) + ",'bytes':" + of(bytes, i);
        if (!natives) {
            return "{" + common + "}";
        }
        return "{" + common + ",'small':" + (i - 20) * 1000 + ",'rounded':"
                + of(List.of("'0.005'", "'1.239'", "null"), i)
                + ",'short':" + of(texts, i) + ",'key':"
                + of(List.of("'6f1f5a80-3c1c-4a52-8d9d-0123456789ab'", "null"), i)
                + ",'zoned':" + of(times, i) + ",'day':" + of(times, i) + ",'time':" + of(times, i) + ",'json':"
                + of(List.of("'{\\\"a\\\":[1,\\\"x\\\\\\\\\\\"]}'", "'null'", "'\\\"NULL\\\"'"), i) + ",'plain':"
                + of(List.of("'{\\\"b\\\": 1}'", "'[]'"), i) + "}";
    }

    private static String of(List<String> values, int i) {
        return values.get(i % values.size());
    }

    @DatabaseTest
    void rowsMadeTogetherAreStoredAsRowsMadeOneByOne(TestDatabase database) throws Exception {
        boolean natives = database.kind() == DatabaseKind.POSTGRESQL;
        String models =
                MODEL.formatted("Together", natives ? NATIVE : "") + MODEL.formatted("Single", natives ? NATIVE : "");
        try (OpenedSchema opened = OpenedSchema.of(database, models)) {
            List<String> rows =
                    IntStream.range(0, 40).mapToObj(i -> row(i, natives)).toList();
            opened.ask("createMany", "Together", "{'data':[" + String.join(",", rows) + "]}", "{'count':true}");
            String all = "{'$scalars':true}";
            List<JsonNode> given = rows.stream()
                    .map(row -> opened.ask("createOne", "Single", "{'data':" + row + "}", all))
                    .toList();
            JsonNode single = opened.ask("findMany", "Single", "{'orderBy':[{'number':'asc'}]}", all);
            assertThat(opened.ask("findMany", "Together", "{'orderBy':[{'number':'asc'}]}", all))
                    .hasSize(40)
                    .isEqualTo(single);
            // What creating a row answers is what is stored, whether it was given back or known.
            assertThat(single).containsExactlyElementsOf(given);
        }
    }

    /** The protocol has no skipDuplicates on SQLite, as with Prisma. */
    @DatabaseTest
    void duplicatesAreSkippedAndTheOthersMade(TestDatabase database) throws Exception {
        assumeThat(database.kind()).isNotEqualTo(DatabaseKind.SQLITE);
        try (OpenedSchema opened = OpenedSchema.of(database, MODEL.formatted("Thing", ""))) {
            String first = numbers(0, 30);
            assertThat(opened.ask("createMany", "Thing", "{'data':[" + first + "]}", "{'count':true}")
                            .get("count")
                            .asInt())
                    .isEqualTo(30);
            assertThat(opened.ask(
                                    "createMany",
                                    "Thing",
                                    "{'data':[" + numbers(10, 60) + "],'skipDuplicates':true}",
                                    "{'count':true}")
                            .get("count")
                            .asInt())
                    .isEqualTo(30);
            String error = opened.answer(
                            opened.engine,
                            ("{'modelName':'Thing','action':'createMany','query':{'arguments':{'data':["
                                            + numbers(50, 90) + "]},'selection':{'count':true}}}")
                                    .replace('\'', '"'))
                    .toString();
            assertThat(error).contains("P2002");
            assertThat(opened.ask("findMany", "Thing", "{}", "{'id':true}")).hasSize(60);
        }
    }

    /** Prisma cuts the rows so that a statement has at most 999 parameters on SQLite, and 32,766 elsewhere. */
    @DatabaseTest
    void thousandsOfRowsTakeNoMoreStatementsThanWithPrisma(TestDatabase database) throws Exception {
        try (OpenedSchema opened = OpenedSchema.of(database, "model Pair {\n  id Int @id\n  a Int\n  b String\n}\n")) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 2000; i++) {
                rows.append(i == 0 ? "" : ",").append("{'id':" + i + ",'a':1,'b':'x'}");
            }
            opened.counted();
            opened.ask("createMany", "Pair", "{'data':[" + rows + "]}", "{'count':true}");
            assertThat(opened.counted()).isLessThanOrEqualTo(database.kind() == DatabaseKind.SQLITE ? 7 : 1);
            assertThat(opened.ask("aggregate", "Pair", "{}", "{'_count':{'selection':{'_all':true}}}")
                            .toString())
                    .contains("2000");
        }
    }

    private static String numbers(int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add("{'number':" + i + "}");
        }
        return String.join(",", rows);
    }
}
