package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Every real MySQL history is deployed on MariaDB, where the labels come from, and leaves exactly the tables that the label
 * lists. A folder whose lock file names another provider than the schema is refused, and deployed with a schema of the
 * lock's provider.
 */
@Tag("conformance")
class MysqlHistoriesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> QUERIES = Map.of(
            "columns",
                    "SELECT table_name, column_name, column_type, is_nullable, column_default, extra, character_set_name,"
                            + " collation_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                            + " AND table_name <> '_prisma_migrations'",
            "indexes",
                    "SELECT table_name, index_name, non_unique, index_type,"
                            + " GROUP_CONCAT(CONCAT(column_name, IFNULL(CONCAT('(', sub_part, ')'), '')) ORDER BY seq_in_index)"
                            + " FROM information_schema.statistics WHERE table_schema = DATABASE()"
                            + " AND table_name <> '_prisma_migrations' GROUP BY 1, 2, 3, 4",
            "foreignKeys",
                    "SELECT k.table_name, k.constraint_name, k.referenced_table_name, r.update_rule, r.delete_rule,"
                            + " GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position),"
                            + " GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position)"
                            + " FROM information_schema.key_column_usage k"
                            + " JOIN information_schema.referential_constraints r"
                            + " ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name"
                            + " AND r.table_name = k.table_name WHERE k.table_schema = DATABASE()"
                            + " AND k.referenced_table_name IS NOT NULL GROUP BY 1, 2, 3, 4, 5");

    @Test
    void mysqlHistoriesDeployToTheLabelledTables() throws IOException, SQLException {
        String shared = System.getProperty("prisma4j.shared", System.getenv("PRISMA4J_SHARED"));
        Path root = (shared == null ? Path.of("..", "..", "shared") : Path.of(shared))
                .resolve("conformance/migrations/histories");
        assumeTrue(Files.isDirectory(root), "the conformance pack is not here");
        int count = 0;
        try (Stream<Path> folders = Files.walk(root, 2)) {
            for (Path history : folders.filter(f -> Files.exists(f.resolve("structure.json")))
                    .sorted()
                    .toList()) {
                deploy(history, JSON.readTree(Files.readString(history.resolve("expected.json"))));
                count++;
            }
        }
        System.out.println("MySQL histories: " + count + " deployed, with the labelled tables");
        assertThat(count).isPositive();
    }

    private void deploy(Path history, JsonNode labels) throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.mariadb().fresh()) {
            database.execute(
                    "SET @sql = CONCAT('ALTER DATABASE ', DATABASE(), ' CHARACTER SET utf8mb4 COLLATE"
                            + " utf8mb4_unicode_ci')",
                    "EXECUTE IMMEDIATE @sql");
            if (labels.hasNonNull("appliesWithShim")) {
                database.execute(labels.get("appliesWithShim").get("shim").asString());
            }
            Schema schema = schema(history);
            if (labels.hasNonNull("providerMismatch")) {
                Migrate refused = Migrate.of(schema, "postgresql://nobody@localhost:1/nothing", history);
                assertThatThrownBy(refused::deploy)
                        .isInstanceOfSatisfying(
                                MigrateException.class,
                                e -> assertThat(e.code()).isEqualTo("P3019"));
                schema = SchemaCompiler.compile(
                                List.of(SourceFile.of("schema.prisma", "datasource db {\n  provider = \"mysql\"\n}\n")))
                        .orThrow();
            }
            List<String> names = new ArrayList<>();
            labels.get("migrations").forEach(m -> names.add(m.get("name").asString()));

            assertThat(Migrate.of(schema, database.url(), history).deploy()).isEqualTo(names);

            JsonNode structure = JSON.readTree(Files.readString(history.resolve("structure.json")));
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                assertThat(rows(database, query.getValue()))
                        .as(query.getKey() + " of " + history)
                        .containsExactlyInAnyOrderElementsOf(labelled(structure.get(query.getKey())));
            }
        }
    }

    private static Schema schema(Path history) throws IOException {
        Path file = history.resolve("schema.prisma");
        return SchemaCompiler.compile(Files.exists(file) ? file : history.resolve("schema"))
                .orThrow();
    }

    private static List<String> labelled(JsonNode rows) {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : rows) {
            lines.add(row.values().stream().map(JsonNode::asString).collect(Collectors.joining(" | ")));
        }
        return lines;
    }

    private static List<String> rows(TestDatabase database, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i) == null ? "-" : rows.getString(i));
                }
                lines.add(String.join(" | ", values));
            }
        }
        return lines;
    }
}
