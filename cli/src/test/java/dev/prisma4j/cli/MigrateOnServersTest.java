// The commands of migrate and db from end to end on PostgreSQL and MySQL.
package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrateOnServersTest {
    private static final String MODELS = """
            model User {
              id    Int     @id @default(autoincrement())
              email String  @unique
              name  String?
            }
            """;

    @TempDir
    Path folder;

    private CommandRun project = new CommandRun(Path.of(""));

    private void projectFor(TestDatabase database, String models) {
        project = new CommandRun(folder)
                .write("prisma/schema.prisma", schema(database, models))
                .write(
                        "prisma.config.toml",
                        "[datasource]\nurl = 'env(\"APP_DATABASE\")'\n[migrations]\n"
                                + "seed = 'echo \"seeding\"; test -n \"$DATABASE_URL$APP_DATABASE\"'\n")
                .with("APP_DATABASE", database.url());
    }

    private static String schema(TestDatabase database, String models) {
        return "datasource db {\n  provider = \"" + database.kind().provider().text() + "\"\n}\n\n" + models;
    }

    private CommandRun.Result done(String... arguments) {
        return ends(0, arguments);
    }

    private CommandRun.Result ends(int status, String... arguments) {
        CommandRun.Result result = project.run(arguments);
        assertThat(result.status())
                .as(String.join(" ", arguments) + "\n" + result.all())
                .isEqualTo(status);
        assertThat(result.all()).doesNotContain("prisma:prisma", "\tat ");
        return result;
    }

    private static String quoted(TestDatabase database, String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "\"" + name + "\"" : "`" + name + "`";
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MYSQL"})
    void aWrongPasswordIsToldAtOnceAndNeverShown(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            projectFor(database, MODELS);
            String url = database.url().replaceFirst("://[^@]*@", "://nobody:battery%20staple@");
            project.with("APP_DATABASE", url).write("a.sql", "SELECT 1;");
            for (String command : List.of(
                    "db push",
                    "db pull",
                    "db execute --file a.sql",
                    "migrate dev --name a",
                    "migrate deploy",
                    "migrate status",
                    "migrate reset --force",
                    "serve --port 0 --schema prisma/schema.prisma --url " + url)) {
                long start = System.nanoTime();
                CommandRun.Result result = ends(1, command.split(" "));
                assertThat(result.err()).as(command).contains("error[P1000]").doesNotContain("staple");
                assertThat(System.nanoTime() - start).as(command).isLessThan(8_000_000_000L);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MYSQL"})
    void aDatabaseIsPushedFilledPulledAndReset(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            projectFor(database, MODELS);
            String user = quoted(database, "User");
            assertThat(ends(1, "db", "pull").err()).contains("error[P4001]");
            assertThat(done("db", "push").out()).contains("now in sync");
            assertThat(done("db", "push").out()).contains("already in sync");
            project.input("INSERT INTO " + user
                    + " (email, name) VALUES ('a;b', 'x');\nCREATE TABLE pets (id INT PRIMARY KEY);");
            done("db", "execute", "--stdin");
            project.write("more.sql", "INSERT INTO " + user + " (email) VALUES ('c');");
            done("db", "execute", "--file", "more.sql", "--url", database.url());

            assertThat(done("db", "pull", "--print").out()).contains("model User {", "model pets {");
            assertThat(project.read("prisma/schema.prisma")).doesNotContain("pets");
            assertThat(done("db", "pull").out()).contains("Introspected 2 models");
            assertThat(project.read("prisma/schema.prisma")).contains("model pets {");
            done("validate");

            project.write("prisma/schema.prisma", schema(database, MODELS.replace("  name  String?\n", "")));
            assertThat(ends(1, "db", "push").err())
                    .contains(
                            "`name` on the `User` table, which still contains 1 non-null values", "--accept-data-loss");
            done("db", "push", "--accept-data-loss");
            project.write("prisma/schema.prisma", schema(database, MODELS.replace("String?", "String")));
            assertThat(ends(1, "db", "push").err())
                    .contains("cannot be made with the data that is there", "--force-reset");
            done("db", "push", "--force-reset");
            assertThat(done(
                                    "migrate",
                                    "diff",
                                    "--from-url",
                                    database.url(),
                                    "--to-schema",
                                    "prisma/schema.prisma",
                                    "--exit-code")
                            .out())
                    .isEqualTo("No difference detected.\n");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MYSQL"})
    void migrationsAreMadeDeployedBrokenAndResolved(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            projectFor(database, MODELS);
            assertThat(ends(0, "migrate", "status").out()).contains("0 migrations found");
            done("migrate", "dev", "--name", "init");
            project.write("prisma/schema.prisma", schema(database, MODELS.replace("name  String?", "nick  String?")));
            done("migrate", "dev", "--create-only", "--name", "nick", "--rename", "User.name=nick");
            assertThat(ends(1, "migrate", "status").out()).contains("not applied yet", "_nick");
            assertThat(done("migrate", "deploy").out()).contains("Applied", "_nick", "One migration was applied.");
            assertThat(done("migrate", "status").out()).contains("up to date");
            assertThat(done("migrate", "dev").out()).contains("Already in sync");

            project.write(
                    "prisma/migrations/20990101000000_bad/migration.sql", "CREATE TABLE ok (id INT);\nCREATE TABLE;\n");
            assertThat(ends(1, "migrate", "dev").err())
                    .contains("error[P3006]", "20990101000000_bad", "shadow database");
            assertThat(ends(1, "migrate", "deploy").err())
                    .contains("error[P3018]", "Migration name: 20990101000000_bad", "Database error code:", "line 2");
            assertThat(ends(1, "migrate", "deploy").err()).contains("error[P3009]", "`20990101000000_bad`");
            assertThat(ends(1, "migrate", "status").out()).contains("These migrations failed:");
            assertThat(ends(1, "migrate", "resolve", "--rolled-back", "nope").err())
                    .contains("error[P3011]");
            assertThat(ends(1, "migrate", "resolve", "--applied", names().get(0))
                            .err())
                    .contains("error[P3008]");
            assertThat(ends(1, "migrate", "resolve", "--rolled-back", names().get(0))
                            .err())
                    .contains("error[P3012]");
            if (kind == DatabaseKind.MYSQL) {
                project.input("DROP TABLE ok;");
                done("db", "execute", "--stdin");
            }
            done("migrate", "resolve", "--rolled-back", "20990101000000_bad");
            project.write("prisma/migrations/20990101000000_bad/migration.sql", "CREATE TABLE ok (id INT);\n");
            done("migrate", "deploy");
            assertThat(done("migrate", "reset", "--force").out())
                    .contains("3 migrations were applied", "seeding", "has been executed");
            assertThat(done("migrate", "reset", "--force", "--skip-seed").out()).doesNotContain("seeding");

            String lock = project.read("prisma/migrations/migration_lock.toml");
            project.write(
                    "prisma/migrations/migration_lock.toml",
                    lock.replace(kind.provider().text(), "sqlite"));
            for (List<String> command : List.of(
                    List.of("migrate", "dev"),
                    List.of("migrate", "deploy"),
                    List.of("migrate", "status"),
                    List.of("migrate", "down"),
                    List.of("migrate", "squash", "--force"))) {
                assertThat(ends(1, command.toArray(String[]::new)).err()).contains("error[P3019]", "`sqlite`");
            }
        }
    }

    @Test
    void aDatabaseOfAnotherToolIsNotMigrated() throws Exception {
        try (TestDatabase database =
                TestDatabase.server(DatabaseKind.POSTGRESQL).fresh()) {
            projectFor(database, MODELS);
            project.write("prisma/migrations/20200101000000_init/migration.sql", "CREATE TABLE x (id INT);\n");
            database.execute(
                    "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version TEXT)",
                    "CREATE TABLE people (id INT PRIMARY KEY)");
            assertThat(ends(1, "migrate", "deploy").err())
                    .contains("error[P3005]", "migrated by Flyway (flyway_schema_history)", "db pull");
            assertThat(ends(130, "migrate", "dev").err()).contains("Drift detected", "migrated by Flyway");
            assertThat(ends(1, "migrate", "status").out()).contains("migrated by Flyway");
            done("db", "pull");
            assertThat(project.read("prisma/schema.prisma")).contains("model people", "belongs to Flyway", "@@ignore");
            project.write("prisma/schema.prisma", schema(database, "model people {\n  id Int @id\n}\n"));
            assertThat(done("db", "push").out()).as("its table is left alone").contains("already in sync");

            project.write("prisma/schema.prisma", schema(database, ""));
            database.execute("CREATE SCHEMA other", "CREATE TABLE other.things (id INT PRIMARY KEY)");
            assertThat(done("db", "pull", "--print", "--schemas", "public,other")
                            .out())
                    .contains("schemas  = [\"public\", \"other\"]", "model things {", "@@schema(\"other\")");
            assertThat(ends(1, "db", "pull", "--composite-type-depth", "2").err())
                    .contains("MongoDB");
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(folder.resolve("prisma/migrations"))) {
            return list.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
