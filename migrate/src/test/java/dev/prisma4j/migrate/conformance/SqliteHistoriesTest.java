package dev.prisma4j.migrate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DiffResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every real SQLite history is deployed, and what is then found to differ from its schema is what the reference found. */
class SqliteHistoriesTest {
    @TempDir
    Path folder;

    @Test
    void historiesDeployAndDriftAsLabelled() throws IOException {
        Optional<MigrationsPack> pack = MigrationsPack.find();
        assumeTrue(pack.isPresent(), "the conformance pack is not here");
        int count = 0;
        for (Path history : pack.get().histories()) {
            JsonNode labels = MigrationsPack.json(history.resolve("expected.json"));
            if (labels.get("provider").asString().equals("sqlite")
                    && labels.get("schemaValid").asBoolean()) {
                deploy(history, "file:" + folder.resolve(++count + ".db"));
            }
        }
        System.out.println("SQLite histories: " + count + " deployed, with the labelled drift");
        assertThat(count).isPositive();
    }

    private void deploy(Path history, String url) throws IOException {
        Path file = history.resolve("schema.prisma");
        Schema schema = SchemaCompiler.compile(Files.exists(file) ? file : history.resolve("schema"))
                .orThrow();
        Migrate migrate = Migrate.of(schema, url, folder).withMigrations(history.resolve("migrations"));

        migrate.deploy();

        Path drift = history.resolve("drift.sql");
        DiffResult found = migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(schema));
        assertThat(found.isEmpty() ? "" : found.script().strip())
                .as(history.toString())
                .isEqualTo(Files.exists(drift) ? Files.readString(drift).strip() : "");
    }
}
