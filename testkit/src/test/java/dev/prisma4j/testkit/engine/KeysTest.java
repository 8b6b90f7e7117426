// Keys that no list and no comparison in memory does justice: pairs by the ten thousands, texts that collations take
// for equal.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.DeleteManyAndReturn;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.JsonNode;

@Tag("matrix")
class KeysTest {
    private static final String MODELS = """
            model Place {
              a      Int
              b      Int
              note   String?
              visits Visit[]
              @@id([a, b])
            }
            model Visit {
              id    Int   @id
              a     Int
              b     Int
              place Place @relation(fields: [a, b], references: [a, b], onDelete: Cascade)
              @@index([a, b])
            }
            model Word {
              text String @id
            }
            """;

    @DatabaseTest
    void keysOfEveryKindAreFound(TestDatabase database) {
        try (OpenedSchema opened = OpenedSchema.of(database, MODELS)) {
            pairsBeyondTheLimitOfParameters(opened);
            textsThatTheDatabaseTakesForEqual(opened);
        }
    }

    private static void pairsBeyondTheLimitOfParameters(OpenedSchema opened) {
        boolean slow = opened.kind == DatabaseKind.MYSQL || opened.kind == DatabaseKind.MARIADB;
        int many = slow ? 3_000 : 33_000;
        Model place = opened.model("Place");
        List<CreateData> rows = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            rows.add(CreateData.builder()
                    .set(opened.field("Place", "a"), i)
                    .set(opened.field("Place", "b"), -i)
                    .build());
        }
        assertThat(opened.engine.execute(new CreateMany(place, rows, false))).isEqualTo(many);
        var counted = new Selection<Integer>(
                place,
                List.of(opened.field("Place", "a")),
                List.of(),
                List.of(new RelationCount(place.relationField("visits").orElseThrow(), null)),
                row -> row.getInt(0));
        var note = UpdateData.of(FieldUpdate.set(opened.field("Place", "note"), "seen"));
        assertThat(opened.engine.execute(new UpdateManyAndReturn<>(place, null, note, null, counted)))
                .hasSize(many);
        assertThat(opened.engine.execute(new DeleteManyAndReturn<>(place, null, null, counted)))
                .hasSize(many);
        assertThat(opened.engine.execute(new Count(place, ReadArguments.ALL))).isZero();
    }

    private static void textsThatTheDatabaseTakesForEqual(OpenedSchema opened) {
        opened.ask("createMany", "Word", "{'data':[{'text':'Cafe'},{'text':'tea'}]}", "{'count':true}");
        boolean folds = opened.kind == DatabaseKind.MYSQL || opened.kind == DatabaseKind.MARIADB;
        JsonNode answers = opened.answer(
                        opened.engine,
                        ("{'batch':[" + find("Caf\u00e9") + "," + find("Cafe") + "," + find("TEA") + "," + find("none")
                                        + "]}")
                                .replace('\'', '"'))
                .get("batchResult");
        List<String> found = new ArrayList<>();
        answers.forEach(answer ->
                found.add(answer.path("data").path("findUnique").path("text").asString("-")));
        assertThat(found)
                .containsExactlyElementsOf(
                        folds ? List.of("Cafe", "Cafe", "tea", "-") : List.of("-", "Cafe", "-", "-"));
    }

    private static String find(String text) {
        return "{'modelName':'Word','action':'findUnique','query':{'arguments':{'where':{'text':'" + text
                + "'}},'selection':{'text':true}}}";
    }
}
