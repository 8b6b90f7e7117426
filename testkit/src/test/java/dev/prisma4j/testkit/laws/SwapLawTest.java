package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.DownResult;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.SquashOptions;
import dev.prisma4j.migrate.command.Status;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A project changes tools halfway: migrations made and applied by the reference, then by us, or the other way round. Both
 * find every migration applied, none edited, and no drift. {@code -Dprisma4j.laws.swaps=50} tries more projects.
 */
class SwapLawTest {
    private static final int TRIES = Integer.getInteger("prisma4j.laws.swaps", 1);
    private static final long SEED = Long.getLong("prisma4j.laws.seed", 20261121L);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"SQLITE, true", "SQLITE, false", "POSTGRESQL, true", "POSTGRESQL, false"})
    void eitherToolGoesOnWhereTheOtherStopped(DatabaseKind kind, boolean oursFirst) throws IOException {
        assumeTrue(ReferenceEngine.isThere(), "the reference is not here");
        try (ReferenceEngine reference = ReferenceEngine.start(folder)) {
            for (int i = 0; i < TRIES; i++) {
                long seed = SEED + i;
                try (TestDatabase database = TestDatabase.server(kind).fresh()) {
                    new Project(reference, database, folder.resolve("p" + seed), new Random(seed)).live(oursFirst);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("with -Dprisma4j.laws.seed=" + seed, e);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void theReferenceIsContentAfterOurWaysDownAndSquashes(DatabaseKind kind) throws IOException {
        assumeTrue(ReferenceEngine.isThere(), "the reference is not here");
        try (ReferenceEngine reference = ReferenceEngine.start(folder);
                TestDatabase database = TestDatabase.server(kind).fresh()) {
            new Project(reference, database, folder.resolve("p"), new Random(SEED)).liveWithDownAndSquash();
        }
    }

    /** One project with six versions of its schema. */
    private record Project(ReferenceEngine reference, TestDatabase database, Path base, Random random) {
        void live(boolean oursFirst) throws IOException {
            List<RandomSchema> versions = new ArrayList<>(List.of(RandomSchema.of(database.kind(), random)));
            while (versions.size() < 6) {
                versions.add(versions.get(versions.size() - 1).changed());
            }
            for (int i = 0; i < versions.size(); i++) {
                String schema = versions.get(i).text();
                if (i < 3 == oursFirst) {
                    developWithOurs(schema, i);
                } else {
                    developWithReference(schema, i);
                }
            }
            checkOurs(versions.get(5).text());
            checkReference(versions.get(5).text());
        }

        void liveWithDownAndSquash() throws IOException {
            List<String> versions = new ArrayList<>();
            RandomSchema version = RandomSchema.of(database.kind(), random);
            for (int i = 0; i < 5; i++) {
                versions.add(version.text());
                version = version.changed();
            }
            developWithReference(versions.get(0), 0);
            developWithReference(versions.get(1), 1);
            developWithOurs(versions.get(2), 2);
            developWithOurs(versions.get(3), 3);
            String schema = versions.get(3);
            Migrate project = ours(schema, 9);
            List<String> names = project.status().history().applied();
            project.writeDown(names.size() - 1, null, false, Progress.NONE);
            String first = names.get(0);
            assertThat(project.down(new DownOptions(1, first, true, plan -> true), Progress.NONE))
                    .isInstanceOf(DownResult.Undone.class);
            JsonNode behind = reference
                    .result(
                            database,
                            schema,
                            List.of(ReferenceEngine.call(
                                    "diagnoseMigrationHistory",
                                    Map.of("migrationsList", migrations(), "optInToShadowDatabase", true))))
                    .get("history");
            assertThat(behind.get("diagnostic").asString()).isEqualTo("databaseIsBehind");
            assertThat(behind.get("unappliedMigrationNames")).hasSize(names.size() - 1);
            JsonNode action =
                    reference.result(database, schema, List.of(diagnose())).get("action");
            assertThat(action.get("tag").asString()).as("%s", action).isEqualTo("createMigration");
            JsonNode applied = reference.result(
                    database,
                    schema,
                    List.of(ReferenceEngine.call("applyMigrations", Map.of("migrationsList", migrations()))));
            assertThat(applied.get("appliedMigrationNames")).hasSize(names.size() - 1);
            checkReference(schema);
            checkOurs(schema);
            project.squash(new SquashOptions(null, null, "all", SquashOptions.Statements.KEEP), Progress.NONE);
            checkOurs(schema);
            checkReference(schema);
            developWithReference(versions.get(4), 9);
            checkOurs(versions.get(4));
            checkReference(versions.get(4));
        }

        private Migrate ours(String schema, int version) {
            return Migrate.of(
                            SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", schema)))
                                    .orThrow(),
                            database.url(),
                            base)
                    .withClock(Clock.fixed(START.plus(Duration.ofHours(version)), ZoneOffset.UTC));
        }

        private void developWithOurs(String schema, int version) {
            DevResult result = ours(schema, version).dev(new DevOptions(() -> "v", false, dangers -> true));
            assertThat(result).as(schema).isInstanceOfAny(DevResult.Created.class, DevResult.InSync.class);
        }

        private Map<String, Object> migrations() throws IOException {
            return ReferenceEngine.migrations(base.resolve("migrations"));
        }

        private void developWithReference(String schema, int version) throws IOException {
            Map<String, Object> apply = ReferenceEngine.call("applyMigrations", Map.of("migrationsList", migrations()));
            Map<String, Object> create = ReferenceEngine.call(
                    "createMigration",
                    Map.of(
                            "draft",
                            false,
                            "migrationName",
                            "r",
                            "migrationsList",
                            migrations(),
                            "schema",
                            ReferenceEngine.files(schema)));
            JsonNode made = reference.result(database, schema, List.of(apply, diagnose(), create));
            String script = made.hasNonNull("migrationScript")
                    ? made.get("migrationScript").asString()
                    : "";
            if (!script.isEmpty()) {
                Path migration = Files.createDirectories(base.resolve("migrations/202601010" + version + "0000_"
                        + made.get("generatedMigrationName").asString().substring(15)));
                Files.writeString(migration.resolve("migration.sql"), script);
                Files.writeString(
                        base.resolve("migrations/migration_lock.toml"),
                        "provider = \"" + database.kind().provider().text() + "\"\n");
            }
            apply = ReferenceEngine.call("applyMigrations", Map.of("migrationsList", migrations()));
            reference.result(database, schema, List.of(apply));
        }

        private Map<String, Object> diagnose() throws IOException {
            return ReferenceEngine.call("devDiagnostic", Map.of("migrationsList", migrations()));
        }

        private void checkOurs(String schema) {
            Migrate project = ours(schema, 9);
            Status.Report status = project.status();
            assertThat(status.isUpToDate()).as("%s", status).isTrue();
            assertThat(status.history().edited()).isEmpty();
            assertThat(project.dev(new DevOptions(() -> "none", false, dangers -> true)))
                    .isInstanceOf(DevResult.InSync.class);
            assertThat(project.diff(
                                    new DiffSide.OfDatabase(),
                                    new DiffSide.OfSchema(project.project().schema()))
                            .summary())
                    .isEqualTo("No difference detected.");
        }

        private void checkReference(String schema) throws IOException {
            JsonNode action =
                    reference.result(database, schema, List.of(diagnose())).get("action");
            assertThat(action.get("tag").asString()).as("%s", action).isEqualTo("createMigration");
            JsonNode history = reference.result(
                    database,
                    schema,
                    List.of(ReferenceEngine.call(
                            "diagnoseMigrationHistory",
                            Map.of("migrationsList", migrations(), "optInToShadowDatabase", true))));
            assertThat(!history.hasNonNull("drift")).as("%s", history).isTrue();
            assertThat(!history.hasNonNull("history")).as("%s", history).isTrue();
            assertThat(history.get("editedMigrationNames")).isEmpty();
            assertThat(history.get("failedMigrationNames")).isEmpty();
            Map<String, Object> params = Map.of(
                    "from",
                    Map.of(
                            "tag",
                            "schemaDatasource",
                            "files",
                            List.of(Map.of("path", "schema.prisma", "content", schema)),
                            "configDir",
                            "."),
                    "to",
                    Map.of(
                            "tag",
                            "schemaDatamodel",
                            "files",
                            List.of(Map.of("path", "schema.prisma", "content", schema))),
                    "script",
                    true);
            assertThat(reference
                            .result(database, schema, List.of(ReferenceEngine.call("diff", params)))
                            .get("stdout")
                            .asString()
                            .strip())
                    .isEqualTo("-- This is an empty migration.");
        }
    }
}
