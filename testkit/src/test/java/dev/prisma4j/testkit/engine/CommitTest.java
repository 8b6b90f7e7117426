// Writes of several statements happen as a whole: also where COMMIT travels with the last of them.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.JsonNode;

@Tag("matrix")
class CommitTest {
    private static final String MODELS = """
            model Letter {
              id    Int     @id @default(autoincrement())
              text  String
              pages Page[]
            }
            model Page {
              id       Int    @id @default(autoincrement())
              text     String @unique
              letterId Int
              letter   Letter @relation(fields: [letterId], references: [id], onDelete: Cascade)
            }
            """;

    private static final String LETTER = "{'text':true,'pages':{'selection':{'text':true}}}";

    private OpenedSchema opened;

    private String newLetter(String text, String... pages) {
        StringBuilder children = new StringBuilder();
        for (String page : pages) {
            children.append(children.isEmpty() ? "" : ",")
                    .append("{'text':'")
                    .append(page)
                    .append("'}");
        }
        return "{'data':{'text':'" + text + "','pages':{'create':[" + children + "]}}}";
    }

    /** All letters and their pages, read on a connection of their own. */
    private String kept(TestDatabase database) throws Exception {
        StringBuilder all = new StringBuilder();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(opened.quoted("SELECT \"Letter\".\"text\", \"Page\".\"text\""
                        + " FROM \"Letter\" LEFT JOIN \"Page\" ON \"letterId\" = \"Letter\".\"id\""
                        + " ORDER BY \"Letter\".\"id\", \"Page\".\"id\""))) {
            while (rows.next()) {
                all.append(rows.getString(1)).append(rows.getString(2)).append(' ');
            }
        }
        return all.toString().strip();
    }

    @DatabaseTest
    void aWriteIsThereOnceItReturns(TestDatabase database) throws Exception {
        try (OpenedSchema schema = OpenedSchema.of(database, MODELS)) {
            opened = schema;
            for (int i = 0; i < 7; i++) { // more often than drivers need to prepare a statement on the server
                String letter = "L" + i;
                JsonNode made = opened.ask("createOne", "Letter", newLetter(letter, "a" + i, "b" + i), LETTER);
                assertThat(made.toString())
                        .isEqualTo("{'text':'%s','pages':[{'text':'a%d'},{'text':'b%d'}]}"
                                .formatted(letter, i, i)
                                .replace('\'', '"'));
                assertThat(kept(database)).endsWith("L%da%d L%db%d".formatted(i, i, i, i));
                opened.ask("createOne", "Letter", newLetter("M" + i, "c" + i), "{'text':true}");
                assertThat(kept(database)).endsWith("M%dc%d".formatted(i, i));
                opened.ask(
                        "updateOne",
                        "Letter",
                        "{'where':{'id':" + (2 * i + 1) + "},'data':{'text':'N" + i + "','pages':{'create':[{'text':'d"
                                + i + "'}],'deleteMany':[{'text':'a" + i + "'}]}}}",
                        "{'text':true}");
                assertThat(kept(database)).contains("N%db%d N%dd%d M".formatted(i, i, i, i));
            }
            opened.statements.clear();
            opened.ask("createOne", "Letter", newLetter("last", "x"), LETTER);
            assertThat(opened.statements.stream().map(sql -> sql.split("[ ;]", 2)[0]))
                    .startsWith("BEGIN", "INSERT", "INSERT")
                    .endsWith("COMMIT");
        }
    }

    @DatabaseTest
    void aFailureOfTheLastStatementTakesAllBack(TestDatabase database) throws Exception {
        try (OpenedSchema schema = OpenedSchema.of(database, MODELS)) {
            opened = schema;
            opened.ask("createOne", "Letter", newLetter("first", "one"), LETTER);
            for (int i = 0; i < 7; i++) {
                JsonNode refused =
                        opened.answer(opened.engine, "createOne", "Letter", newLetter("second", "two", "one"), LETTER);
                assertThat(refused.toString()).contains("P2002");
                assertThat(kept(database)).isEqualTo("firstone");
            }
            opened.ask("createOne", "Letter", newLetter("third", "three"), LETTER);
            assertThat(kept(database)).isEqualTo("firstone thirdthree");
        }
    }

    @DatabaseTest({DatabaseKind.POSTGRESQL})
    void aFailureOfCommitItselfTakesAllBack(TestDatabase database) throws Exception {
        try (OpenedSchema schema = OpenedSchema.of(database, MODELS)) {
            opened = schema;
            opened.run("DROP INDEX \"Page_text_key\"");
            opened.run("ALTER TABLE \"Page\" ADD CONSTRAINT \"Page_text_key\" UNIQUE (\"text\")"
                    + " DEFERRABLE INITIALLY DEFERRED");
            for (int i = 0; i < 7; i++) {
                JsonNode refused =
                        opened.answer(opened.engine, "createOne", "Letter", newLetter("letter", "one", "one"), LETTER);
                assertThat(refused.toString()).contains("P2002");
                assertThat(kept(database)).isEmpty();
            }
            opened.ask("createOne", "Letter", newLetter("letter", "one"), LETTER);
            assertThat(kept(database)).isEqualTo("letterone");
        }
    }

    @DatabaseTest
    void withinATransactionNothingIsKeptBeforeItsEnd(TestDatabase database) throws Exception {
        try (OpenedSchema schema = OpenedSchema.of(database, MODELS)) {
            opened = schema;
            try (var transaction = opened.engine.begin(TransactionOptions.DEFAULT)) {
                opened.ask(transaction, "createOne", "Letter", newLetter("one", "a"), LETTER);
                opened.ask(
                        transaction,
                        "updateOne",
                        "Letter",
                        "{'where':{'id':1},'data':{'pages':{'create':[{'text':'b'}]}}}",
                        "{'text':true}");
                transaction.rollback();
            }
            assertThat(kept(database)).isEmpty();
            opened.engine.batch(List.of(), TransactionOptions.DEFAULT);
            opened.ask("createOne", "Letter", newLetter("two", "c"), LETTER);
            assertThat(kept(database)).isEqualTo("twoc");
        }
    }
}
