package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    @TempDir
    Path folder;

    private CommandRun project = new CommandRun(Path.of(""));

    @BeforeEach
    void inAnEmptyFolder() {
        project = new CommandRun(folder);
    }

    @Test
    void startsAnSqliteProjectThatIsFormatted() throws IOException {
        CommandRun.Result result = project.run("init", "--with-model");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(project.read("prisma/schema.prisma"))
                .contains("provider = \"sqlite\"")
                .contains("model User");
        assertThat(project.read(".env")).isEqualTo("DATABASE_URL='file:./dev.db'\n");
        assertThat(project.read(".gitignore")).isEqualTo(".env\n");
        assertThat(project.run("format", "--check").status()).isZero();
    }

    @Test
    void theUrlDecidesTheProvider() throws IOException {
        assertThat(project.run("init", "--url", "postgresql://u:p@h/db").status())
                .isZero();
        assertThat(project.read("prisma/schema.prisma")).contains("provider = \"postgresql\"");
        assertThat(project.read(".env")).contains("postgresql://u:p@h/db");
    }

    @Test
    void aSecondStartChangesNothing() throws IOException {
        project.run("init");
        project.write("prisma/schema.prisma", "// mine");
        CommandRun.Result result = project.run("init");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("prisma/schema.prisma already exists");
        assertThat(project.read("prisma/schema.prisma")).isEqualTo("// mine");
    }

    @Test
    void anExistingDotEnvAndGitignoreAreKept() throws IOException {
        project.write(".env", "A=1\nDATABASE_URL=file:mine.db").write(".gitignore", "target/");
        CommandRun.Result result = project.run("init");
        assertThat(result.err()).contains("already has a DATABASE_URL");
        assertThat(project.read(".env")).isEqualTo("A=1\nDATABASE_URL=file:mine.db");
        assertThat(project.read(".gitignore")).isEqualTo("target/\n.env\n");
    }

    @Test
    void wrongWordsAreRefusedBeforeAnythingIsWritten() {
        assertThat(project.run("init", "--datasource-provider", "oracle").err())
                .contains("\"oracle\" is not a kind of database");
        assertThat(project.run("init", "--url", "oracle://x").err()).contains("error[P1013]");
        assertThat(project.run("init", "--url", "file:x.db", "--datasource-provider", "mysql")
                        .err())
                .contains("--url is the address of a sqlite database");
        assertThat(folder).isEmptyDirectory();
    }
}
