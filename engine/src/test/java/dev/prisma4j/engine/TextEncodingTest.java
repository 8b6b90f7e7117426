package dev.prisma4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite's texts are read as bytes where these are known to be UTF-8: nobody may notice. */
class TextEncodingTest {
    private static final Instant TIME = Instant.parse("2024-01-02T03:04:05.678Z");

    @TempDir
    Path folder;

    private final Blog blog = new Blog();

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("blog.db"));
    }

    private Engine engine() {
        return Engine.open(blog.schema, EngineOptions.url("file:" + folder.resolve("blog.db")));
    }

    /** Texts of all lengths and kinds, and what else a column for texts can hold. */
    private static void fill(Connection connection, String encoding) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA encoding = '" + encoding + "'");
            for (String table : Blog.TABLES) {
                statement.execute(table.replace("\"name\" TEXT, ", "\"name\", "));
            }
            statement.execute("INSERT INTO \"User\" (email, name, meta, at) VALUES"
                    + " ('plain', 'Alice', '{\"é\":1}', '2024-01-02T03:04:05.678+00:00'),"
                    + " ('Grüße 😀 日本', '', '[]', '2024-01-02 03:04:05.678'),"
                    + " ('zero' || char(0) || 'inside', NULL, NULL, 1704164645678),"
                    + " ('number', 12, '12', 1704164645678.0),"
                    + " ('fraction', 0.1, '1.5', '2024-01-02T03:04:05.678Z'),"
                    + " ('large', 1e300, '\"x\"', '2024-01-02T04:04:05.678+01:00'),"
                    + " ('bytes', x'41ff42', 'null', '2024-01-02T03:04:05.678+00:00'),"
                    + " ('no bytes', x'', '{}', '2024-01-02T03:04:05.678+00:00'),"
                    + " ('" + "long ".repeat(5000) + "', 'x', '{}', '2024-01-02T03:04:05.678+00:00')");
        }
    }

    private static List<List<String>> byDriver(Connection connection) throws SQLException {
        List<List<String>> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT email, name, meta FROM \"User\" ORDER BY id")) {
            while (rows.next()) {
                texts.add(new ArrayList<>());
                for (int i = 1; i <= 3; i++) {
                    texts.get(texts.size() - 1).add(String.valueOf(rows.getString(i)));
                }
            }
        }
        return texts;
    }

    private List<List<String>> byEngine(Engine engine) {
        return engine
                .execute(new FindMany<>(
                        blog.user,
                        ReadArguments.ALL,
                        MapReader.of(blog.user)
                                .scalar("email")
                                .scalar("name")
                                .scalar("meta")
                                .scalar("at")
                                .selection(),
                        ReadOptions.DEFAULT))
                .stream()
                .map(row -> {
                    assertThat(row).containsEntry("at", TIME);
                    return List.of(
                            String.valueOf(row.get("email")),
                            String.valueOf(row.get("name")),
                            String.valueOf(row.get("meta")));
                })
                .toList();
    }

    private static List<List<String>> raw(Engine engine) {
        RawSql sql = new RawSql.Text("SELECT email, name, meta FROM \"User\" ORDER BY id", List.of());
        return engine.execute(new RawQuery<>(
                sql,
                found -> row -> List.of(
                        row.getString(0),
                        String.valueOf(row.getStringOrNull(1)),
                        String.valueOf(row.getStringOrNull(2)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void textsAreThoseOfTheDriverInAnyEncoding(String encoding) throws SQLException {
        try (Connection connection = connection()) {
            fill(connection, encoding);
            try (Engine engine = engine()) {
                assertThat(byEngine(engine)).hasSize(9).isEqualTo(byDriver(connection));
                assertThat(raw(engine)).isEqualTo(byDriver(connection));
            }
        }
    }

    @Test
    void aDatabaseThatIsStillEmptyMayGetAnyEncodingLater() throws SQLException {
        try (Connection connection = connection();
                Engine engine = engine()) {
            engine.ping(java.time.Duration.ofSeconds(5));
            fill(connection, "UTF-16le");
            assertThat(byEngine(engine)).hasSize(9).isEqualTo(byDriver(connection));
        }
    }
}
