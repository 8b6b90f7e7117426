// The numbers that a database counts up for new rows: each row learns its own, whatever triggers there are.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;

class NewNumbersTest {
    private static final String MODELS = """
            model Letter {
              id    Int     @id @default(autoincrement())
              text  String
              pages Page[]
            }
            model Page {
              id       Int    @id @default(autoincrement())
              text     String
              letterId Int
              letter   Letter @relation(fields: [letterId], references: [id])
            }
            model Note {
              id   Int    @id @default(autoincrement())
              text String
            }
            model Named {
              name String @id
              text String
            }
            """;

    private static final String LETTER = "{'id':true,'text':true,'pages':{'selection':{'id':true,'text':true}}}";

    private static JsonNode letter(OpenedSchema opened, String text) {
        return opened.ask(
                "createOne",
                "Letter",
                "{'data':{'text':'" + text + "','pages':{'create':[{'text':'one'},{'text':'two'},{'text':'three'}]}}}",
                LETTER);
    }

    @DatabaseTest
    void aNewRowAndItsNewChildrenKnowTheirNumbers(TestDatabase database) throws Exception {
        try (OpenedSchema opened = OpenedSchema.of(database, MODELS)) {
            opened.ask("createOne", "Note", "{'data':{'text':'first'}}", "{'id':true}");
            opened.statements.clear();
            assertThat(opened.ask("createOne", "Note", "{'data':{'text':'second'}}", "{'id':true,'text':true}")
                            .toString())
                    .isEqualTo("{\"id\":2,\"text\":\"second\"}");
            if (database.kind() == DatabaseKind.SQLITE) {
                assertThat(opened.statements).containsExactly("INSERT INTO \"Note\" (\"text\") VALUES (?)");
                opened.statements.clear();
                opened.ask("createOne", "Named", "{'data':{'name':'n','text':'t'}}", "{'name':true,'text':true}");
                assertThat(opened.statements)
                        .containsExactly("INSERT INTO \"Named\" (\"name\", \"text\") VALUES (?, ?)");
            }
            letter(opened, "first");
            assertThat(letter(opened, "second").toString())
                    .isEqualTo("{\"id\":2,\"text\":\"second\",\"pages\":[{\"id\":4,\"text\":\"one\"},"
                            + "{\"id\":5,\"text\":\"two\"},{\"id\":6,\"text\":\"three\"}]}");
        }
    }

    @DatabaseTest({DatabaseKind.SQLITE})
    void theNumbersAreThoseOfTheRowsAndNotOfWhatTriggersMake(TestDatabase database) throws Exception {
        try (OpenedSchema opened = OpenedSchema.of(database, MODELS)) {
            opened.run("CREATE TRIGGER \"noted\" AFTER INSERT ON \"Letter\" BEGIN"
                    + " INSERT INTO \"Note\" (\"id\", \"text\") VALUES (100 + NEW.id, NEW.text); END");
            opened.run("CREATE TRIGGER \"echoed\" AFTER INSERT ON \"Page\" WHEN NEW.text <> 'echo' BEGIN"
                    + " INSERT INTO \"Page\" (\"text\", \"letterId\") VALUES ('echo', NEW.letterId); END");
            for (int i = 0; i < 2; i++) {
                JsonNode made = letter(opened, "letter");
                assertThat(made.get("id").asInt()).isEqualTo(i + 1);
                for (JsonNode page : made.get("pages")) {
                    JsonNode found = opened.ask(
                            "findUniqueOrThrow",
                            "Page",
                            "{'where':{'id':" + page.get("id").asInt() + "}}",
                            "{'id':true,'text':true}");
                    assertThat(found).isEqualTo(page);
                }
            }
            assertThat(opened.ask("aggregate", "Page", "{}", "{'_count':{'selection':{'_all':true}}}")
                            .toString())
                    .contains(":12");
        }
    }

    @DatabaseTest({DatabaseKind.SQLITE})
    void aRowThatATriggerLeavesOutHasNoNumber(TestDatabase database) throws Exception {
        try (OpenedSchema opened = OpenedSchema.of(database, MODELS)) {
            opened.ask("createOne", "Note", "{'data':{'text':'kept'}}", "{'id':true}");
            opened.run("CREATE TRIGGER \"refused\" BEFORE INSERT ON \"Note\" WHEN NEW.text = 'not' BEGIN"
                    + " SELECT RAISE(IGNORE); END");
            JsonNode answer =
                    opened.answer(opened.engine, "createOne", "Note", "{'data':{'text':'not'}}", "{'id':true}");
            assertThat(answer.toString()).contains("A trigger left new rows out");
        }
    }
}
