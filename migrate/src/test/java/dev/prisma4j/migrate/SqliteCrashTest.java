package dev.prisma4j.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed at random moments of a deploy; the next run knows what happened, and nothing happens twice. */
class SqliteCrashTest {
    private static final int MIGRATIONS = 20;
    private static final int CRASHES = 12;

    @TempDir
    Path folder;

    /** What the killed process runs. */
    public static final class Deployer {
        private Deployer() {}

        public static void main(String[] arguments) {
            Migrate migrate = migrate(Path.of(arguments[0]));
            System.out.println("ready");
            migrate.deploy();
        }
    }

    private static Migrate migrate(Path folder) {
        return Migrate.of(
                SchemaCompiler.compile(List.of(
                                SourceFile.of("schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n")))
                        .orThrow(),
                "file:crash.db",
                folder);
    }

    @Test
    void aKilledDeployIsReportedAndGoesOn() throws Exception {
        for (int i = 0; i < MIGRATIONS; i++) {
            Path migration = Files.createDirectories(folder.resolve("migrations/" + name(i)));
            Files.writeString(
                    migration.resolve("migration.sql"),
                    "CREATE TABLE t" + i + " (x INT);\n" + "INSERT INTO t" + i
                            + " WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000) SELECT x FROM n;\n");
        }
        Random random = new Random(20261121);
        for (int crash = 0; crash < CRASHES; crash++) {
            Files.deleteIfExists(folder.resolve("crash.db"));
            Files.deleteIfExists(folder.resolve("crash.db-journal"));
            killAfter(random.nextInt(120));
            if (Files.exists(folder.resolve("crash.db"))) {
                resolveFailures();
            }
            migrate(folder).deploy();
            assertEverythingIsThereOnce();
        }
    }

    private static String name(int i) {
        return String.format("202601010000%02d_m", i);
    }

    private void killAfter(int milliseconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Deployer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /** A migration that was under way has left nothing but its row. */
    private void resolveFailures() throws Exception {
        for (HistoryRow row : migrate(folder).status().history().failed()) {
            int number = Integer.parseInt(row.name().substring(12, 14));
            assertThat(count("SELECT count(*) FROM sqlite_master WHERE name = 't" + number + "'"))
                    .isZero();
            migrate(folder).markRolledBack(row.name());
        }
    }

    private void assertEverythingIsThereOnce() throws Exception {
        assertThat(count("SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL"))
                .isEqualTo(MIGRATIONS);
        for (int i = 0; i < MIGRATIONS; i++) {
            assertThat(count("SELECT count(*) FROM t" + i)).isEqualTo(3000);
        }
    }

    private int count(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crash.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : -1;
        }
    }
}
