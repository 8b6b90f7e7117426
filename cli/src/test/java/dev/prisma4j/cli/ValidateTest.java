package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateTest {
    private static final String DATASOURCE = "datasource db {\n  provider = \"sqlite\"\n}\n";

    @TempDir
    Path folder;

    private CommandRun project = new CommandRun(Path.of(""));

    @BeforeEach
    void inAnEmptyFolder() {
        project = new CommandRun(folder);
    }

    @Test
    void aValidSchemaIsSaidToBeValid() {
        project.write("schema.prisma", DATASOURCE + "model A {\n  id Int @id\n}\n");
        CommandRun.Result result = project.run("validate");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("The schema at schema.prisma is valid.\n");
    }

    @Test
    void everyErrorIsShownWithItsPlaceMarked() {
        project.write("schema.prisma", DATASOURCE + "model A {\n  id Int @id\n  b Foo\n  c Strin\n}\n");
        CommandRun.Result result = project.run("validate");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("P1012", "schema.prisma:6:5", "  b Foo\n", "^^^", "schema.prisma:7:5", "2 errors")
                .doesNotContain("\u001b");
        assertThat(project.colour().run("validate").err()).contains("\u001b[");
    }

    @Test
    void jsonIsForTools() {
        project.write("schema.prisma", DATASOURCE + "model A {\n  id Int @id\n  b Foo\n}\n");
        CommandRun.Result result = project.run("validate", "--json");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(json.get("ok").asBoolean()).isFalse();
        JsonNode error = json.get("errors").get(0);
        assertThat(error.get("code").asString()).isEqualTo("P1012");
        assertThat(error.get("file").asString()).isEqualTo("schema.prisma");
        assertThat(error.get("line").asInt()).isEqualTo(6);
        assertThat(error.get("startOffset").asInt()).isEqualTo(67);
        assertThat(error.get("endOffset").asInt()).isEqualTo(70);
        assertThat(json.get("warnings").isEmpty()).isTrue();
    }

    @Test
    void aFolderIsOneSchema() {
        project.write("prisma/schema/a.prisma", DATASOURCE + "model A {\n  id Int @id\n  b B[]\n}\n");
        project.write(
                "prisma/schema/sub/b.prisma",
                "model B {\n  id Int @id\n  a A @relation(fields: [aId], references: [id])\n  aId Int\n}\n");
        CommandRun.Result result = project.run("validate");
        assertThat(result.status()).as(result.err()).isZero();
        project.write("prisma/schema/sub/b.prisma", "model B {\n  id Int @id\n}\n");
        assertThat(project.run("validate").err()).contains("prisma/schema/a.prisma:6:");
    }

    @Test
    void dmmfIsPrintedForValidSchemasOnly() {
        project.write("schema.prisma", DATASOURCE + "model A {\n  id Int @id\n}\n");
        CommandRun.Result result = project.run("dmmf");
        assertThat(result.status()).as(result.err()).isZero();
        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(json.get("datamodel").get("models").get(0).get("name").asString())
                .isEqualTo("A");
        project.write("schema.prisma", "model");
        CommandRun.Result invalid = project.run("dmmf");
        assertThat(invalid.status()).isEqualTo(1);
        assertThat(invalid.out()).isEmpty();
    }

    @Test
    void deeplyNestedInputEndsInAMessage() {
        project.write("schema.prisma", "model A {\n  id Int @id @default(" + "[".repeat(100_000) + "\n}\n");
        CommandRun.Result result = project.run("validate");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("schema.prisma:2:").doesNotContain("should not have happened");
    }
}
