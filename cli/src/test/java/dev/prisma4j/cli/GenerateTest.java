package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    private static final String DATASOURCE = "datasource db {\n  provider = \"sqlite\"\n}\n";
    private static final String MODEL = "model User {\n  id Int @id\n}\n";
    private static final String CLIENT =
            "generator client {\n  provider = \"prisma4j\"\n  output = \"../src\"\n  package = \"my.db\"\n}\n";
    private static final String OTHER = "generator js {\n  provider = \"prisma-client\"\n  output = \"../js\"\n}\n";

    @TempDir
    Path folder;

    private CommandRun project = new CommandRun(Path.of(""));

    @BeforeEach
    void inAnEmptyFolder() {
        project = new CommandRun(folder);
    }

    @Test
    void writesTheClientWhereTheSchemaSays() {
        project.write("prisma/schema.prisma", DATASOURCE + CLIENT + MODEL);
        CommandRun.Result result = project.run("generate");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("src/my/db");
        assertThat(project.file("src/my/db/PrismaClient.java")).exists();
        assertThat(project.run("generate").out()).contains("(0 files written");
    }

    @Test
    void theJavaScriptClientIsLeftToPrismaWithANoteOrRefusedByName() {
        project.write("prisma/schema.prisma", DATASOURCE + OTHER + CLIENT + MODEL);
        CommandRun.Result result = project.run("generate");
        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("note").contains("npx prisma generate --generator js");
        assertThat(project.run("generate", "--no-hints").err()).isEmpty();
        assertThat(project.run("generate", "--generator", "client").err()).isEmpty();
        assertThat(project.run("generate", "--generator", "js").status()).isEqualTo(1);
        assertThat(project.run("generate", "--generator", "nope").err()).contains("no generator \"nope\"");
    }

    @Test
    void nothingToGenerateIsAFailureThatSaysWhatToAdd() {
        project.write("schema.prisma", DATASOURCE + MODEL);
        CommandRun.Result result = project.run("generate");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("no generator block that prisma4j can run")
                .contains("provider = \"prisma4j\"");
        project.write("schema.prisma", DATASOURCE + CLIENT.replace("  output = \"../src\"\n", "") + MODEL);
        assertThat(project.run("generate").err()).contains("does not say where to write");
        project.write("schema.prisma", DATASOURCE + CLIENT.replace("package", "packige") + MODEL);
        assertThat(project.run("generate").err())
                .contains("packige")
                .contains("package")
                .doesNotContain("should not have");
    }

    @Test
    void modelsCanBeRequired() {
        project.write("schema.prisma", DATASOURCE + CLIENT);
        assertThat(project.run("generate", "--require-models").err()).contains("has no models");
    }

    @Test
    void sqlFilesBecomeMethodsWhereTheDatabaseIsAsked() throws java.io.IOException {
        project.with("DATABASE_URL", "file:./dev.db");
        project.write("prisma/schema.prisma", DATASOURCE + CLIENT + MODEL);
        assertThat(project.run("db", "push").status()).isZero();
        assertThat(project.run("generate", "--sql").err()).contains("prisma/sql has no .sql files");
        project.write("prisma/sql/usersAfter.sql", "-- @param {Int} $1:id\nSELECT id FROM User WHERE id > ?");
        assertThat(project.run("generate").err()).contains("left out of the client: generate --sql");
        CommandRun.Result result = project.run("generate", "--sql");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(project.read("src/my/db/PrismaSql.java")).contains("List<UsersAfterRow> usersAfter(int id)");
        project.write("queries/other.sql", "SELECT 1 AS one FROM Nothing");
        project.write("prisma.config.toml", "[typedSql]\npath = \"queries\"\n");
        assertThat(project.run("generate", "--sql").err()).contains("other.sql: the database does not take this");
    }

    @Test
    void watchingGeneratesAgainAfterChangesAndMistakes() throws Exception {
        project.write("prisma/schema.prisma", DATASOURCE + CLIENT + MODEL);
        Thread watching = new Thread(() -> project.run("generate", "--watch"));
        watching.start();
        awaitFile("src/my/db/User.java");
        project.write("prisma/schema.prisma", DATASOURCE + CLIENT + "model User {\n  id Foo @id\n}\n");
        Thread.sleep(1000);
        project.write("prisma/schema.prisma", DATASOURCE + CLIENT + MODEL.replace("User", "Person"));
        awaitFile("src/my/db/Person.java");
        watching.interrupt();
        watching.join(5000);
        assertThat(watching.isAlive()).isFalse();
    }

    private void awaitFile(String name) throws InterruptedException {
        for (int i = 0; i < 300 && !Files.exists(project.file(name)); i++) {
            Thread.sleep(100);
        }
        assertThat(project.file(name)).exists();
    }

    @Test
    void anInvalidSchemaGeneratesNothing() {
        project.write("prisma/schema.prisma", DATASOURCE + CLIENT + "model User {\n  id Foo @id\n}\n");
        assertThat(project.run("generate").status()).isEqualTo(1);
        assertThat(project.file("src")).doesNotExist();
    }
}
