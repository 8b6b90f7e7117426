package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DiffResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Every real PostgreSQL history is deployed where the label says that it applies, stops where the label says that it does
 * not, and then differs from its schema as the reference found.
 */
@Tag("conformance")
class HistoriesOnServersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> wrong = new ArrayList<>();
    private int deployed;
    private int drifts;

    @Test
    void postgresqlHistoriesDeployAndDriftAsLabelled() throws IOException {
        String shared = System.getProperty("prisma4j.shared", System.getenv("PRISMA4J_SHARED"));
        Path root = (shared == null ? Path.of("..", "..", "shared") : Path.of(shared))
                .resolve("conformance/migrations/histories");
        assumeTrue(Files.isDirectory(root), "the conformance pack is not here");
        List<Path> histories;
        try (Stream<Path> folders = Files.walk(root, 2)) {
            histories = folders.filter(f -> Files.exists(f.resolve("expected.json")))
                    .sorted()
                    .toList();
        }
        for (Path history : histories) {
            JsonNode labels = JSON.readTree(Files.readString(history.resolve("expected.json")));
            if (labels.get("provider").asString().equals("postgresql") && !labels.hasNonNull("providerMismatch")) {
                try (TestDatabase database = TestDatabase.postgres().fresh()) {
                    check(history, labels, database.url());
                }
            }
        }
        System.out.println("PostgreSQL histories: " + deployed + " deployed, " + drifts + " drifts compared");
        assertThat(wrong).isEmpty();
        assertThat(deployed).isPositive();
    }

    private void check(Path history, JsonNode labels, String url) throws IOException {
        Path file = history.resolve("schema.prisma");
        CompiledSchema compiled = SchemaCompiler.compile(Files.exists(file) ? file : history.resolve("schema"));
        if (!compiled.isValid()) {
            return; // as the label says
        }
        Schema schema = compiled.orThrow();
        Migrate migrate = Migrate.of(schema, url, history);
        boolean applies = labels.get("applies").get("ok").asBoolean()
                || labels.hasNonNull("appliesAsOneQuery")
                        && labels.get("appliesAsOneQuery").get("ok").asBoolean();
        boolean success = deploys(
                migrate, applies ? "" : labels.get("applies").get("failedAt").asString(), history);
        if (success && labels.hasNonNull("drift")) {
            compareDrift(migrate, schema, history);
        }
    }

    private boolean deploys(Migrate migrate, String failsAt, Path history) {
        deployed++;
        try {
            migrate.deploy();
            if (!failsAt.isEmpty()) {
                wrong.add(history + " should fail at " + failsAt);
            }
            return true;
        } catch (MigrateException e) {
            if (failsAt.isEmpty() || !String.valueOf(e.getMessage()).contains(failsAt)) {
                wrong.add(history + ": " + e.getMessage());
            }
            return false;
        }
    }

    private void compareDrift(Migrate migrate, Schema schema, Path history) throws IOException {
        drifts++;
        Path label = history.resolve("drift.sql");
        DiffResult found = migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(schema));
        String script = found.isEmpty() ? "" : found.script().strip();
        if (!script.equals(Files.exists(label) ? Files.readString(label).strip() : "")) {
            wrong.add("the drift of " + history);
        }
    }
}
