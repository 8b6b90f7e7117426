package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts that have to do with transactions and locks in their own way. */
class ScriptsOnServersTest {
    @TempDir
    Path folder;

    private Migrate project(TestDatabase database) {
        String schema =
                "datasource db {\n  provider = \"" + database.kind().provider().text() + "\"\n}\n";
        return Migrate.of(
                SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", schema)))
                        .orThrow(),
                database.url(),
                folder);
    }

    private void write(String migration, String file, String text) throws IOException {
        Path path = Files.createDirectories(folder.resolve("migrations/" + migration));
        Files.writeString(path.resolve(file), text);
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionThatAScriptLeavesOpenIsAFailure(DatabaseKind kind) throws Exception {
        write("1_table", "migration.sql", "CREATE TABLE a (x INT);");
        write("2_open", "migration.sql", "START TRANSACTION; INSERT INTO a VALUES (1);");
        if (kind == DatabaseKind.SQLITE) {
            write("2_open", "migration.sql", "BEGIN; INSERT INTO a VALUES (1);");
        }
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            Migrate project = project(database);

            assertThatThrownBy(project::deploy)
                    .hasMessageContaining("2_open")
                    .hasMessageContaining("begins a transaction and does not end it");
            project.markRolledBack("2_open");
            write(
                    "2_open",
                    "migration.sql",
                    Files.readString(folder.resolve("migrations/2_open/migration.sql")) + " COMMIT;");
            assertThat(project.deploy()).containsExactly("2_open");
        }
    }

    @Test
    void twoDeploysWithAConcurrentIndexWaitForEachOther() throws Exception {
        write("1_table", "migration.sql", "CREATE TABLE a (x INT);");
        write("2_index", "migration.sql", "SELECT pg_sleep(0.7); CREATE INDEX CONCURRENTLY i ON a (x);");
        try (TestDatabase database =
                TestDatabase.server(DatabaseKind.POSTGRESQL).fresh()) {
            List<CompletableFuture<List<String>>> deploys = Stream.of(project(database), project(database))
                    .map(project -> CompletableFuture.supplyAsync(project::deploy))
                    .toList();

            assertThat(deploys.stream().flatMap(deploy -> deploy.join().stream()))
                    .containsExactly("1_table", "2_index");
        }
    }

    @Test
    void anUndoThatCouldNotStayOneTransactionIsNotSaidToHaveKeptNothing() throws Exception {
        write("1_tables", "migration.sql", "CREATE TYPE r AS ENUM ('A'); CREATE TABLE u (role r);");
        write("1_tables", "down.sql", "ALTER TYPE r ADD VALUE 'X'; UPDATE u SET role = 'X'; broken;");
        try (TestDatabase database =
                TestDatabase.server(DatabaseKind.POSTGRESQL).fresh()) {
            Migrate project = project(database);
            project.deploy();

            assertThatThrownBy(() -> project.down(new DownOptions(1, null, false, plan -> true), Progress.NONE))
                    .hasMessageContaining("the history shows it as failed");
            assertThatThrownBy(project::deploy)
                    .isInstanceOfSatisfying(
                            MigrateException.class, e -> assertThat(e.code()).isEqualTo("P3009"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aDumpIsABaseline(DatabaseKind kind) throws Exception {
        write("1_dump", "migration.sql", """
                /*M!999999\\- enable the sandbox mode */
                /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
                /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
                /*M!100616 SET @OLD_NOTE_VERBOSITY=@@NOTE_VERBOSITY, NOTE_VERBOSITY=0 */;
                /*!999999 SET nonsense */;
                DROP TABLE IF EXISTS `a`;
                CREATE TABLE `a` (`x` int DEFAULT NULL) ENGINE=InnoDB;
                LOCK TABLES `a` WRITE;
                set autocommit=0;
                INSERT INTO `a` VALUES (1),(2);
                UNLOCK TABLES;
                commit;
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `a` FOR EACH ROW BEGIN
                  SET NEW.x = CASE WHEN NEW.x--1 > 0 THEN 5 END; /* nested; */
                END */;;
                DELIMITER ;
                /*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
                """);
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            assertThat(project(database).deploy()).containsExactly("1_dump");

            database.execute("INSERT INTO a VALUES (1)");
            assertThat(project(database).status().isUpToDate()).isTrue();
            try (Connection connection = database.connect();
                    ResultSet rows = connection.createStatement().executeQuery("SELECT SUM(x) FROM a")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1 + 2 + 5);
            }
        }
    }

    @Test
    void scriptsThatNameTheDatabaseAreNotTriedBesideIt() throws Exception {
        try (TestDatabase database = TestDatabase.server(DatabaseKind.MYSQL).fresh()) {
            Migrate project = project(database);
            String name = project.project().address().url().database();
            write("1_table", "migration.sql", "CREATE TABLE `" + name + "`.`a` (x INT);");
            write("1_table", "down.sql", "USE " + name + "; DROP TABLE a;");
            assertThat(project.deploy()).containsExactly("1_table");
            DevOptions options = new DevOptions(() -> "step", false, dangers -> true);

            assertThatThrownBy(() -> project.dev(options))
                    .hasMessageContaining("On line 1, 1_table names the database `" + name + "`");
            write("1_table", "migration.sql", "CREATE TABLE `a` (x INT);\n");
            assertThatThrownBy(() -> project.down(new DownOptions(1, null, true, plan -> true), Progress.NONE))
                    .hasMessageContaining("1_table/down.sql names the database");
            database.execute("INSERT INTO a VALUES (1)");
        }
    }
}
