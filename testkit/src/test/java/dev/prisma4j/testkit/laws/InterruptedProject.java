package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.DatabaseKinds;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.Project;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.Status;
import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.history.MigrationFolder;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.url.DatabaseUrl;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A project in which a command was stopped, and how people go on in it.
 *
 * @param database its database
 * @param root the folder with its migrations
 */
record InterruptedProject(TestDatabase database, Path root) {
    static final String FIRST = "model User {\n  id Int @id @default(autoincrement())\n  name String?\n}\n";
    static final String SECOND = """
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
    static final String THIRD = SECOND.replace("  ADMIN\n", "  ADMIN\n  GUEST\n")
            .replace("  email String? @unique\n", "  email String?\n  age Int?\n  @@index([email, age])\n");
    static final String FOURTH =
            THIRD.replace("  authorId Int\n", "  authorId Int\n  title String?\n  @@index([title])\n")
                    + "model Tag {\n  name String @id\n}\n";

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String NOTES = "migrations/README.md";

    // ---- making it

    private static Schema schema(DatabaseKind kind, String models) {
        return schema(kind.provider().text(), models);
    }

    private static Schema schema(String provider, String models) {
        String text = "datasource db {\n  provider = \"" + provider + "\"\n}\n" + models;
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)))
                .orThrow();
    }

    /** Writes the migrations of three versions of the schema, and a file of somebody's beside them. */
    static void writeHistory(DatabaseKind kind, Path root) throws IOException {
        if (Files.exists(root.resolve(NOTES))) {
            return;
        }
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            int hour = 0;
            for (String models : List.of(FIRST, SECOND, THIRD)) {
                Clock clock = Clock.fixed(START.plus(Duration.ofHours(hour++)), ZoneOffset.UTC);
                Migrate migrate =
                        Migrate.of(schema(kind, models), database.url(), root).withClock(clock);
                assertThat(migrate.dev(InterruptionLawTest.DEV)).isInstanceOf(DevResult.Created.class);
            }
        }
        Files.writeString(root.resolve(NOTES), "mine");
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    static Migrate migrate(String provider, String url, Path root, String models) {
        return Migrate.of(schema(provider, models), url, root);
    }

    Migrate ours(String models) {
        return Migrate.of(schema(database.kind(), models), database.url(), root);
    }

    /** The project as a command sees it that stops at a moment. */
    Project crashing(String models, CrashPoint point) {
        Schema schema = schema(database.kind(), models);
        return new Project(
                schema,
                CrashingDatabase.of(DatabaseKinds.of(schema.provider()), point),
                new DatabaseAddress(DatabaseUrl.parse(database.url()), root),
                null,
                new MigrationFolder(new CrashingFiles(point).path(root.resolve("migrations"))),
                Set.of(),
                "",
                Clock.systemUTC());
    }

    void deployWithRows() throws SQLException {
        assertThat(ours(THIRD).deploy()).hasSize(3);
        String quote = database.kind().provider() == Provider.MYSQL ? "`" : "\"";
        database.execute("INSERT INTO " + quote + "User" + quote + " (name, email) VALUES ('a', 'x'), ('b', NULL)");
    }

    private int users() throws SQLException {
        String quote = database.kind().provider() == Provider.MYSQL ? "`" : "\"";
        return numbers("SELECT COUNT(*) FROM " + quote + "User" + quote).get(0);
    }

    private List<Integer> numbers(String sql) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    // ---- what always holds

    private boolean commitsByItself() {
        return database.kind().provider() == Provider.MYSQL;
    }

    /** The migration that the history shows as failed; where scripts are transactions there is none. */
    private List<String> failed(Migrate migrate) {
        Project project = migrate.project();
        if (!project.kind().exists(project.address())) {
            return List.of(); // a reset was stopped after it dropped the database
        }
        List<String> failed = migrate.status().history().failed().stream()
                .map(HistoryRow::name)
                .toList();
        assertThat(failed).hasSizeLessThan(2);
        failed.forEach(name -> assertThat(codeOf(migrate::deploy)).isEqualTo("P3009"));
        return failed;
    }

    private static String codeOf(Runnable command) {
        try {
            command.run();
            return "none";
        } catch (MigrateException e) {
            return String.valueOf(e.code());
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                found.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }

    /** The files as they were before the command, by their place in the folder. */
    private Map<String, String> filesBefore() throws IOException {
        return new InterruptedProject(database, root.resolveSibling("template")).files();
    }

    private void nothingIsLost() throws IOException {
        assertThat(files()).containsAllEntriesOf(filesBefore());
    }

    private void isDeveloped(String models) throws IOException {
        Migrate migrate = ours(models);
        assertThat(migrate.dev(InterruptionLawTest.DEV)).isInstanceOf(DevResult.InSync.class);
        Status.Report status = migrate.status();
        assertThat(status.isUpToDate()).as("%s", status).isTrue();
        assertThat(status.history().edited()).isEmpty();
        try (Stream<Path> entries = Files.list(root)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()).toList())
                    .as("nothing is left over")
                    .containsExactly("migrations");
        }
        for (MigrationFile file : migrate.project().folder().migrations()) {
            assertThat(file.scriptPath()).isNotEmptyFile();
        }
    }

    /** Runs what was not run of a script, as a person would who looks at the tables. */
    private void repair(Migrate migrate, String script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (SqlStatement sql : migrate.project().kind().statements(script)) {
                try {
                    statement.execute(sql.text());
                } catch (SQLException done) {
                    assertThat((Throwable) done).isNotNull();
                }
            }
        }
    }

    private boolean isAsSchema(String models) {
        return ours(models)
                .diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(schema(database.kind(), models)))
                .isEmpty();
    }

    // ---- deploy

    private static String journalName(int i) {
        return "202602010000" + (10 + i) + "_m";
    }

    /** Other migrations, each of which tells a journal that it was applied. */
    void writeJournal(int migrations) throws IOException {
        for (MigrationFile file : ours(THIRD).project().folder().migrations()) {
            for (String name : List.of("migration.sql", "down.sql", "")) {
                Files.delete(file.folder().resolve(name));
            }
        }
        for (int i = 0; i < migrations; i++) {
            Path migration = Files.createDirectories(root.resolve("migrations/" + journalName(i)));
            boolean commits = i == 1 && !commitsByItself();
            Files.writeString(
                    migration.resolve("migration.sql"),
                    (commits ? "BEGIN;\n" : "")
                            + (i == 0 ? "CREATE TABLE journal (n INT);\n" : "")
                            + "CREATE TABLE t" + i + " (x INT);\n"
                            + "INSERT INTO journal VALUES (" + i + ");\n"
                            + (commits ? "COMMIT;\n" : ""));
        }
    }

    void goOnDeploying(int migrations) throws SQLException {
        Migrate migrate = ours(THIRD);
        for (String name : failed(migrate)) {
            int number = Integer.parseInt(name.substring(12, 14)) - 10;
            boolean whole = !commitsByItself() && number != 1;
            assertThat(whole && hasTable("t" + number))
                    .as("%s left a half", name)
                    .isFalse();
            repair(migrate, "DROP TABLE t" + number + ";DELETE FROM journal WHERE n = " + number);
            if (number == 0) {
                repair(migrate, "DROP TABLE journal");
            }
            migrate.markRolledBack(name);
        }
        migrate.deploy();
        List<Integer> expected = IntStream.range(0, migrations).boxed().toList();
        assertThat(numbers("SELECT n FROM journal ORDER BY n")).isEqualTo(expected);
        assertThat(migrate.status().isUpToDate()).isTrue();
    }

    private boolean hasTable(String name) {
        try {
            return !numbers("SELECT COUNT(*) FROM " + name).isEmpty();
        } catch (SQLException missing) {
            return false;
        }
    }

    // ---- the others

    void goOnDown() throws Exception {
        nothingIsLost();
        Migrate migrate = ours(THIRD);
        List<MigrationFile> files = migrate.project().folder().migrations();
        for (String name : failed(migrate)) {
            assertThat(commitsByItself()).as("%s is left half-way", name).isTrue();
            repair(
                    migrate,
                    migrate.project().folder().migration(name).orElseThrow().downScript());
            migrate.markRolledBack(name);
        }
        int applied = migrate.status().history().applied().size();
        if (applied > 1) {
            migrate.down(new DownOptions(1, files.get(0).name(), true, plan -> true), Progress.NONE);
        }
        assertThat(migrate.status().history().applied())
                .containsExactly(files.get(0).name());
        assertThat(isAsSchema(FIRST)).isTrue();
        assertThat(users()).isEqualTo(2);
        assertThat(migrate.deploy()).hasSize(2);
        nothingIsLost();
        isDeveloped(THIRD);
    }

    void goOnSquashing() throws Exception {
        Migrate migrate = ours(THIRD);
        assertThat(failed(migrate)).isEmpty();
        assertThat(files()).containsEntry(NOTES, "mine");
        boolean squashed = migrate.project().folder().migrations().size() == 1;
        if (squashed) {
            Status.Report status = migrate.status();
            assertThat(status.isUpToDate() || status.adoptable().size() == 1).isTrue();
            assertThat(migrate.deploy()).isEmpty();
        } else {
            nothingIsLost();
            migrate.squash(InterruptionLawTest.SQUASH, Progress.NONE);
        }
        // The next squash tidies up, also where there is nothing to put together.
        codeOf(() -> migrate.squash(InterruptionLawTest.SQUASH, Progress.NONE));
        assertThat(users()).isEqualTo(2);
        assertThat(files()).hasSize(5).containsEntry(NOTES, "mine");
        isDeveloped(THIRD);
        try (TestDatabase other = TestDatabase.server(database.kind()).fresh()) {
            InterruptedProject fresh = new InterruptedProject(other, root);
            assertThat(fresh.ours(THIRD).deploy()).hasSize(1);
            assertThat(fresh.isAsSchema(THIRD)).isTrue();
        }
    }

    void goOnDeveloping() throws Exception {
        nothingIsLost();
        Migrate migrate = ours(FOURTH);
        for (String name : failed(migrate)) {
            if (commitsByItself()) {
                repair(
                        migrate,
                        migrate.project().folder().migration(name).orElseThrow().script());
                migrate.markApplied(name);
            } else {
                assertThat(isAsSchema(THIRD)).as("nothing of %s is left", name).isTrue();
                migrate.markRolledBack(name);
            }
        }
        migrate.dev(InterruptionLawTest.DEV);
        assertThat(users()).isEqualTo(2);
        isDeveloped(FOURTH);
        assertThat(migrate.project().folder().migrations()).hasSize(4);
        nothingIsLost();
    }

    void goOnPushing(PushOptions options, int rows) throws Exception {
        ours(FOURTH).push(options);
        assertThat(isAsSchema(FOURTH)).isTrue();
        assertThat(users()).isEqualTo(rows);
        nothingIsLost();
    }

    void goOnResetting() throws Exception {
        failed(ours(THIRD));
        ours(THIRD).reset(Progress.NONE);
        assertThat(users()).isZero();
        nothingIsLost();
        isDeveloped(THIRD);
    }
}
