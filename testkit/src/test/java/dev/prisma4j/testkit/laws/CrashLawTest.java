package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.HistoryDiagnosis;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.Status;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.BufferedReader;
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
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process is killed at random moments of a deploy: the next one says which migration was under way, goes on once that is
 * resolved, and nothing is applied twice. {@code -Dprisma4j.laws.kills=100} kills as often.
 */
class CrashLawTest {
    private static final int MIGRATIONS = 20;
    private static final int KILLS = Integer.getInteger("prisma4j.laws.kills", 2);

    @TempDir
    Path folder;

    private int underWay;
    private final Map<String, Integer> moments = new TreeMap<>();

    /** What the killed process runs: arguments are the provider, the address and the folder. */
    public static final class Deployer {
        private Deployer() {}

        public static void main(String[] arguments) {
            Migrate migrate = migrate(arguments[0], arguments[1], Path.of(arguments[2]));
            System.out.println("ready");
            migrate.deploy(new Progress() {
                @Override
                public void applying(String name) {
                    System.out.println("applying");
                }

                @Override
                public void applied(String name) {
                    System.out.println("applied");
                }
            });
        }
    }

    private static Migrate migrate(String provider, String url, Path folder) {
        String text = "datasource db {\n  provider = \"" + provider + "\"\n}\n";
        return Migrate.of(
                SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)))
                        .orThrow(),
                url,
                folder);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aKilledDeployIsReportedAndGoesOn(DatabaseKind kind) throws Exception {
        for (int i = 0; i < MIGRATIONS; i++) {
            Path migration = Files.createDirectories(folder.resolve("migrations/" + name(i)));
            // Each line of the journal stands for one time that the migration was applied.
            Files.writeString(
                    migration.resolve("migration.sql"),
                    (i == 0 ? "CREATE TABLE journal (n INT);\n" : "")
                            + "CREATE TABLE t" + i + " (x INT);\n"
                            + "INSERT INTO journal VALUES (" + i + ");\n"
                            + "CREATE TABLE u" + i + " (x INT);\n");
        }
        Random random = new Random(20261121);
        for (int kill = 0; kill < KILLS; kill++) {
            try (TestDatabase database = TestDatabase.server(kind).fresh()) {
                // Every tenth kill is within the first connection, which takes longer than a migration.
                int messages = kill % 10 == 0 ? 0 : random.nextInt(2 * MIGRATIONS + 1);
                killAfter(database, messages, random.nextInt(messages == 0 ? 200_000 : 6_000));
                goOn(database, kill);
                assertThat(numbers(database, "SELECT n FROM journal ORDER BY n"))
                        .isEqualTo(IntStream.range(0, MIGRATIONS).boxed().toList());
                assertThat(numbers(database, "SELECT COUNT(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL"))
                        .containsExactly(MIGRATIONS);
            }
        }
        System.out.println(
                kind.title() + ": " + KILLS + " kills, " + underWay + " with a migration under way " + moments);
    }

    private static String name(int i) {
        return String.format("202601010000%02d_m", i);
    }

    /** A process that deploys. */
    static ProcessBuilder deployer(TestDatabase database, Path folder) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Deployer.class.getName(),
                        database.kind().provider().text(),
                        database.url(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Kills it so many messages and microseconds after it began; those it prints before and after each migration. */
    private void killAfter(TestDatabase database, int messages, int microseconds)
            throws IOException, InterruptedException {
        Process process = deployer(database, folder).start();
        BufferedReader out = process.inputReader();
        assertThat(out.readLine()).isEqualTo("ready");
        for (int i = 0; i < messages; i++) {
            out.readLine();
        }
        TimeUnit.MICROSECONDS.sleep(microseconds);
        process.destroyForcibly().waitFor();
    }

    /** As people do it: look at what the failed migration left, take it away, say so, deploy. */
    private void goOn(TestDatabase database, int kill) throws SQLException {
        Migrate migrate = migrate(database.kind().provider().text(), database.url(), folder);
        if (!exists(database)) {
            found("no database yet");
            migrate.deploy();
            return;
        }
        note(database, migrate.status());
        List<HistoryRow> failed = migrate.status().history().failed();
        assertThat(failed).as("kill %d", kill).hasSizeLessThan(2);
        for (HistoryRow row : failed) {
            underWay++;
            assertThat(codeOfDeploy(migrate)).isEqualTo("P3009");
            undo(database, Integer.parseInt(row.name().substring(12, 14)));
            migrate.markRolledBack(row.name());
        }
        migrate.deploy();
    }

    /** Counts at which moments the process was hit, by what is in the database. */
    private void note(TestDatabase database, Status.Report status) throws SQLException {
        HistoryDiagnosis history = status.history();
        if (!history.hasTable()) {
            found("before the history");
        } else if (history.failed().isEmpty()) {
            found(history.unapplied().isEmpty() ? "after all" : "between two migrations");
        } else {
            int number = Integer.parseInt(history.failed().get(0).name().substring(12, 14));
            boolean begun = !numbers(database, "SELECT 1 FROM " + catalog(database, "t" + number))
                    .isEmpty();
            boolean done = !numbers(database, "SELECT 1 FROM " + catalog(database, "u" + number))
                    .isEmpty();
            found(
                    !begun
                            ? "row without anything of the script"
                            : done ? "script without its mark" : "within the script");
        }
    }

    private void found(String moment) {
        moments.merge(moment, 1, Integer::sum);
    }

    private static boolean exists(TestDatabase database) {
        return database.kind() != DatabaseKind.SQLITE
                || Files.exists(
                        Path.of(database.url().replaceFirst("^file:", "").replaceFirst("\\?.*", "")));
    }

    private static String codeOfDeploy(Migrate migrate) {
        try {
            migrate.deploy();
            return "none";
        } catch (MigrateException e) {
            return String.valueOf(e.code());
        }
    }

    /** Where the database has transactions for DDL the migration left nothing; MySQL keeps what came before the kill. */
    private static void undo(TestDatabase database, int number) throws SQLException {
        boolean keeps = database.kind().provider() == Provider.MYSQL;
        List<String> tables = List.of("t" + number, "u" + number);
        for (String table : tables) {
            boolean left = !numbers(database, "SELECT 1 FROM " + catalog(database, table))
                    .isEmpty();
            assertThat(left && !keeps).as("%s is left", table).isFalse();
            if (left) {
                database.execute("DROP TABLE " + table);
            }
        }
        if (keeps
                && !numbers(database, "SELECT 1 FROM " + catalog(database, "journal"))
                        .isEmpty()) {
            database.execute(number == 0 ? "DROP TABLE journal" : "DELETE FROM journal WHERE n = " + number);
        }
    }

    private static String catalog(TestDatabase database, String table) {
        return database.kind() == DatabaseKind.SQLITE
                ? "sqlite_master WHERE name = '" + table + "'"
                : "information_schema.tables WHERE table_schema = "
                        + (database.kind() == DatabaseKind.POSTGRESQL ? "'public'" : "DATABASE()")
                        + " AND table_name = '" + table + "'";
    }

    private static List<Integer> numbers(TestDatabase database, String sql) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }
}
