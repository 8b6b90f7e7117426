package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.introspect.Introspection;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Databases that people made by hand, with tables as odd as they come, are pulled as the reference pulls them. What it said
 * is kept beside the tables; {@code -Dprisma4j.laws.ask=true} asks it again and writes its answers to the temporary folder.
 * MySQL and MariaDB it does not know: there the schema has to compile.
 */
class OddTablesTest {
    private static final boolean ASK = Boolean.getBoolean("prisma4j.laws.ask") && ReferenceEngine.isThere();
    private static final Pattern BLOCK = Pattern.compile("(?m)^(?:// )?(?:model|enum|view) (\\w*) \\{");
    private static final Pattern MAP = Pattern.compile("@@map\\((\".*\")\\)");

    /** Where the reference writes a schema that it refuses itself, loses something, or does not know the other tools. */
    private static final Set<String> DIFFERENT_ON_PURPOSE = Set.of(
            "\"Has Space\"", // it keeps an index over a field that it has left out
            "String",
            "\"String\"",
            "Int",
            "\"Int\"", // built-in types
            "alembic_version",
            "databasechangelog",
            "databasechangeloglock",
            "flyway_schema_history",
            "fk_bad_name",
            "name_clash2",
            "name_clash3", // fields without names, or two of one name
            "\"tab-le\"",
            "\"tab_le\"",
            "tab_le",
            "\"tab.le\"",
            "\"日本語\"", // models of one name, or without one
            "users",
            "posts", // the other ends of those
            "comp_parent", // one to one by a key whose columns are in another order
            "fk_not_unique", // refers to what is not unique
            "t_partial_nopk", // a partial index alone identifies no row
            "t_defaults", // expressions as texts, on SQLite
            "t_expr"); // expression indexes are told of on SQLite too

    @TempDir
    Path folder;

    private static String resource(String name) throws IOException {
        try (InputStream in = OddTablesTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void oddTablesArePulledAsByTheReference(DatabaseKind kind) throws IOException {
        String provider = kind.provider().text();
        String start = "generator client {\n  provider = \"prisma-client\"\n  output   = \"x\"\n}\n\n"
                + "datasource db {\n  provider = \"" + provider + "\"\n}\n";
        List<SourceFile> files = List.of(SourceFile.of("schema.prisma", start));
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            Migrate project = Migrate.of(SchemaCompiler.compile(files).orThrow(), database.url(), folder);
            Path migration = Files.createDirectories(folder.resolve("migrations/1_odd"));
            Files.writeString(migration.resolve("migration.sql"), resource("odd-tables-" + provider + ".sql"));
            project.deploy();

            Introspection pulled = project.pull(files, false);

            String text = pulled.files().get(0).text();
            assertThat(SchemaCompiler.compile(pulled.files()).isValid())
                    .as(text)
                    .isTrue();
            if (ASK && !provider.equals("mysql")) {
                ask(database, start);
            }
            compare(blocks(text), blocks(resource("odd-tables-" + provider + ".prisma")));
        }
    }

    private static void compare(Map<String, String> ours, Map<String, String> theirs) {
        List<String> wrong = new ArrayList<>();
        theirs.forEach((name, block) -> {
            if (!DIFFERENT_ON_PURPOSE.contains(name) && !block.equals(ours.get(name))) {
                wrong.add(block + "\n---- but:\n" + ours.get(name));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** The blocks of a schema with the comments above them, by the names in the database. */
    private static Map<String, String> blocks(String schema) {
        Map<String, String> blocks = new LinkedHashMap<>();
        for (String block : schema.split("\n\n(?=\\S)")) {
            Matcher start = BLOCK.matcher(block);
            if (start.find()) {
                Matcher map = MAP.matcher(block);
                blocks.put(map.find() ? map.group(1) : start.group(1), block.strip());
            }
        }
        return blocks;
    }

    private void ask(TestDatabase database, String schema) throws IOException {
        try (ReferenceEngine reference = ReferenceEngine.start(folder)) {
            Map<String, Object> params = Map.of(
                    "schema",
                    ReferenceEngine.files(schema),
                    "force",
                    false,
                    "compositeTypeDepth",
                    -1,
                    "baseDirectoryPath",
                    ".");
            JsonNode result = reference.result(database, schema, List.of(ReferenceEngine.call("introspect", params)));
            String text =
                    result.get("schema").get("files").get(0).get("content").asString();
            Path file = Path.of(System.getProperty("java.io.tmpdir"))
                    .resolve("odd-tables-" + database.kind().provider().text() + ".prisma");
            Files.writeString(file, text);
            System.out.println("the reference's answer is in " + file);
        }
    }
}
