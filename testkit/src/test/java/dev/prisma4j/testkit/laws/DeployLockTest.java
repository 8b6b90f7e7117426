package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.OwnServer;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A deploy takes the locks that the reference takes: while somebody has them it waits ten seconds, and is told off then. */
class DeployLockTest {
    @TempDir
    Path folder;

    private static String lockOf(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> "BEGIN EXCLUSIVE";
            case POSTGRESQL -> "SELECT pg_advisory_lock(72707369)";
            case MYSQL, MARIADB -> "SELECT GET_LOCK('prisma_migrate', 10)";
        };
    }

    private static Migrate project(TestDatabase database, Path base) {
        String schema =
                "datasource db {\n  provider = \"" + database.kind().provider().text() + "\"\n}\n";
        return Migrate.of(
                SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", schema)))
                        .orThrow(),
                database.url(),
                base);
    }

    private static void write(Path base, String script) throws IOException {
        Path migration = Files.createDirectories(base.resolve("migrations/20260101000000_m"));
        Files.writeString(migration.resolve("migration.sql"), script);
    }

    private interface Check {
        void on(TestDatabase database) throws Exception;
    }

    /** MySQL's lock is one for the whole server, which a server that others use must be spared. */
    private static void withDatabase(DatabaseKind kind, Check check) throws Exception {
        if (kind.provider().text().equals("mysql") && System.getenv("PRISMA4J_TEST_" + kind.name()) != null) {
            try (OwnServer server = OwnServer.start(kind);
                    TestDatabase database = server.fresh()) {
                check.on(database);
            }
        } else {
            try (TestDatabase database = TestDatabase.server(kind).fresh()) {
                check.on(database);
            }
        }
    }

    @Test
    void whoeverHoldsTheLockIsWaitedForTenSecondsOnEveryDatabase() throws Exception {
        write(folder, "CREATE TABLE t (b INT);\n");
        ExecutorService threads = Executors.newFixedThreadPool(DatabaseKind.values().length);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (DatabaseKind kind : DatabaseKind.values()) {
                runs.add(threads.submit(() -> {
                    withDatabase(kind, this::isToldOff);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void isToldOff(TestDatabase database) throws Exception {
        Migrate project = project(database, folder);
        if (database.kind() == DatabaseKind.SQLITE) {
            database.execute("PRAGMA user_version = 0", "CREATE TABLE x (x INT)", "DROP TABLE x");
        }
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute(lockOf(database.kind()));
            Instant start = Instant.now();
            assertThatThrownBy(project::deploy)
                    .isInstanceOfSatisfying(
                            MigrateException.class,
                            e -> assertThat(e.code())
                                    .as(database.kind() + e.getMessage())
                                    .isEqualTo("P1002"));
            assertThat(Duration.between(start, Instant.now()))
                    .as(database.kind().title())
                    .isBetween(Duration.ofMillis(9_500), Duration.ofSeconds(30));
            if (database.kind() != DatabaseKind.SQLITE) {
                assertThat(statusOfDeployWithoutLock(database)).isZero();
                assertThat(project.status().isUpToDate()).isTrue();
            }
        }
        assertThat(project.deploy()).hasSize(database.kind() == DatabaseKind.SQLITE ? 1 : 0);
    }

    private int statusOfDeployWithoutLock(TestDatabase database) throws Exception {
        ProcessBuilder builder = CrashLawTest.deployer(database, folder);
        builder.environment().put("PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK", "1");
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void weAndTheReferenceWaitForEachOther() throws Exception {
        assumeTrue(Boolean.getBoolean("prisma4j.laws.ask") && ReferenceEngine.isThere(), "the reference is not asked");
        Path slow = folder.resolve("slow");
        write(slow, "SELECT pg_sleep(4); CREATE TABLE t (b INT);\n");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (ReferenceEngine reference = ReferenceEngine.start(folder)) {
            for (boolean oursFirst : List.of(true, false)) {
                try (TestDatabase database = TestDatabase.postgres().fresh()) {
                    Migrate project = project(database, slow);
                    String schema = "datasource db {\n  provider = \"postgresql\"\n}\n";
                    Map<String, Object> call = ReferenceEngine.call(
                            "applyMigrations",
                            Map.of("migrationsList", ReferenceEngine.migrations(slow.resolve("migrations"))));
                    int ours;
                    JsonNode theirs;
                    if (oursFirst) {
                        Future<List<String>> run = thread.submit(() -> project.deploy());
                        TimeUnit.MILLISECONDS.sleep(1_500);
                        theirs = reference.ask(database, schema, List.of(call));
                        ours = run.get().size();
                    } else {
                        Future<JsonNode> run = thread.submit(() -> reference.ask(database, schema, List.of(call)));
                        TimeUnit.MILLISECONDS.sleep(1_500);
                        ours = project.deploy().size();
                        theirs = run.get();
                    }
                    assertThat(theirs.hasNonNull("error")).as("%s", theirs).isFalse();
                    assertThat(ours
                                    + theirs.get("result")
                                            .get("appliedMigrationNames")
                                            .size())
                            .isEqualTo(1);
                    assertThat(ours).isEqualTo(oursFirst ? 1 : 0);
                    assertThat(project.status().isUpToDate()).isTrue();
                }
            }
        } finally {
            thread.shutdownNow();
        }
    }
}
