package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.DownResult;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.SquashOptions;
import dev.prisma4j.migrate.command.SquashOptions.Statements;
import dev.prisma4j.migrate.command.SquashResult;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SquashTest {
    private static final String FIRST = "model User {\n  id Int @id @default(autoincrement())\n}\n";
    private static final String SECOND =
            "model User {\n  id Int @id @default(autoincrement())\n  email String @unique\n}\n";
    private static final String THIRD = SECOND + "model Post {\n  id Int @id\n}\n";

    @TempDir
    Path folder;

    private Migrate project(TestDatabase database, String models) {
        return Migrate.of(
                SchemaCompiler.compile(List.of(SourceFile.of(
                                "schema.prisma",
                                "datasource db {\n  provider = \""
                                        + database.kind().provider().text() + "\"\n}\n" + models)))
                        .orThrow(),
                database.url(),
                folder);
    }

    private static final DevOptions DEV = new DevOptions(() -> "step", false, dangers -> true);
    private static final SquashOptions ALL = new SquashOptions(null, null, "all", Statements.REFUSE);

    private static SquashOptions with(Statements statements) {
        return new SquashOptions(null, null, "all_again", statements);
    }

    private static List<String> names(Migrate project) {
        return project.project().folder().migrations().stream()
                .map(MigrationFile::name)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EnumSource.Mode.EXCLUDE)
    void databasesWithAndWithoutTheOldMigrationsGoOn(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh();
                TestDatabase production = TestDatabase.server(kind).fresh();
                TestDatabase empty = TestDatabase.server(kind).fresh()) {
            project(database, FIRST).dev(DEV);
            project(database, SECOND).dev(DEV);
            project(database, THIRD).dev(DEV);
            Migrate project = project(database, THIRD);
            assertThat(project(production, THIRD).deploy()).hasSize(3);
            List<String> old = names(project);

            SquashResult result = project.squash(ALL, Progress.NONE);

            assertThat(result.replaced()).isEqualTo(old);
            assertThat(result.noted()).isTrue();
            String squash = result.created().name();
            assertThat(names(project)).containsExactly(squash);
            assertThat(project.status().isUpToDate()).isTrue();
            assertThat(project.dev(DEV)).isInstanceOf(DevResult.InSync.class);
            Migrate live = project(production, THIRD);
            assertThat(live.status().adoptable()).containsExactly(squash);
            assertThat(live.deploy()).isEmpty();
            assertThat(live.status().isUpToDate()).isTrue();
            Migrate fresh = project(empty, THIRD);
            assertThat(fresh.deploy()).containsExactly(squash);
            assertThat(fresh.diff(
                                    new DiffSide.OfDatabase(),
                                    new DiffSide.OfDatabaseAt(live.project().address()))
                            .isEmpty())
                    .isTrue();
            assertThat(fresh.down(new DownOptions(1, null, true, plan -> true), Progress.NONE))
                    .isInstanceOf(DownResult.Undone.class);
            assertThat(fresh.deploy()).containsExactly(squash);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void whatWasWrittenByHandIsNotLostUnlessThatIsMeant(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh();
                TestDatabase behind = TestDatabase.server(kind).fresh()) {
            project(database, FIRST).dev(DEV);
            Migrate project = project(database, SECOND);
            project.dev(DEV);
            project(behind, SECOND).deploy();
            project.squash(ALL, Progress.NONE);
            Path own = Files.createDirectories(folder.resolve("migrations/20990101000000_own"));
            Files.writeString(
                    own.resolve("migration.sql"),
                    "CREATE VIEW \"Emails\" AS SELECT \"email\" FROM \"User\";\nINSERT INTO \"User\" (\"email\") VALUES ('a');");
            assertThatThrownBy(() -> project.squash(with(Statements.KEEP), Progress.NONE))
                    .hasMessageContaining("only some of these migrations");
            project.deploy();

            assertThatThrownBy(() -> project.squash(with(Statements.REFUSE), Progress.NONE))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("20990101000000_own, line 1: CREATE VIEW")
                    .hasMessageContaining("line 2: INSERT INTO");
            Files.writeString(own.resolve("notes.md"), "mine");
            assertThatThrownBy(() -> project.squash(with(Statements.KEEP), Progress.NONE))
                    .hasMessageContaining("20990101000000_own/notes.md");
            Files.delete(own.resolve("notes.md"));
            assertThat(names(project)).hasSize(2);

            MigrationFile squash =
                    project.squash(with(Statements.KEEP), Progress.NONE).created();
            assertThat(squash.script()).contains("-- From 20990101000000_own", "CREATE VIEW");
            assertThat(names(project)).containsExactly("20990101000000_all_again");
            assertThat(project.status().isUpToDate()).isTrue();
            assertThatThrownBy(() -> project(behind, SECOND).deploy())
                    .as("a database that never saw the first squash has its parts, but not the rest")
                    .hasMessageContaining("It lacks 20990101000000_own");
            Path later = Files.createDirectories(folder.resolve("migrations/20990101000001_x"));
            Files.writeString(later.resolve("migration.sql"), "SELECT 1;");
            assertThatThrownBy(
                            () -> project.squash(new SquashOptions(null, "nope", "a", Statements.DROP), Progress.NONE))
                    .hasMessageContaining("nope");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void anInterruptedSquashIsFinishedByTheNext(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            project(database, FIRST).dev(DEV);
            project(database, SECOND).dev(DEV);
            Migrate project = project(database, SECOND);
            Path first = folder.resolve("migrations/" + names(project).get(0));
            byte[] script = Files.readAllBytes(first.resolve("migration.sql"));
            project.squash(ALL, Progress.NONE);
            // As if the process had died before it deleted this folder.
            Files.createDirectories(first);
            Files.write(first.resolve("migration.sql"), script);

            assertThat(names(project)).hasSize(1);
            assertThat(project.dev(DEV)).isInstanceOf(DevResult.InSync.class);
            assertThatThrownBy(() -> project.squash(ALL, Progress.NONE)).hasMessageContaining("not two migrations");
            assertThat(first).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aMigrationThatIsBackAndChangedIsNeitherDeletedNorPassedOver(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            project(database, FIRST).dev(DEV);
            project(database, SECOND).dev(DEV);
            Migrate project = project(database, SECOND);
            Path first = folder.resolve("migrations/" + names(project).get(0));
            String script = Files.readString(first.resolve("migration.sql"));
            project.squash(ALL, Progress.NONE);
            Files.createDirectories(first);

            Files.writeString(first.resolve("migration.sql"), script + "CREATE TABLE more (id INT);");
            assertThatThrownBy(project::deploy).hasMessageContaining("has another script");
            assertThatThrownBy(project::status).hasMessageContaining(first.getFileName() + "");
            assertThatThrownBy(() -> project.squash(ALL, Progress.NONE)).hasMessageContaining("has another script");
            Files.writeString(first.resolve("migration.sql"), script.replace("\n", "\r\n"));
            Files.writeString(first.resolve("backup-data.csv"), "1,2");
            assertThatThrownBy(() -> project.squash(ALL, Progress.NONE)).hasMessageContaining("backup-data.csv");
            assertThat(first.resolve("backup-data.csv")).exists();

            Files.delete(first.resolve("backup-data.csv"));
            assertThat(project.deploy()).isEmpty();
            assertThatThrownBy(
                            () -> project.squash(new SquashOptions("nope", null, "a", Statements.DROP), Progress.NONE))
                    .hasMessageContaining("nope");
            assertThat(first).exists();
            assertThatThrownBy(() -> project.squash(ALL, Progress.NONE)).hasMessageContaining("not two migrations");
            assertThat(first).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aDatabaseThatHasOtherMigrationsByTheSameNamesDoesNotGetTheSquash(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh();
                TestDatabase production = TestDatabase.server(kind).fresh();
                TestDatabase windows = TestDatabase.server(kind).fresh()) {
            write("1_a", "CREATE TABLE a (id INT);\n");
            write("2_b", "CREATE TABLE b (id INT);\n");
            project(database, "").deploy();
            write("1_a", "CREATE TABLE other (id INT);\n");
            project(production, "").deploy();
            write("1_a", "CREATE TABLE a (id INT);\r\n");
            project(windows, "").deploy();
            write("1_a", "CREATE TABLE a (id INT);\n");
            String squash =
                    project(database, "").squash(ALL, Progress.NONE).created().name();

            assertThat(project(windows, "").deploy()).isEmpty();
            assertThat(project(windows, "").status().isUpToDate()).isTrue();
            assertThat(project(production, "").status().adoptable()).isEmpty();
            assertThatThrownBy(() -> project(production, "").deploy()).hasMessageContaining("with another script: 1_a");
            project(production, "").markApplied(squash);
        }
    }

    private void write(String migration, String script) throws Exception {
        Path path = Files.createDirectories(folder.resolve("migrations/" + migration));
        Files.writeString(path.resolve("migration.sql"), script);
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void waysBackThatWereWrittenByHandAreKeptOrMentioned(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            project(database, FIRST).dev(DEV);
            project(database, SECOND).dev(DEV);
            project(database, THIRD).dev(DEV);
            Migrate project = project(database, THIRD);
            List<String> names = names(project);
            Path down = folder.resolve("migrations/" + names.get(1) + "/down.sql");
            Files.writeString(down, Files.readString(down) + "UPDATE \"User\" SET \"id\" = \"id\";\n");
            List<String> notes = new ArrayList<>();
            Progress noting = new Progress() {
                @Override
                public void note(String message) {
                    notes.add(message);
                }
            };

            MigrationFile kept = project.squash(
                            new SquashOptions(names.get(0), names.get(1), "two", Statements.KEEP), noting)
                    .created();
            assertThat(notes).isEmpty();
            assertThat(kept.downScript()).contains("-- From " + names.get(1), "UPDATE \"User\"", "DROP TABLE \"User\"");
            project.squash(with(Statements.REFUSE), noting);
            assertThat(notes.toString()).contains("written by hand").contains(kept.name());
        }
    }
}
