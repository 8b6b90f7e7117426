package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @TempDir
    Path folder;

    @Test
    void goesFromASchemaToPrintedRowsAndCanBeTakenAgain() throws Exception {
        // The tour must not reach the databases of the user's own projects.
        CommandRun project = new CommandRun(folder)
                .with("DATABASE_URL", "file:/nowhere/else.db")
                .with("PRISMA4J_SCHEMA", "nowhere.prisma");
        CommandRun.Result first = project.run("quickstart", "tour");
        assertThat(first.status()).as(first.all()).isZero();
        assertThat(first.out())
                .containsSubsequence(
                        "prisma/schema.prisma",
                        "$ prisma4j migrate dev --name init",
                        "The database is now in sync",
                        "$ prisma4j generate",
                        "Generated the client",
                        "$ javac",
                        "Compiled ",
                        "$ java",
                        "INSERT INTO \"User\"",
                        "P2002",
                        "That was tour");
        assertThat(project.run("quickstart", "tour").status()).isZero();
        Files.writeString(project.file("tour/prisma/schema.prisma"), "// mine");
        CommandRun.Result third = project.run("quickstart", "tour");
        assertThat(third.status()).isEqualTo(1);
        assertThat(third.err()).contains("tour was changed since");
        assertThat(project.read("tour/prisma/schema.prisma")).isEqualTo("// mine");
    }

    @Test
    void aFolderOfTheUsersIsLeftAlone() throws Exception {
        CommandRun project = new CommandRun(folder).write("mine/notes.txt", "x");
        CommandRun.Result result = project.run("quickstart", "mine");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("mine is not empty");
        assertThat(project.read("mine/notes.txt")).isEqualTo("x");
    }
}
