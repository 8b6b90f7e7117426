package dev.prisma4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.validate.config.LanguageLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCompilerTest {
    private static final String POSTGRESQL = "datasource db {\n  provider = \"postgresql\"\n}\n";

    private static CompiledSchema compile(String text) {
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)));
    }

    private static Schema valid(String text) {
        return compile(text).orThrow();
    }

    private static Model model(Schema schema, String name) {
        return schema.model(name).orElseThrow();
    }

    @Test
    void one_to_many_relations_know_their_foreign_key_and_its_default_actions() {
        Schema schema = valid(POSTGRESQL + """
                model User {
                  id Int @id @default(autoincrement())
                  posts Post[]
                  @@map("users")
                }
                model Post {
                  id Int @id
                  author User @relation(fields: [authorId], references: [id])
                  authorId Int @map("author_id")
                  @@map("posts")
                }
                """);
        RelationField author = model(schema, "Post").relationField("author").orElseThrow();
        Relation.ForeignKey key = author.relation().foreignKey();
        assertThat(author.holdsForeignKey()).isTrue();
        assertThat(author.relatedModel().databaseName()).isEqualTo("users");
        assertThat(key).isNotNull();
        assertThat(key.constraintName()).isEqualTo("posts_author_id_fkey");
        assertThat(key.onDelete()).isEqualTo(ReferentialAction.RESTRICT);
        assertThat(key.onUpdate()).isEqualTo(ReferentialAction.CASCADE);
        assertThat(author.relation().name()).isEqualTo("PostToUser");
        assertThat(author.relation().hasExplicitName()).isFalse();
        assertThat(model(schema, "User").primaryKey().orElseThrow().constraintName())
                .isEqualTo("users_pkey");
    }

    @Test
    void implicit_many_to_many_relations_put_the_first_model_of_the_alphabet_in_column_a() {
        Schema schema = valid(POSTGRESQL + """
                model Post {
                  id Int @id
                  categories Category[]
                }
                model Category {
                  id Int @id
                  posts Post[]
                }
                """);
        Relation relation = schema.relations().get(0);
        assertThat(relation.isManyToMany()).isTrue();
        assertThat(relation.foreignKey()).isNull();
        assertThat(relation.joinTableName()).isEqualTo("_CategoryToPost");
        assertThat(relation.fieldA()).hasToString("Category.posts");
    }

    @Test
    void self_relations_are_told_apart_by_their_fields() {
        Schema schema = valid(POSTGRESQL + """
                model Person {
                  id Int @id
                  parentId Int?
                  parent Person? @relation("family", fields: [parentId], references: [id])
                  children Person[] @relation("family")
                }
                """);
        RelationField parent = model(schema, "Person").relationField("parent").orElseThrow();
        assertThat(parent.opposite().name()).isEqualTo("children");
        assertThat(parent.relation().foreignKey().onDelete()).isEqualTo(ReferentialAction.SET_NULL);
    }

    @Test
    void defaults_keep_their_values_functions_and_arguments() {
        Model model = model(valid(POSTGRESQL + """
                model A {
                  id String @id @default(uuid(7))
                  n Int @default(-3)
                  d Decimal @default(1.50)
                  e Role @default(ADMIN)
                  l Int[] @default([1, 2])
                }
                enum Role {
                  USER
                  ADMIN @map("adm")
                }
                """), "A");
        assertThat(model.scalarField("id").orElseThrow().defaultValue())
                .contains(
                        new DefaultValue.Function("uuid", List.of(new DefaultValue.Function.Argument(null, 7L)), null));
        assertThat(model.scalarField("n").orElseThrow().defaultValue()).contains(new DefaultValue.Literal(-3L, null));
        assertThat(model.scalarField("l").orElseThrow().defaultValue())
                .contains(new DefaultValue.ListLiteral(List.of(1L, 2L), null));
        assertThat(model.scalarField("l").orElseThrow().arity()).isEqualTo(Arity.LIST);
        assertThat(model.scalarField("e")
                        .orElseThrow()
                        .defaultValue()
                        .orElseThrow()
                        .toString())
                .contains("adm");
    }

    @Test
    void names_that_are_too_long_for_the_database_are_cut() {
        String name = "A".repeat(70);
        Model model = model(valid(POSTGRESQL + "model " + name + " {\n  id Int @id\n  x Int @unique\n}\n"), name);
        assertThat(model.indexes().get(0).databaseName())
                .hasSize(63)
                .endsWith("_key")
                .startsWith("AAAA");
    }

    @Test
    void connection_urls_in_the_schema_are_read_for_prisma_5_and_6_and_refused_for_prisma_7() {
        String text = """
                datasource db {
                  provider  = "postgresql"
                  url       = env("DATABASE_URL")
                  directUrl = "postgresql://localhost/x"
                }
                """;
        assertThat(valid(text).datasource().orElseThrow().url()).isEqualTo(new ConfigValue.Env("DATABASE_URL"));
        CompiledSchema strict =
                SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)), LanguageLevel.PRISMA_7);
        assertThat(strict.errors()).extracting(d -> d.span().line()).containsExactly(3, 4);
    }

    @Test
    void one_run_reports_every_error_and_suggests_what_was_meant() {
        CompiledSchema compiled = compile(POSTGRESQL + """
                model User {
                  id Int @id
                  name Strin
                  role Role @default(ADMN)
                  at DateTime @defualt(now())
                }
                enum Role {
                  ADMIN
                }
                """);
        assertThat(compiled.schema()).isNull();
        assertThat(compiled.errors())
                .extracting(Diagnostic::help)
                .containsExactlyInAnyOrder(
                        "Did you mean `String`?", "Did you mean `ADMIN`?", "Did you mean `@default`?");
        assertThatThrownBy(compiled::orThrow)
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("schema.prisma:6: ");
    }

    @Test
    void files_of_a_folder_are_one_schema_in_the_order_of_their_paths(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/b.prisma"), "model B {\n  id Int @id\n  a A[]\n}\n");
        Files.writeString(
                folder.resolve("models/a.prisma"),
                "model A {\n  id Int @id\n  bId Int\n  b B @relation(fields: [bId], references: [id])\n}\n");
        Files.writeString(folder.resolve("base.prisma"), POSTGRESQL);
        Files.writeString(folder.resolve("notes.txt"), "not a schema");
        Schema schema = SchemaCompiler.compile(folder).orThrow();
        assertThat(schema.models()).extracting(Model::name).containsExactly("A", "B");
        assertThat(model(schema, "A").sourceFile()).endsWith("a.prisma");
    }

    @Test
    void the_report_for_tools_has_places_in_utf_16_units() {
        CompiledSchema compiled = compile("// \uD83D\uDE00\nmodel A {\n  id Int @id\n  x \"\n  y Nope\n}\n");
        String json = ValidationReport.json(compiled);
        assertThat(json).startsWith("{\n  \"ok\": false,\n  \"errors\": [").contains("\"warnings\": []");
        int at = compiled.diagnostics().stream()
                .filter(d -> d.message().contains("Nope"))
                .findFirst()
                .orElseThrow()
                .span()
                .start();
        assertThat(json).contains("\"line\": 5, \"startOffset\": " + at + ", \"endOffset\": " + (at + 4));
        assertThat(ValidationReport.json(compile(POSTGRESQL)))
                .isEqualTo("{\n  \"ok\": true,\n  \"errors\": [],\n  \"warnings\": []\n}");
    }
}
