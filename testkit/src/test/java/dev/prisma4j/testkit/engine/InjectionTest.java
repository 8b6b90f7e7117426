// Text made of SQL is data: as values of every type, in filters, Json paths, names and the user's own SQL.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("matrix")
class InjectionTest {
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE \"Thing\"; --",
            "\"; DROP TABLE Thing; --",
            "`; DROP TABLE Thing; #",
            "\\'; DROP TABLE Thing; --",
            "\\",
            "'' OR 1=1",
            "x' OR 'x'='x",
            "?1 $1 :a @a {} [] ()",
            "\u00e4\u4e2d\uD83D\uDE00\u2028\r\n\t",
            "a\0'; DROP TABLE Thing; --");

    private static final String MODELS = """
            enum Kind {
              PLAIN
              ODD    @map("it's \\"odd\\" ` \\\\")
            }
            model Thing {
              id      Int       @id @default(autoincrement())
              text    String?   @map("te'xt \\" ` ; --")
              int     Int?
              big     BigInt?
              real    Float?
              decimal Decimal?
              flag    Boolean?
              at      DateTime?
              json    Json?
              bytes   Bytes?
              kind    Kind?
              @@map("Thing'; DROP TABLE \\"x\\" ` --")
            }
            """;

    private OpenedSchema opened;

    @DatabaseTest
    void whatLooksLikeSqlIsData(TestDatabase database) {
        try (OpenedSchema schema = OpenedSchema.of(database, MODELS)) {
            opened = schema;
            opened.ask("createOne", "Thing", "{'data':{'text':'kept','kind':'ODD'}}", "{'$scalars':true}");
            assertThat(opened.ask("findMany", "Thing", "{'where':{'kind':'ODD'}}", "{'kind':true}"))
                    .hasSize(1);
            for (String text : HOSTILE) {
                textsAreData(text);
                otherTypesRefuseIt(text);
                jsonPathsAreData(text);
                rawValuesAreData(text);
                assertThat(things("{}")).as(text).hasSize(1);
            }
        }
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private JsonNode answer(String action, String arguments, String selection) {
        return opened.answer(
                opened.engine,
                "{\"modelName\":\"Thing\",\"action\":\"" + action + "\",\"query\":{\"arguments\":" + arguments
                        + ",\"selection\":" + selection + "}}");
    }

    private List<JsonNode> things(String where) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode answer =
                answer("findMany", "{\"where\":" + where + "}", "{\"text\":true,\"json\":true,\"bytes\":true}");
        answer.path("data").path("findMany").forEach(all::add);
        return all;
    }

    private boolean holds(String text) {
        return opened.kind != DatabaseKind.POSTGRESQL || text.indexOf('\0') < 0;
    }

    private void textsAreData(String text) {
        String json = quoted(JsonMapper.shared().writeValueAsString(java.util.Map.of(text, List.of(text))));
        String bytes =
                java.util.Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonNode made = answer(
                "createOne",
                "{\"data\":{\"text\":" + quoted(text) + ",\"bytes\":\"" + bytes
                        + "\",\"json\":{\"$type\":\"Json\",\"value\":" + json + "}}}",
                "{\"text\":true}");
        if (!holds(text)) {
            // PostgreSQL's texts hold no NUL, and say so
            assertThat(made.toString()).contains("error_code");
            return;
        }
        assertThat(made.path("data").path("createOne").path("text").asString()).isEqualTo(text);
        for (String filter : List.of(
                "{\"text\":%s}",
                "{\"text\":{\"in\":[%s,\"other\"]}}",
                "{\"text\":{\"startsWith\":%s,\"not\":null}}",
                "{\"NOT\":{\"text\":{\"not\":%s}}}",
                "{\"OR\":[{\"text\":{\"gte\":%1$s,\"lte\":%1$s}}]}")) {
            if (filter.contains("startsWith") && text.contains("\\")) {
                continue; // a backslash means something in patterns, as with Prisma
            }
            assertThat(things(filter.formatted(quoted(text))))
                    .as("%s %s", filter, text)
                    .hasSize(1);
        }
        assertThat(things("{\"bytes\":\"" + bytes + "\"}")).hasSize(1);
        assertThat(answer(
                                "updateMany",
                                "{\"where\":{\"text\":" + quoted(text) + "},\"data\":{\"text\":" + quoted(text + "!")
                                        + "}}",
                                "{\"count\":true}")
                        .path("data")
                        .path("updateMany")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(answer("deleteMany", "{\"where\":{\"text\":" + quoted(text + "!") + "}}", "{\"count\":true}")
                        .path("data")
                        .path("deleteMany")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    private void otherTypesRefuseIt(String text) {
        for (String field : List.of("int", "big", "real", "decimal", "flag", "at", "kind")) {
            for (String request : List.of("findMany {\"where\":{\"%s\":%s}}", "createOne {\"data\":{\"%s\":%s}}")) {
                int space = request.indexOf(' ');
                String arguments = request.substring(space + 1).formatted(field, quoted(text));
                assertThat(answer(request.substring(0, space), arguments, "{\"id\":true}")
                                .toString())
                        .as("%s %s", field, text)
                        .contains("error_code");
            }
        }
    }

    private void jsonPathsAreData(String text) {
        boolean array = opened.kind == DatabaseKind.POSTGRESQL;
        String path = array ? "[" + quoted(text) + ",\"0\"]" : quoted("$." + text);
        JsonNode answer = answer(
                "findMany",
                "{\"where\":{\"json\":{\"path\":" + path + ",\"equals\":{\"$type\":\"Json\",\"value\":"
                        + quoted(quoted(text)) + "}}}}",
                "{\"id\":true}");
        // Nothing is found by it, or it is no path: in no case is it run.
        assertThat(answer.path("data").path("findMany")).isEmpty();
    }

    private void rawValuesAreData(String text) {
        if (!holds(text)) {
            return;
        }
        String cast = opened.kind == DatabaseKind.POSTGRESQL ? "::text" : "";
        List<Object> rows = opened.engine.execute(new RawQuery<>(
                new RawSql.Pieces(List.of("SELECT ", cast + " AS \"a\"".replace("\"", "")), List.of(text)),
                columns -> row -> row.getString(0)));
        assertThat(rows).containsExactly(text);
    }
}
