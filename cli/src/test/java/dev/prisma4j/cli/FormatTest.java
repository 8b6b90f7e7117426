package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
    private static final String UGLY = "model A {\nid Int @id\n  name   String\n}\n";
    private static final String TIDY = "model A {\n  id   Int    @id\n  name String\n}\n";

    @TempDir
    Path folder;

    private CommandRun project = new CommandRun(Path.of(""));

    @BeforeEach
    void inAnEmptyFolder() {
        project = new CommandRun(folder);
    }

    @Test
    void writesTheCanonicalForm() throws IOException {
        project.write("schema.prisma", UGLY);
        CommandRun.Result result = project.run("format");
        assertThat(result.status()).isZero();
        assertThat(result.out()).isEqualTo("Formatted schema.prisma\n");
        assertThat(project.read("schema.prisma")).isEqualTo(TIDY);
    }

    @Test
    void checksWithoutWriting() throws IOException {
        project.write("schema.prisma", UGLY);
        CommandRun.Result result = project.run("format", "--check");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("schema.prisma is not formatted\n");
        assertThat(project.read("schema.prisma")).isEqualTo(UGLY);
        project.write("schema.prisma", TIDY);
        assertThat(project.run("format", "--check").status()).isZero();
    }

    @Test
    void printsTheTextAndNothingElse() throws IOException {
        project.write("schema.prisma", UGLY);
        CommandRun.Result result = project.run("format", "--stdout");
        assertThat(result.out()).isEqualTo(TIDY);
        assertThat(project.read("schema.prisma")).isEqualTo(UGLY);
        assertThat(project.run("format", "--stdout", "--check").status()).isEqualTo(1);
    }

    @Test
    void touchesOnlyTheFilesOfAFolderThatChange() throws IOException {
        project.write("prisma/schema/a.prisma", TIDY).write("prisma/schema/b.prisma", UGLY.replace("A", "B"));
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(project.file("prisma/schema/a.prisma"), before);
        CommandRun.Result result = project.run("format");
        assertThat(result.out()).isEqualTo("Formatted prisma/schema/b.prisma\n");
        assertThat(Files.getLastModifiedTime(project.file("prisma/schema/a.prisma")))
                .isEqualTo(before);
    }

    @Test
    void emptyMissingAndBrokenInputIsAnswered() throws IOException {
        assertThat(project.run("format").err()).contains("no schema was found");
        assertThat(project.run("format", "--schema", "nope.prisma").err())
                .contains("nope.prisma (--schema) does not exist");
        Files.createDirectory(project.file("empty"));
        assertThat(project.run("format", "--schema", "empty").err()).contains("holds no .prisma files");
        project.write("schema.prisma", "");
        assertThat(project.run("format").status()).isZero();
        project.write("schema.prisma", "model {{{ \n");
        assertThat(project.run("format").status()).isZero();
        Files.write(project.file("schema.prisma"), new byte[] {'m', (byte) 0xc3, '\n'});
        assertThat(project.run("format").err()).contains("schema.prisma:1: the file is not UTF-8");
    }

    @Test
    void aHugeSchemaIsFormattedInTime() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("model M").append(i).append(" {\nid Int @id\nname String? // n\n}\n");
        }
        project.write("schema.prisma", text.toString());
        assertThat(project.run("format").status()).isZero();
        assertThat(project.run("format", "--check").status()).isZero();
    }
}
