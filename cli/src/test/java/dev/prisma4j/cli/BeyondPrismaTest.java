// What migrate does that Prisma does not: down, renames, squash, the tree of a diff, on SQLite.
package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeyondPrismaTest {
    private static final String DATASOURCE = "datasource db {\n  provider = \"sqlite\"\n}\n";
    private static final String USER = DATASOURCE + "model User {\n  id Int @id\n  name String?\n}\n";
    private static final String RENAMED = DATASOURCE + "model User {\n  id Int @id\n  fullName String?\n}\n";

    @TempDir
    Path folder;

    private CommandRun project = new CommandRun(Path.of(""));

    @BeforeEach
    void aProjectWithOneMigration() {
        project = new CommandRun(folder)
                .write("prisma/schema.prisma", USER)
                .write("prisma.config.toml", "datasource.url = 'file:./dev.db'");
        done("migrate", "dev", "--name", "first");
    }

    private CommandRun.Result done(String... arguments) {
        CommandRun.Result result = project.run(arguments);
        assertThat(result.status()).as(result.all()).isZero();
        return result;
    }

    private CommandRun.Result failed(int status, String... arguments) {
        CommandRun.Result result = project.run(arguments);
        assertThat(result.status()).as(result.all()).isEqualTo(status);
        return result;
    }

    @Test
    void downUndoesTheLastMigrationWithConsent() throws Exception {
        execute("INSERT INTO \"User\" VALUES (1, 'x')");
        assertThat(failed(1, "migrate", "down").err())
                .contains("data will be lost", "`User` table, which is not empty (1 rows)", "give --accept-data-loss");
        project.typing("n\n");
        failed(130, "migrate", "down");
        project.typing("y\n");
        assertThat(done("migrate", "down").out()).contains("Undone", "One migration was undone.");
        assertThat(project.run("migrate", "status").out()).contains("not applied yet", "_first");
        done("migrate", "deploy");
        execute("INSERT INTO \"User\" VALUES (1, 'x')");
        done("migrate", "down", "--steps", "1", "--accept-data-loss");
        assertThat(failed(1, "migrate", "down").err()).contains("Only 0 migrations are applied");
        assertThat(failed(1, "migrate", "down", "--steps", "0").err()).contains("1 or more");
        assertThat(failed(1, "migrate", "down", "--to", "nope").err()).contains("error[P3017]");
        assertThat(failed(1, "migrate", "down", "--force").err()).contains("goes with --write");
    }

    @Test
    void downScriptsAreWrittenOnRequestForMigrationsOfOthers() throws Exception {
        project.write(
                "prisma/migrations/20990101000000_hand/migration.sql",
                "ALTER TABLE \"User\" RENAME COLUMN \"name\" TO \"fullName\";");
        project.write("prisma/schema.prisma", RENAMED);
        done("migrate", "deploy");
        execute("INSERT INTO \"User\" VALUES (1, 'x')");
        assertThat(failed(1, "migrate", "down").err()).contains("no down.sql", "migrate down --write");
        assertThat(done("migrate", "down", "--write").out()).contains("Wrote the down.sql of 20990101000000_hand");
        assertThat(done("migrate", "down", "--write").out()).contains("Every migration has its down.sql");
        assertThat(project.read("prisma/migrations/20990101000000_hand/down.sql"))
                .contains("RENAME COLUMN \"fullName\" TO \"name\"")
                .doesNotContain("Warnings");
        done("migrate", "down");
        done("migrate", "dev", "--no-down", "--name", "x");
        assertThat(names()).hasSize(2);
    }

    @Test
    void noDownLeavesTheFileOut() throws Exception {
        project.write("prisma/schema.prisma", RENAMED);
        done("migrate", "dev", "--no-down", "--name", "second");
        assertThat(folder.resolve("prisma/migrations").resolve(names().get(1)).resolve("down.sql"))
                .doesNotExist();
        assertThat(folder.resolve("prisma/migrations").resolve(names().get(0)).resolve("down.sql"))
                .exists();
    }

    @Test
    void aLikelyRenameIsAskedForOnATerminalAndNamedWithoutOne() throws Exception {
        execute("INSERT INTO \"User\" VALUES (1, 'x')");
        project.write("prisma/schema.prisma", RENAMED);
        assertThat(failed(1, "migrate", "dev", "--name", "second").err())
                .contains("\"User.name\" goes and \"fullName\" comes", "--rename User.name=fullName");
        assertThat(failed(1, "migrate", "dev", "--rename", "User.nam=fullName").err())
                .contains("there is no such rename");
        project.typing("9\n1\n");
        CommandRun.Result result = done("migrate", "dev", "--name", "second");
        assertThat(result.err()).contains("Is the column \"fullName\" of \"User\" new", "1  it was name");
        assertThat(project.read("prisma/migrations/" + names().get(1) + "/migration.sql"))
                .isEqualTo("-- RenameColumn\nALTER TABLE \"User\" RENAME COLUMN \"name\" TO \"fullName\";\n");
        assertThat(project.read("prisma/migrations/" + names().get(1) + "/down.sql"))
                .contains("RENAME COLUMN \"fullName\" TO \"name\"");
    }

    @Test
    void pushAsksOnlyOnceWhatWasRenamed() throws Exception {
        execute("INSERT INTO \"User\" VALUES (1, 'x')");
        project.write(
                "prisma/schema.prisma",
                RENAMED.replace("fullName String?", "fullName String?\n  other String? @unique"));
        // The other column is new, although it might have been called name too.
        project.typing("1\ny\n");
        assertThat(done("db", "push").out()).contains("now in sync");
        project.typing("");
        project.write("prisma/schema.prisma", USER);
        assertThat(failed(130, "db", "push").err()).contains("it was not said what was renamed");
        done("db", "push", "--rename", "User.fullName=name", "--accept-data-loss");
    }

    @Test
    void diffPrintsATreeOrPrismasWords() {
        project.write(
                "new.prisma",
                DATASOURCE
                        + "model User {\n  id Int @id\n  name String @default(\"x\")\n  posts Post[]\n}\n"
                        + "model Post {\n  id Int @id\n  author User @relation(fields: [authorId], references: [id])\n"
                        + "  authorId Int\n  at DateTime? @default(now())\n  @@index([at])\n}\n");
        List<String> sides = List.of("migrate", "diff", "--from-config-datasource", "--to-schema", "new.prisma");
        assertThat(done(sides.toArray(String[]::new)).out()).isEqualTo("""
                + table Post
                    + column id INTEGER default autoincrement()
                    + column authorId INTEGER
                    + column at DATETIME? default now()
                    + primary key (id)
                    + foreign key (authorId) to User (id)
                    + index Post_at_idx (at)
                ~ table User
                    ~ column name TEXT? to TEXT, default none to "x"
                """);
        assertThat(done(Stream.concat(sides.stream(), Stream.of("--summary")).toArray(String[]::new))
                        .out())
                .contains("[+] Added tables\n  - Post");
        project.colour();
        assertThat(done(sides.toArray(String[]::new)).out()).startsWith("\u001b[32m+ table Post\u001b[0m\n");
    }

    @Test
    void diffComparesTwoDatabases() {
        project.write("prisma/schema.prisma", RENAMED);
        done("db", "push", "--url", "file:./other.db");
        for (List<String> other :
                List.of(List.of("--from-config-datasource"), List.of("--from-url", "file:./dev.db"))) {
            String[] line = Stream.of(
                            List.of("migrate", "diff"), other, List.of("--to-url", "file:./other.db", "--script"))
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            assertThat(done(line).out()).contains("\"fullName\" TEXT");
        }
        assertThat(failed(
                                2,
                                "migrate",
                                "diff",
                                "--from-url",
                                "file:./other.db",
                                "--to-config-datasource",
                                "--exit-code",
                                "--rename",
                                "User.fullName=name")
                        .out())
                .isEqualTo("~ table User\n    ~ column name renamed from fullName\n");
        assertThat(failed(1, "migrate", "diff", "--from-url", "file:./dev.db", "--to-url", "mysql://u@h/d")
                        .err())
                .contains("error[P1012]");
        assertThat(failed(
                                1,
                                "migrate",
                                "diff",
                                "--from-migrations",
                                "prisma/migrations",
                                "--to-url",
                                "file:./dev.db",
                                "--shadow-database-url",
                                "file:dev.db?connection_limit=1")
                        .err())
                .contains("The shadow database is the database itself");
    }

    @Test
    void squashNeedsConsentAndLeavesOneMigration() throws Exception {
        project.write("prisma/schema.prisma", RENAMED);
        done("migrate", "dev", "--name", "second", "--rename", "User.name=fullName");
        assertThat(failed(1, "migrate", "squash").err()).contains("give --force");
        project.typing("n\n");
        failed(130, "migrate", "squash");
        project.typing("y\n");
        assertThat(done("migrate", "squash", "--name", "Start Here").out()).contains("2 migrations are one now");
        assertThat(names()).singleElement().asString().endsWith("_start_here");
        assertThat(done("migrate", "status").out()).contains("up to date");
        assertThat(done("migrate", "reset", "--force").out()).contains("one migration was applied");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(folder.resolve("prisma/migrations"))) {
            return list.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dev.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
