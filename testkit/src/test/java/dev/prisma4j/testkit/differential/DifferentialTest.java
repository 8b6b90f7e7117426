package dev.prisma4j.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.queryschema.QuerySchema;
import dev.prisma4j.server.PrismaServer;
import dev.prisma4j.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same generated queries against us and against the reference. {@code -Dprisma4j.seeds=N} runs N schemas instead of a
 * few, {@code -Dprisma4j.seed=S} starts with another seed.
 */
@Tag("conformance")
class DifferentialTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int QUERIES = 120;

    private final HttpClient http = HttpClient.newHttpClient();
    private int asked;
    private int otherCodes;
    private int crashes;

    @Test
    void generated_queries_on_sqlite_are_answered_as_by_the_reference(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Reference.isThere(), "the reference is not at hand");
        long first = Long.getLong("prisma4j.seed", 1);
        int seeds = Integer.getInteger("prisma4j.seeds", 3);
        List<String> differences = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
            run(seed, Files.createDirectory(folder.resolve("seed" + seed)), differences);
        }
        System.out.println("Differential: " + asked + " queries, " + differences.size() + " differences, " + otherCodes
                + " other error codes, " + crashes + " failures of the reference itself");
        differences.forEach(System.out::println);
        assertThat(differences.size()).as("differing answers of " + asked).isLessThanOrEqualTo(asked / 50);
    }

    private void run(long seed, Path folder, List<String> differences) throws Exception {
        Path file = Files.writeString(folder.resolve("schema.prisma"), new SchemaGenerator(seed, "sqlite").schema());
        Schema schema = SchemaCompiler.compile(file).orThrow();
        Path database = folder.resolve("ours.db");
        createTables(database, Reference.tables(file));
        ServerOptions options = ServerOptions.of((opened, listener) -> Engine.open(
                        opened, EngineOptions.url("file:" + database).withListener(listener)))
                .withSchema(schema);
        try (Reference reference = Reference.serve(file, "file:" + folder.resolve("reference.db"));
                PrismaServer server = PrismaServer.start(options)) {
            compare(seed, schema, reference.url(), server.url(), differences);
        }
    }

    private void compare(long seed, Schema schema, String theirs, String ours, List<String> differences)
            throws IOException, InterruptedException {
        QueryGenerator generator = new QueryGenerator(seed, QuerySchema.of(schema));
        for (int i = 0; i < QUERIES; i++) {
            boolean write = i < 25 || i % 5 == 0;
            Map<String, Object> request = i < 25 ? generator.create() : write ? generator.write() : generator.read();
            String body = MAPPER.writeValueAsString(request);
            String expected = post(theirs, body);
            String actual = post(ours, body);
            asked++;
            String theirForm = Answers.form(expected);
            String ourForm = Answers.form(actual);
            if (theirForm.startsWith("error") && ourForm.startsWith("error") && !theirForm.equals(ourForm)) {
                otherCodes++; // two mistakes in one query, of which another is told
            } else if (theirForm.equals(Answers.CRASH)) {
                crashes++;
                if (write) {
                    return;
                }
            } else if (!theirForm.equals(ourForm)) {
                differences.add("seed " + seed + " #" + i + " " + body + "\n  expected " + shortened(expected)
                        + "\n  ours     " + shortened(actual));
                if (write) {
                    return; // the databases are no longer the same
                }
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > 900 ? text.substring(0, 900) + ".." : text;
    }

    private String post(String base, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/6.19.0/schema/graphql"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void createTables(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";\\s*\\n", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }
}
