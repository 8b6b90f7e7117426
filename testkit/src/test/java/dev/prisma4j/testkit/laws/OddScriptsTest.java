package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Scripts as people write them by hand: what goes through with the database's own client goes through here, also with the
 * line ends of Windows and with a byte order mark at the start. With {@code -Dprisma4j.laws.ask=true} the reference is asked
 * too, on SQLite: on PostgreSQL its driver cuts scripts at every semicolon.
 */
class OddScriptsTest {
    private static final boolean ASK = Boolean.getBoolean("prisma4j.laws.ask") && ReferenceEngine.isThere();

    @TempDir
    Path folder;

    private record Script(String name, boolean succeeds, String text) {}

    private static List<Script> scripts(DatabaseKind kind) throws IOException {
        String file = "odd-scripts-" + kind.provider().text() + ".sql";
        try (InputStream in = OddScriptsTest.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing");
            }
            List<Script> scripts = new ArrayList<>();
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^-- ==== ")) {
                if (!part.isBlank()) {
                    String title = part.lines().findFirst().orElseThrow();
                    String text = part.substring(title.length() + 1);
                    scripts.add(new Script(title.substring(title.indexOf(' ') + 1), title.startsWith("ok"), text));
                }
            }
            return scripts;
        }
    }

    /** What every script finds: PostgreSQL's need some things that are there already. */
    private static String ground(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL
                ? "CREATE TABLE pg_temp_holder (id int); CREATE TABLE p1_parent (id int);"
                        + " CREATE TYPE known_mood AS ENUM ('a');"
                : "CREATE TABLE ground (id INT);";
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void scriptsGoThroughAsWithTheDatabasesOwnClient(DatabaseKind kind) throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (Script script : scripts(kind)) {
            String text = switch (number++ % 3) {
                case 1 -> script.text().replace("\n", "\r\n");
                case 2 -> "\uFEFF" + script.text();
                default -> script.text();
            };
            try (TestDatabase database = TestDatabase.server(kind).fresh()) {
                String failure = deploy(database, folder.resolve(kind + "" + number), text);
                if (failure.isEmpty() != script.succeeds()) {
                    wrong.add(script.name() + ": " + (failure.isEmpty() ? "went through" : failure));
                }
                if (ASK && kind == DatabaseKind.SQLITE) {
                    compare(database, script, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String deploy(TestDatabase database, Path base, String text) throws IOException {
        write(base, "1_ground", ground(database.kind()));
        write(base, "2_script", text);
        String schema =
                "datasource db {\n  provider = \"" + database.kind().provider().text() + "\"\n}\n";
        try {
            Migrate.of(
                            SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", schema)))
                                    .orThrow(),
                            database.url(),
                            base)
                    .deploy();
            return "";
        } catch (MigrateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void write(Path base, String name, String text) throws IOException {
        Path migration = Files.createDirectories(base.resolve("migrations/" + name));
        Files.writeString(migration.resolve("migration.sql"), text);
    }

    private void compare(TestDatabase ours, Script script, List<String> wrong) throws IOException, SQLException {
        Path base = folder.resolve("reference-" + Math.abs(script.name().hashCode()) + ours.kind());
        write(base, "1_ground", ground(ours.kind()));
        write(base, "2_script", script.text());
        String schema =
                "datasource db {\n  provider = \"" + ours.kind().provider().text() + "\"\n}\n";
        try (ReferenceEngine reference = ReferenceEngine.start(folder);
                TestDatabase theirs = TestDatabase.server(ours.kind()).fresh()) {
            JsonNode answer = reference.ask(
                    theirs,
                    schema,
                    List.of(ReferenceEngine.call(
                            "applyMigrations",
                            Map.of("migrationsList", ReferenceEngine.migrations(base.resolve("migrations"))))));
            if (answer.has("error") == script.succeeds()) {
                wrong.add(script.name() + ", the reference: " + answer);
            } else if (script.succeeds() && !Catalog.of(ours).equals(Catalog.of(theirs))) {
                wrong.add(script.name() + " leaves other tables: " + Catalog.of(ours) + "\n" + Catalog.of(theirs));
            }
        }
    }
}
