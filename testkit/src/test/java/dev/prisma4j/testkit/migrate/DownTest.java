package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.DownPlan;
import dev.prisma4j.migrate.command.DownResult;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DownTest {
    private static final String FIRST = "model User {\n  id Int @id @default(autoincrement())\n  name String?\n}\n";
    private static final String SECOND = """
            model User {
              id    Int    @id @default(autoincrement())
              name  String @default("nobody")
              email String? @unique
              role  Role   @default(USER)
              posts Post[]
            }
            model Post {
              id       Int  @id @default(autoincrement())
              author   User @relation(fields: [authorId], references: [id])
              authorId Int
            }
            enum Role {
              USER
              ADMIN
            }
            """;
    private static final String THIRD = SECOND.replace("  ADMIN\n", "  ADMIN\n  GUEST\n")
            .replace("  email String? @unique\n", "  email String?\n  age Int?\n  @@index([email, age])\n");

    @TempDir
    Path folder;

    private static Schema schema(DatabaseKind kind, String models) {
        return SchemaCompiler.compile(List.of(SourceFile.of(
                        "schema.prisma",
                        "datasource db {\n  provider = \"" + kind.provider().text() + "\"\n}\n" + models)))
                .orThrow();
    }

    private Migrate project(TestDatabase database, String models) {
        return Migrate.of(schema(database.kind(), models), database.url(), folder);
    }

    private static DownOptions accepting(int steps) {
        return new DownOptions(steps, null, true, plan -> true);
    }

    private void develop(TestDatabase database, String... versions) {
        for (String models : versions) {
            DevResult result =
                    project(database, models).dev(new DevOptions(() -> "step", false, dangers -> true), FAILING_NOTES);
            assertThat(result).isInstanceOf(DevResult.Created.class);
        }
    }

    private static final Progress FAILING_NOTES = new Progress() {
        @Override
        public void note(String message) {
            throw new AssertionError(message);
        }
    };

    private List<MigrationFile> files(TestDatabase database) {
        return project(database, FIRST).project().folder().migrations();
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EnumSource.Mode.EXCLUDE)
    void whatDevDidIsUndoneAndDoneAgain(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            develop(database, FIRST, SECOND, THIRD);
            List<MigrationFile> files = files(database);
            assertThat(files).hasSize(3).allMatch(MigrationFile::hasDown);
            assertThat(files.get(1).downScript())
                    .startsWith("-- Undoes this migration")
                    .contains("Warnings:", "-- DropTable");
            Migrate project = project(database, THIRD);

            String first = files.get(0).name();
            DownResult undone = project.down(new DownOptions(1, first, true, plan -> true), Progress.NONE);

            assertThat(undone)
                    .isEqualTo(new DownResult.Undone(
                            List.of(files.get(2).name(), files.get(1).name())));
            assertThat(project.status().history().unapplied())
                    .containsExactly(files.get(1).name(), files.get(2).name());
            assertThat(project.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(schema(kind, FIRST)))
                            .summary())
                    .isEqualTo("No difference detected.");
            assertThat(project.deploy()).hasSize(2);
            assertThat(project.down(accepting(3), Progress.NONE)).isInstanceOf(DownResult.Undone.class);
            assertThatThrownBy(() -> project.down(accepting(1), Progress.NONE))
                    .hasMessageContaining("Only 0 migrations are applied");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EnumSource.Mode.EXCLUDE)
    void rowsAreNotLostWithoutConsentAndScriptsAreTriedFirst(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            develop(database, FIRST, SECOND);
            Migrate project = project(database, SECOND);
            String quote = kind == DatabaseKind.MYSQL || kind == DatabaseKind.MARIADB ? "`" : "\"";
            database.execute("INSERT INTO " + quote + "User" + quote + " (email) VALUES ('a@b.c')");
            List<DownPlan> asked = new ArrayList<>();
            Predicate<DownPlan> refuse = plan -> {
                asked.add(plan);
                return false;
            };

            assertThat(project.down(new DownOptions(1, null, true, refuse), Progress.NONE))
                    .isInstanceOf(DownResult.NotAccepted.class);
            assertThat(asked.get(0).dataLoss().warnings().toString())
                    .contains("email")
                    .doesNotContain("Post");
            assertThat(project.status().isUpToDate()).isTrue();
            assertThat(project.down(new DownOptions(1, null, false, refuse), Progress.NONE))
                    .as("without the check nobody knows what is lost")
                    .isInstanceOf(DownResult.NotAccepted.class);

            MigrationFile last = files(database).get(1);
            String good = last.downScript();

            last.writeDown("-- nothing");
            assertThatThrownBy(() -> project.down(accepting(1), Progress.NONE))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("does not undo the migration")
                    .hasMessageContaining("Removed tables");
            last.writeDown("DROP TABLE nonsense;");
            assertThatThrownBy(() -> project.down(accepting(1), Progress.NONE)).hasMessageContaining("nonsense");
            Files.delete(last.downPath());
            assertThatThrownBy(() -> project.down(accepting(1), Progress.NONE))
                    .hasMessageContaining("no down.sql stands beside the migration");
            assertThat(project.status().isUpToDate()).isTrue();

            assertThat(project.writeDown(2, null, false, FAILING_NOTES)).containsExactly(last.name());
            assertThat(last.downScript()).isEqualTo(good);
            assertThat(project.down(accepting(1), Progress.NONE)).isInstanceOf(DownResult.Undone.class);
            project.deploy();
            database.execute("CREATE TABLE surprise (id INT)");
            assertThatThrownBy(() -> project.down(accepting(1), Progress.NONE))
                    .hasMessageContaining("not as its migrations say")
                    .hasMessageContaining("surprise");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EnumSource.Mode.EXCLUDE)
    void aScriptThatStopsHalfWayIsToldByTheHistory(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            develop(database, FIRST, FIRST + "model Other {\n  id Int @id\n}\n");
            Migrate project = project(database, FIRST);
            MigrationFile last = files(database).get(1);
            last.writeDown(last.downScript() + "\nSELECT * FROM nonsense;\n");
            DownOptions unchecked = new DownOptions(1, null, false, plan -> true);
            boolean whole = kind == DatabaseKind.POSTGRESQL || kind == DatabaseKind.SQLITE;

            assertThatThrownBy(() -> project.down(unchecked, Progress.NONE))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining(whole ? "it is applied as before" : "the history shows it as failed");

            if (whole) {
                assertThat(project.status().isUpToDate()).isTrue();
            } else {
                assertThatThrownBy(() -> project.down(unchecked, Progress.NONE))
                        .isInstanceOfSatisfying(
                                MigrateException.class,
                                e -> assertThat(e.code()).isEqualTo("P3009"));
                project.markRolledBack(last.name());
                assertThat(project.deploy()).containsExactly(last.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void rowsThatTheTablesAfterwardsDoNotMissAreAskedFor(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            Path first = Files.createDirectories(folder.resolve("migrations/1_a"));
            Files.writeString(
                    first.resolve("migration.sql"), "CREATE TABLE a (id INT, n INT); CREATE TABLE b (id INT);");
            MigrationFile second = new MigrationFile(Files.createDirectories(folder.resolve("migrations/2_b")));
            Files.writeString(second.scriptPath(), "SELECT 1;");
            Migrate project = project(database, "");
            project.deploy();
            database.execute("INSERT INTO a VALUES (1, 2)");

            assertThat(warnings(project, second, "DROP TABLE a; CREATE TABLE a (id INT, n INT);"))
                    .contains("drops the table `a`, which has 1 rows, without having copied it, on line 1");
            assertThat(warnings(
                            project,
                            second,
                            "ALTER TABLE a RENAME TO old; CREATE TABLE a (id INT, n INT); DROP TABLE old;"))
                    .contains("without having copied it");
            assertThat(warnings(project, second, "DROP TABLE b; CREATE TABLE b (id INT);"))
                    .isEmpty();
            String copy =
                    "CREATE TABLE c (id INT, n INT); INSERT INTO c SELECT * FROM a; DROP TABLE a; ALTER TABLE c RENAME TO a;";
            assertThat(warnings(project, second, copy)).isEmpty();
            assertThat(warnings(project, second, "ALTER TABLE a DROP COLUMN n; ALTER TABLE a ADD COLUMN n INT;"))
                    .contains("drops the column `n` of `a`");
            assertThat(warnings(project, second, "WITH x AS (SELECT 1) DELETE FROM a;"))
                    .contains("deletes rows");
            if (kind == DatabaseKind.SQLITE) {
                assertThat(warnings(project, second, "REPLACE INTO a VALUES (1, 3);"))
                        .contains("deletes rows");
            }
        }
    }

    /** What is asked before the migration is undone; afterwards it is applied as before. */
    private static String warnings(Migrate project, MigrationFile migration, String down) {
        migration.writeDown(down);
        StringBuilder asked = new StringBuilder();
        DownResult result = project.down(
                new DownOptions(1, null, true, plan -> {
                    plan.dataLoss().warnings().forEach(warning -> asked.append(warning.message()));
                    return false;
                }),
                Progress.NONE);
        if (result instanceof DownResult.Undone) {
            project.deploy();
        }
        return asked.toString();
    }
}
