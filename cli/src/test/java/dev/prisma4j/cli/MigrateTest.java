package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateTest {
    private static final String DATASOURCE = "datasource db {\n  provider = \"sqlite\"\n}\n";
    private static final String USER = DATASOURCE + "model User {\n  id Int @id\n  name String?\n}\n";
    private static final String USER_WITH_EMAIL =
            DATASOURCE + "model User {\n  id Int @id\n  name String?\n  email String?\n}\n";
    private static final String USER_WITHOUT_NAME = DATASOURCE + "model User {\n  id Int @id\n}\n";

    @TempDir
    Path folder;

    private CommandRun project = new CommandRun(Path.of(""));

    @BeforeEach
    void aProjectWithOneModel() {
        project = new CommandRun(folder)
                .write("prisma/schema.prisma", USER)
                .write("prisma.config.toml", "datasource.url = 'file:./dev.db'");
    }

    @Test
    void devWritesAndAppliesAMigration() throws Exception {
        CommandRun.Result result = project.run("migrate", "dev", "--name", "Create User");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(migrations()).singleElement().asString().matches("\\d{14}_create_user");
        assertThat(project.read("prisma/migrations/" + migrations().get(0) + "/migration.sql"))
                .contains("CREATE TABLE \"User\"");
        assertThat(project.read("prisma/migrations/migration_lock.toml")).contains("provider = \"sqlite\"");
        assertThat(columns("User")).containsExactly("id", "name");
        assertThat(project.run("migrate", "dev").out()).contains("Already in sync");
        assertThat(migrations()).hasSize(1);
    }

    @Test
    void devWithoutANameOrATerminalNamesTheMigrationByItsTime() throws Exception {
        assertThat(project.run("migrate", "dev").status()).isZero();
        assertThat(migrations()).singleElement().asString().matches("\\d{14}");
    }

    @Test
    void createOnlyLeavesTheDatabaseAlone() throws Exception {
        CommandRun.Result result = project.run("migrate", "dev", "--create-only", "--name", "later");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("not applied yet");
        assertThat(columns("User")).isEmpty();
        assertThat(project.run("migrate", "deploy").out()).contains("One migration was applied.");
        assertThat(columns("User")).containsExactly("id", "name");
        assertThat(project.run("migrate", "deploy").out()).contains("No pending migrations.");
    }

    @Test
    void statusSaysWhatIsMissing() {
        project.run("migrate", "dev", "--name", "a");
        assertThat(project.run("migrate", "status").status()).isZero();
        project.write("prisma/migrations/30000101000000_b/migration.sql", "CREATE TABLE b (id INTEGER);");
        CommandRun.Result result = project.run("migrate", "status");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("not applied yet", "30000101000000_b");
    }

    @Test
    void aMigrationThatWouldLoseDataIsNotMadeWhenNobodyCanAgree() throws Exception {
        project.run("migrate", "dev", "--name", "a");
        execute("INSERT INTO \"User\" VALUES (1, 'x')");
        project.write("prisma/schema.prisma", USER_WITHOUT_NAME);
        CommandRun.Result result = project.run("migrate", "dev", "--name", "drop");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("may lose data", "name");
        assertThat(migrations()).hasSize(1);
        assertThat(columns("User")).contains("name");
    }

    @Test
    void aDriftedDatabaseAsksForAResetWithStatus130() throws Exception {
        project.run("migrate", "dev", "--name", "a");
        execute("CREATE TABLE surprise (id INTEGER)");
        CommandRun.Result result = project.run("migrate", "dev", "--name", "b");
        assertThat(result.status()).isEqualTo(130);
        assertThat(result.err()).contains("must be reset", "surprise", "migrate reset");
        assertThat(project.run("migrate", "reset").status()).isEqualTo(1);
        assertThat(columns("surprise")).isNotEmpty();
        CommandRun.Result reset = project.run("migrate", "reset", "--force");
        assertThat(reset.status()).as(reset.all()).isZero();
        assertThat(columns("surprise")).isEmpty();
        assertThat(columns("User")).containsExactly("id", "name");
    }

    @Test
    void aFailedMigrationIsReportedAndResolved() throws Exception {
        project.write("prisma/migrations/20200101000000_bad/migration.sql", "CREATE TABLE nonsense (;");
        CommandRun.Result failed = project.run("migrate", "deploy");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).contains("error[P3018]", "20200101000000_bad").doesNotContain("\tat ");
        assertThat(project.run("migrate", "deploy").err()).contains("error[P3009]");
        assertThat(project.run("migrate", "resolve").status()).isEqualTo(1);
        assertThat(project.run("migrate", "resolve", "--applied", "nope").err()).contains("error[P3017]");
        assertThat(project.run("migrate", "resolve", "--rolled-back", "20200101000000_bad")
                        .status())
                .isZero();
        project.write("prisma/migrations/20200101000000_bad/migration.sql", "CREATE TABLE sense (id INTEGER);");
        assertThat(project.run("migrate", "deploy").status()).isZero();
        assertThat(columns("sense")).containsExactly("id");
    }

    @Test
    void diffPrintsWordsOrSqlAndAStatusOnRequest() {
        project.write("new.prisma", USER_WITH_EMAIL);
        CommandRun.Result words =
                project.run("migrate", "diff", "--from-schema", "prisma/schema.prisma", "--to-schema", "new.prisma");
        assertThat(words.status()).as(words.err()).isZero();
        assertThat(words.out()).contains("User").contains("email");
        CommandRun.Result sql = project.run(
                "migrate",
                "diff",
                "--from-schema",
                "prisma/schema.prisma",
                "--to-schema",
                "new.prisma",
                "--script",
                "--exit-code");
        assertThat(sql.status()).isEqualTo(2);
        assertThat(sql.out()).contains("ALTER TABLE \"User\" ADD COLUMN \"email\" TEXT;");
        CommandRun.Result same = project.run(
                "migrate", "diff", "--from-schema", "new.prisma", "--to-schema", "new.prisma", "--exit-code");
        assertThat(same.status()).isZero();
        assertThat(same.out()).isEqualTo("No difference detected.\n");
        CommandRun.Result gone =
                project.run("migrate", "diff", "--from-schema", "new.prisma", "--to-empty", "--script");
        assertThat(gone.out()).contains("DROP TABLE \"User\"");
    }

    @Test
    void diffBetweenSchemasNeedsNoDatabaseOfThatKind() {
        for (String provider : List.of("sqlserver", "cockroachdb", "postgresql", "mysql")) {
            String schema = """
                    datasource db {
                      provider = "%s"
                    }
                    model User {
                      id   BigInt @id
                      name String%s
                    }
                    """;
            project.write("before.prisma", schema.formatted(provider, ""));
            project.write("after.prisma", schema.formatted(provider, "?"));
            CommandRun.Result made =
                    project.run("migrate", "diff", "--from-empty", "--to-schema", "before.prisma", "--script");
            assertThat(made.status()).as(made.err()).isZero();
            assertThat(made.out()).contains("CREATE TABLE").contains("User");
            CommandRun.Result changed = project.run(
                    "migrate", "diff", "--from-schema", "before.prisma", "--to-schema", "after.prisma", "--script");
            assertThat(changed.out()).as(provider).contains("ALTER TABLE");
            CommandRun.Result gone =
                    project.run("migrate", "diff", "--from-schema", "before.prisma", "--to-empty", "--script");
            assertThat(gone.out()).as(provider).contains("DROP TABLE");
        }
    }

    @Test
    void aShadowDatabaseIsNeverADatabaseThatIsMigrated() throws Exception {
        project.run("migrate", "dev", "--name", "a");
        execute("INSERT INTO \"User\" (id) VALUES (1)");
        project.write("prisma/schema.prisma", USER_WITH_EMAIL);
        project.write(
                "prisma.config.toml",
                "[datasource]\nurl = 'file:./dev.db'\nshadowDatabaseUrl = 'file:dev.db?timeout=9'");
        assertThat(project.run("migrate", "dev").err()).contains("The shadow database is the database itself");
        project.write("prisma.config.toml", "datasource.url = 'file:./other.db'");
        CommandRun.Result other = project.run(
                "migrate",
                "diff",
                "--from-migrations",
                "prisma/migrations",
                "--to-schema",
                "prisma/schema.prisma",
                "--shadow-database-url",
                "file:./dev.db");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("_prisma_migrations").contains("Name another one");
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void resetFindsOutBeforehandThatAScriptIsMissing() throws Exception {
        project.run("migrate", "dev", "--name", "a");
        execute("INSERT INTO \"User\" (id) VALUES (1)");
        Files.createDirectories(project.file("prisma/migrations/30000101000000_b"));
        assertThat(project.run("migrate", "reset", "--force").err()).contains("P3015");
        assertThat(users()).isEqualTo(1);
        CommandRun.Result push = project.run("db", "push", "--force-reset", "--rename", "Person=User");
        assertThat(push.err()).contains("nothing that --rename could keep");
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void aShadowDatabaseWhoseVariableIsNotSetIsNone() {
        project.write(
                "prisma.config.toml",
                "[datasource]\nurl = 'file:./dev.db'\nshadowDatabaseUrl = 'env(\"SHADOW\")'\n"
                        + "directUrl = 'env(\"NOPE\")'");
        CommandRun.Result result = project.run("migrate", "dev", "--name", "a", "--url", "file:./dev.db");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(project.run("migrate", "dev").err()).contains("NOPE");
    }

    @Test
    void diffRefusesSchemasWithoutADatabaseAndOfSeveral() {
        project.write("none.prisma", "");
        project.write("other.prisma", "datasource db {\n  provider = \"mysql\"\n}\n");
        CommandRun.Result none = project.run("migrate", "diff", "--from-empty", "--to-schema", "none.prisma");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("P1012").contains("no datasource block");
        CommandRun.Result other = project.run(
                "migrate", "diff", "--from-schema", "prisma/schema.prisma", "--to-schema", "other.prisma", "--script");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("different databases: sqlite and mysql");
    }

    @Test
    void diffComparesMigrationsAndDatabases() throws IOException {
        project.run("migrate", "dev", "--name", "a");
        project.write("new.prisma", USER_WITH_EMAIL);
        CommandRun.Result result = project.run(
                "migrate",
                "diff",
                "--from-migrations",
                "prisma/migrations",
                "--to-schema",
                "new.prisma",
                "--script",
                "-o",
                "out.sql");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(project.read("out.sql")).contains("ADD COLUMN \"email\"");
        for (List<String> database :
                List.of(List.of("--from-url", "file:./dev.db"), List.of("--from-config-datasource"))) {
            List<String> line = new ArrayList<>(List.of("migrate", "diff"));
            line.addAll(database);
            line.addAll(List.of("--to-schema", "new.prisma", "--script"));
            CommandRun.Result live = project.run(line.toArray(String[]::new));
            assertThat(live.status()).as(live.err()).isZero();
            assertThat(live.out()).contains("ADD COLUMN \"email\"");
        }
        assertThat(project.run("migrate", "diff", "--from-empty", "--to-empty").err())
                .contains("both sides are empty");
        assertThat(project.run("migrate", "diff", "--from-empty").status()).isEqualTo(1);
    }

    @Test
    void pushMakesTheDatabaseAsTheSchemaSays() throws Exception {
        CommandRun.Result result = project.run("db", "push");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(columns("User")).containsExactly("id", "name");
        assertThat(project.run("db", "push").out()).contains("already in sync");
        execute("INSERT INTO \"User\" VALUES (1, 'x')");
        project.write("prisma/schema.prisma", USER_WITHOUT_NAME);
        CommandRun.Result refused = project.run("db", "push");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("--accept-data-loss");
        assertThat(columns("User")).contains("name");
        assertThat(project.run("db", "push", "--accept-data-loss").status()).isZero();
        assertThat(columns("User")).containsExactly("id");
    }

    @Test
    void anotherDatabaseIsChosenWithUrl() throws Exception {
        assertThat(project.run("db", "push", "--url", "file:./other.db").status())
                .isZero();
        assertThat(project.file("other.db")).exists();
        assertThat(project.file("dev.db")).doesNotExist();
        CommandRun.Result wrong = project.run("db", "push", "--url", "postgresql://u:s3cret@localhost:1/x");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains("error[P1012]").doesNotContain("s3cret");
    }

    @Test
    void executeRunsAScriptFromAFileOrTheStandardInput() throws Exception {
        assertThat(project.input("").run("db", "execute", "--stdin").err()).contains("error[P1003]");
        project.run("db", "push");
        project.write("x.sql", "CREATE TABLE a (id INTEGER); CREATE TABLE b (t TEXT DEFAULT ';');");
        CommandRun.Result result = project.run("db", "execute", "--file", "x.sql");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(columns("b")).containsExactly("t");
        assertThat(project.input("CREATE TABLE c (id INTEGER);")
                        .run("db", "execute", "--stdin", "--url", "file:./dev.db")
                        .status())
                .isZero();
        assertThat(columns("c")).containsExactly("id");
        CommandRun.Result wrong = project.input("CREATE TABLE").run("db", "execute", "--stdin");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).startsWith("Datasource").contains("error").doesNotContain("\tat ");
        assertThat(project.run("db", "execute").status()).isEqualTo(1);
        assertThat(project.input("")
                        .run("db", "execute", "--stdin", "--url", "nonsense")
                        .err())
                .contains("error[P1013]");
        assertThat(project.run("db", "execute", "--file", "nope.sql").err())
                .contains("cannot read nope.sql: it does not exist");
    }

    @Test
    void pullWithForceDoesNotMindInvalidModels() throws Exception {
        project.run("db", "push");
        String broken = USER.replace("model User {", "model User {\n  x Nope") + "model Half {\n  id Int @@@@ {{\n";
        project.write("prisma/schema.prisma", broken);

        assertThat(project.run("db", "pull").status()).isEqualTo(1);
        assertThat(project.read("prisma/schema.prisma")).isEqualTo(broken);
        CommandRun.Result forced = project.run("db", "pull", "--force");

        assertThat(forced.status()).as(forced.all()).isZero();
        assertThat(project.read("prisma/schema.prisma"))
                .contains("datasource db", "model User {")
                .doesNotContain("Nope", "Half");
    }

    @Test
    void pullMakesTheSchemaAsTheDatabaseIs() throws Exception {
        project.run("db", "push");
        execute("CREATE TABLE Pet (id INTEGER NOT NULL PRIMARY KEY, owner INTEGER REFERENCES User (id))");
        CommandRun.Result printed = project.run("db", "pull", "--print");
        assertThat(printed.status()).as(printed.err()).isZero();
        assertThat(printed.out()).contains("model User", "model Pet").startsWith("datasource db");
        assertThat(project.read("prisma/schema.prisma")).isEqualTo(USER);
        CommandRun.Result written = project.run("db", "pull");
        assertThat(written.out()).contains("Introspected 2 models into prisma/schema.prisma");
        assertThat(project.read("prisma/schema.prisma")).isEqualTo(printed.out());
        assertThat(project.run("validate").status()).isZero();
    }

    @Test
    void seedRunsTheConfiguredCommandWithItsArguments() {
        project.write(".env", "SEED_VALUE=from dotenv");
        project.write("prisma.config.toml", "migrations.seed = 'echo \"$SEED_VALUE\"'");
        CommandRun.Result result = project.run("db", "seed", "--", "--user", "a b; echo injected");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("from dotenv --user a b; echo injected\n");
        project.write("prisma.config.toml", "migrations.seed = 'exit 3'");
        assertThat(project.run("db", "seed").err()).contains("ended with status 3");
        project.write("prisma.config.toml", "");
        assertThat(project.run("db", "seed").err()).contains("names no seed command");
    }

    @Test
    void aJavaClassIsSeededWithTheBuildOfTheProject() throws Exception {
        project.write("prisma.config.toml", "migrations.seed = 'db.Seed'");
        assertThat(project.run("db", "seed").err()).contains("there is no pom.xml");
        project.write("pom.xml", "<project/>").write("mvnw", "#!/bin/sh\necho \"$@\"\n");
        assertThat(project.file("mvnw").toFile().setExecutable(true)).isTrue();
        CommandRun.Result result = project.run("db", "seed", "--", "a", "b");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("Running seed class: db.Seed", "-Dexec.mainClass=db.Seed -Dexec.args=a b\n");
        assertThat(project.run("db", "seed", "--", "a b").err()).contains("cannot pass on an argument with blanks");
    }

    private List<String> migrations() throws IOException {
        Path path = project.file("prisma/migrations");
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(path)) {
            return list.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private List<String> columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                ResultSet columns = connection.getMetaData().getColumns(null, null, table, null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        }
        return names;
    }

    private int users() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM \"User\"")) {
            return count.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + project.file("dev.db"));
    }
}
