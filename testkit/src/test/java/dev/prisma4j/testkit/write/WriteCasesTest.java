// The corpus of writes, replayed on every database.
package dev.prisma4j.testkit.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each folder of the corpus has a schema, the rows to start with, and cases: a request, its answer or error, the rows of
 * the tables that it changes, and how many statements Prisma needs for it. Answers and rows are the same on every
 * database; ids and times that the engine makes up are left out.
 */
@Tag("matrix")
@DatabaseTest
class WriteCasesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> MADE_UP = Set.of("uid", "cid", "cid2", "ul", "nid", "createdAt", "updatedAt", "u");
    private static final Set<String> SAME_WORDS = Set.of("P2014", "P2017", "P2018", "P2025");

    @Test
    void everyRelationShapeOfABlog(TestDatabase database) throws Exception {
        replay("blog", database);
    }

    @Test
    void optionalOneToOneRelationsFromBothSides(TestDatabase database) throws Exception {
        replay("one-to-one", database);
    }

    @Test
    void referentialActionsWithoutForeignKeys(TestDatabase database) throws Exception {
        replay("emulated", database);
    }

    private static void replay(String folder, TestDatabase database) throws Exception {
        Schema schema = schema(folder, database.kind());
        PlainTables tables = new PlainTables(schema, database.kind());
        tables.create(database);
        JsonQueries queries = new JsonQueries(schema);
        List<String> statements = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        JsonNode seed = JSON.readTree(read(folder, "seed.json"));
        EngineOptions options = EngineOptions.url(database.url()).withListener(event -> statements.add(event.sql()));
        try (Engine engine = Engine.open(schema, options);
                Connection connection = database.connect()) {
            for (JsonNode row : seed) {
                engine.execute(query(queries, row));
            }
            Map<String, List<Object[]>> rows = tables.rows(connection);
            for (JsonNode example : JSON.readTree(read(folder, "cases.json"))) {
                if (example.path("except").toString().contains(database.kind().title())) {
                    continue;
                }
                tables.restore(connection, rows);
                statements.clear();
                Object answer = run(engine, query(queries, example));
                String problem = check(example, answer, database, statements);
                if (problem == null) {
                    problem = checkRows(example, connection, tables);
                }
                if (problem != null) {
                    problems.add(example.get("model").asString() + "."
                            + example.get("action").asString() + " " + example.get("arguments") + "\n  " + problem
                            + "\n  " + String.join("\n  ", statements));
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    private static Query<?> query(JsonQueries queries, JsonNode example) {
        return queries.query(
                example.get("model").asString(),
                example.get("action").asString(),
                example.get("arguments"),
                example.get("selection"));
    }

    private static Object run(Engine engine, Query<?> query) {
        try {
            Object result = engine.execute(query);
            return JSON.valueToTree(result instanceof Long count ? Map.of("count", count) : result);
        } catch (PrismaException e) {
            return e;
        }
    }

    private static @Nullable String check(
            JsonNode example, Object answer, TestDatabase database, List<String> statements) {
        if (answer instanceof PrismaException e) {
            String code = example.path("error").asString("");
            if (!e.code().equals(code)) {
                return "expected " + (code.isEmpty() ? example.get("result") : code) + ", got " + e;
            }
            if (SAME_WORDS.contains(code)
                    && !Objects.equals(e.getMessage(), example.get("message").asString())) {
                return "expected " + example.get("message") + ", got " + e.getMessage();
            }
        } else if (example.has("error")) {
            return "expected " + example.get("error") + ", got " + answer;
        } else if (!normal((JsonNode) answer).equals(normal(example.get("result")))) {
            return "expected " + example.get("result") + ", got " + answer;
        } else if (database.kind() == DatabaseKind.SQLITE || database.kind() == DatabaseKind.POSTGRESQL) {
            long count = statements.stream().filter(WriteCasesTest::isCounted).count();
            if (count > example.get("statements").asInt()) {
                return "more than " + example.get("statements") + " statements";
            }
        }
        return null;
    }

    private static @Nullable String checkRows(JsonNode example, Connection connection, PlainTables tables)
            throws SQLException {
        for (Map.Entry<String, JsonNode> table : example.path("tables").properties()) {
            String rows = rows(connection, tables.quoted(table.getKey())).toString();
            if (!rows.equals(normal(table.getValue()).toString())) {
                return "expected " + table + ", got " + rows;
            }
        }
        return null;
    }

    private static boolean isCounted(String sql) {
        return !sql.startsWith("BEGIN") && !sql.startsWith("COMMIT") && !sql.startsWith("SET ");
    }

    /** Rows and answers without what is made up, their lists in one order. */
    private static Object normal(JsonNode node) {
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(normal(element)));
            elements.sort(Comparator.comparing(Object::toString));
            return elements;
        } else if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> {
                if (!MADE_UP.contains(field.getKey())) {
                    fields.put(field.getKey(), normal(field.getValue()));
                }
            });
            return fields;
        }
        return node.isNull() ? "null" : node.asString();
    }

    private static List<Object> rows(Connection connection, String table) throws SQLException {
        List<Object> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                Map<String, Object> row = new TreeMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (!MADE_UP.contains(columns.getColumnLabel(i))) {
                        row.put(columns.getColumnLabel(i), String.valueOf(result.getObject(i)));
                    }
                }
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing(Object::toString));
        return rows;
    }

    private static Schema schema(String folder, DatabaseKind kind) throws IOException {
        String text =
                read(folder, "schema.prisma").replace("sqlite", kind.provider().text());
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)))
                .orThrow();
    }

    private static String read(String folder, String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                WriteCasesTest.class.getResourceAsStream(folder + "/" + file), () -> folder + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
