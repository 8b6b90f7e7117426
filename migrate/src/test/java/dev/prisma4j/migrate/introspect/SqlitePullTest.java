package dev.prisma4j.migrate.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePullTest {
    @TempDir
    Path folder;

    private static final String HEAD = """
            datasource db {
              provider = "sqlite"
            }
            """;

    private Introspection pull(String schema) {
        List<SourceFile> files = List.of(SourceFile.of("schema.prisma", schema));
        return project(schema).pull(files, false);
    }

    private Migrate project(String schema) {
        Schema compiled = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", schema)))
                .orThrow();
        return Migrate.of(compiled, "file:dev.db", folder);
    }

    private void create(String sql) {
        project(HEAD).push(new PushOptions(false, false));
        project(HEAD).project().kind().create(project(HEAD).project().address());
        project(HEAD).execute(sql);
    }

    @Test
    void tablesBecomeModelsWithPrismasNames() {
        create("""
                CREATE TABLE "users" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "email" TEXT NOT NULL, "first name" TEXT);
                CREATE UNIQUE INDEX "users_email_key" ON "users"("email");
                CREATE TABLE "Post" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "author_id" INTEGER NOT NULL,
                    "editor_id" INTEGER,
                    FOREIGN KEY ("author_id") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
                    FOREIGN KEY ("editor_id") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE NO ACTION);
                CREATE TABLE "class" ("a" TEXT);
                """);

        assertThat(pull(HEAD).files().get(0).text()).isEqualTo("""
                        datasource db {
                          provider = "sqlite"
                        }

                        model Post {
                          id                          Int    @id @default(autoincrement())
                          author_id                   Int
                          editor_id                   Int?
                          users_Post_editor_idTousers users? @relation("Post_editor_idTousers", fields: [editor_id], references: [id], onDelete: Cascade, onUpdate: NoAction)
                          users_Post_author_idTousers users  @relation("Post_author_idTousers", fields: [author_id], references: [id])
                        }

                        /// This model has been renamed to 'Renamedclass' during introspection, because the original name 'class' is reserved.
                        /// The underlying table does not contain a valid unique identifier and can therefore currently not be handled by Prisma Client.
                        model Renamedclass {
                          a String?

                          @@map("class")
                          @@ignore
                        }

                        model users {
                          id                         Int     @id @default(autoincrement())
                          email                      String  @unique
                          first_name                 String? @map("first name")
                          Post_Post_editor_idTousers Post[]  @relation("Post_editor_idTousers")
                          Post_Post_author_idTousers Post[]  @relation("Post_author_idTousers")
                        }
                        """);
    }

    @Test
    void whatTheSchemaSaysIsKept() {
        String schema = HEAD + """

                /// A person
                model Person {
                  id    Int     @id @default(autoincrement())
                  /// where mail goes
                  mail  String  @unique @map("email")
                  token String? @default(uuid())
                  at    DateTime? @updatedAt
                  posts Post[]

                  @@map("people")
                }

                model Post {
                  id       Int    @id @default(autoincrement())
                  writerId Int    @map("writer_id")
                  writer   Person @relation(fields: [writerId], references: [id])
                  tags     Tag[]
                }

                model Tag {
                  name  String @id
                  posts Post[]
                }
                """;
        project(schema).push(new PushOptions(false, false));
        project(schema).execute("ALTER TABLE people ADD COLUMN age INTEGER");

        String pulled = pull(schema).files().get(0).text();

        assertThat(pulled)
                .contains("/// A person\nmodel Person {")
                .contains("/// where mail goes\n")
                .contains("@default(uuid())")
                .contains("@updatedAt")
                .contains("writer   Person @relation(fields: [writerId], references: [id])")
                .contains("tags     Tag[]")
                .containsPattern("age +Int\\?");
        assertThat(project(pulled)
                        .diff(
                                new DiffSide.OfDatabase(),
                                new DiffSide.OfSchema(project(pulled).project().schema()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tablesOfOtherToolsAreKeptAndIgnored() {
        create("CREATE TABLE \"flyway_schema_history\" (\"id\" INTEGER NOT NULL PRIMARY KEY)");
        Introspection found = pull(HEAD);
        assertThat(found.files().get(0).text())
                .contains("/// This table belongs to Flyway")
                .contains("@@ignore");
        assertThat(found.warnings()).anyMatch(w -> w.contains("belong to other tools"));
    }
}
