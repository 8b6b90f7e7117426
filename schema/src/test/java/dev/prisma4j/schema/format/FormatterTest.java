package dev.prisma4j.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatterTest {

    @Test
    void alignsColumnsAndSortsAttributes() {
        assertThat(format("""
                model User {
                @@map("users")
                  id Int @map("i")   @id
                  // the mail
                  email String? @unique // unique
                @@index([email  , id])

                  é Int
                }
                """)).isEqualTo("""
                model User {
                  id    Int     @id @map("i")
                  // the mail
                  email String? @unique // unique

                  é Int

                  @@index([email, id])
                  @@map("users")
                }
                """);
    }

    @Test
    void rewritesWhatEarlierVersionsHad() {
        assertThat(format("model A {\n id: Int!\n b [String]\n}")).isEqualTo("model A {\n  id Int\n  b  String[]\n}\n");
    }

    @Test
    void leavesLinesThatDoNotParseAsTheyAre() {
        assertThat(format("what  is\n  this\nmodel A {\n?? x  y\n}\n"))
                .isEqualTo("what  is\nthis\nmodel A {\n  ?? x  y\n}\n");
    }

    @Test
    void framesBlockComments() {
        assertThat(format("/* one\n   two */\nmodel A {\n}\n")).isEqualTo("/**\n * one\n * two\n */\nmodel A {\n}\n");
    }

    @Test
    void addsTheForeignKeyAndTheOtherEndOfARelation() {
        assertThat(format("""
                model Author {
                  id String @id @db.Uuid
                }

                model Category {
                  id Int @id
                  author Author
                }
                """)).isEqualTo("""
                model Author {
                  id         String     @id @db.Uuid
                  categories Category[]
                }

                model Category {
                  id       Int    @id
                  author   Author @relation(fields: [authorId], references: [id])
                  authorId String @db.Uuid
                }
                """);
    }

    @Test
    void addsToOneFileWhatFollowsFromAnother() {
        List<SourceFile> files = Formatter.format(List.of(
                SourceFile.of("a.prisma", "model A {\n  id Int @id\n  bs B[]\n}\n"),
                SourceFile.of("b.prisma", "model B {\n  id Int @id\n}\n")));
        assertThat(files.get(1).text())
                .contains("a   A?   @relation(fields: [aId], references: [id])")
                .contains("aId Int?");
    }

    @Test
    void addsNothingToASchemaWithErrors() {
        String text = "model A {\n  id Int @id\n  b  B\n}\n\nmodel B {\n  id Int  @id\n  c  Nope\n}\n";
        assertThat(format(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "user, users", "category, categories", "day, days", "box, boxes", "address, addresses", "person, people",
        "child, children", "userChild, userChilds", "leaf, leaves", "photo, photos", "analysis, analyses",
                "status, statuses",
        "equipment, equipment", "data, data", "users, users"
    })
    void knowsThePluralOf(String word, String plural) {
        assertThat(Plural.of(word)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({
        "OhWhatAUser, ohWhatAUser",
        "HTTPServer, httpserver",
        "user_profile, userProfile",
        "NEWS_ITEM, newsItem",
        "Z9z, z9Z",
        "Model_, model"
    })
    void writesAsCamelCase(String name, String camelCase) {
        assertThat(CamelCase.of(name)).isEqualTo(camelCase);
    }

    private static String format(String text) {
        return Formatter.format(List.of(SourceFile.of("schema.prisma", text)))
                .get(0)
                .text();
    }
}
