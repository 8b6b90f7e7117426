package dev.prisma4j.migrate.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.SqlAction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteScriptRunnerTest {
    private static final String FAMILY =
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (id INTEGER PRIMARY KEY,"
                    + " p INT REFERENCES p (id) ON DELETE CASCADE); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1);";

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dev.db"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void run(String script) throws ScriptFailure {
        new SqliteKind().run(connection, script, SqlAction.NONE);
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA foreign_keys(OFF)",
                "PRAGMA main.foreign_keys=off",
                "PRAGMA foreign_keys=\"off\"",
                "PRAGMA foreign_keys = 'No'",
                "pragma [main] . \"foreign_keys\" = 0",
                "PRAGMA foreign_keys = nonsense"
            })
    void keysAreOffHoweverThatIsWritten(String off) throws Exception {
        run(FAMILY);
        run(off + "; CREATE TABLE new_p (id INTEGER PRIMARY KEY, x INT); INSERT INTO new_p SELECT id, 1 FROM p;"
                + " DROP TABLE p; ALTER TABLE new_p RENAME TO p; PRAGMA foreign_keys = true;");

        assertThat(ask("SELECT count(*) FROM c")).isEqualTo("1");
        assertThat(ask("PRAGMA foreign_keys")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"journal_mode = WAL, wal", "synchronous = OFF, 0", "temp_store(MEMORY), 2"})
    void pragmasThatNoTransactionTakesAreRunWithoutOne(String pragma, String value) throws Exception {
        run("PRAGMA " + pragma + "; CREATE TABLE a (x INT);");

        assertThat(ask("PRAGMA " + pragma.split("\\W")[0])).isEqualTo(value);
        assertThat(new SqliteKind().runsInTransaction("PRAGMA " + pragma)).isFalse();
    }

    @Test
    void tablesThatAreDroppedWithKeysOnTakeTheirChildrenAlong() throws Exception {
        run(FAMILY);
        run("DROP TABLE p; PRAGMA foreign_keys=OFF; CREATE TABLE x (id INT); PRAGMA foreign_keys=ON;");

        assertThat(ask("SELECT count(*) FROM c")).isEqualTo("0");
    }

    @Test
    void theUsualScriptsAreOneTransaction() {
        assertThat(new SqliteKind()
                        .runsInTransaction("DROP INDEX i; PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;"
                                + " INSERT INTO n SELECT 1; DROP TABLE t; PRAGMA foreign_keys=ON; PRAGMA user_version=3;"
                                + " Pragma writable_schema=1"))
                .isTrue();
    }

    @Test
    void aTransactionThatIsLeftOpenIsAFailure() throws Exception {
        boolean[] noted = {false};

        assertThatThrownBy(
                        () -> new SqliteKind().run(connection, "BEGIN; CREATE TABLE a (x INT);", () -> noted[0] = true))
                .isInstanceOf(ScriptFailure.class)
                .hasMessageContaining("does not end it");
        assertThat(noted[0]).isFalse();
        run("CREATE TABLE a (x INT);");
        assertThatThrownBy(() -> run("BEGIN; CREATE TABLE b (x INT); CREATE TABLE b (x INT); COMMIT;"))
                .isInstanceOf(ScriptFailure.class);
        run("CREATE TABLE b (x INT);");
        run("BEGIN; CREATE TABLE c (x INT); END; CREATE TABLE d (x INT)");
        assertThat(ask("SELECT count(*) FROM sqlite_master")).isEqualTo("4");
    }

    @Test
    void aWriteAheadLogDoesNotLetTwoHaveTheLock() throws Exception {
        run("PRAGMA journal_mode = WAL; CREATE TABLE a (x INT);");
        new SqliteKind().lock(connection);

        try (Connection second = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dev.db"));
                Statement statement = second.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 50");
            assertThatThrownBy(() -> new SqliteKind().lock(second))
                    .isInstanceOfSatisfying(
                            MigrateException.class, e -> assertThat(e.code()).isEqualTo("P1002"));
        }
    }
}
