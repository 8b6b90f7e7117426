package dev.prisma4j.testkit.differential;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.server.PrismaServer;
import dev.prisma4j.server.ServerOptions;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Two databases of the same kind with the same tables: one served by us, the other by the reference. */
final class Arena implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String lastAnswer = "";
    private final Schema schema;
    private final TestDatabase ourDatabase;
    private final TestDatabase theirDatabase;
    private final PrismaServer ours;
    private final Reference theirs;
    private final Tables ourTables;
    private final Tables theirTables;

    Arena(DatabaseKind kind, String schemaText) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("prisma4j-arena");
        Path file = Files.writeString(folder.resolve("schema.prisma"), schemaText);
        schema = SchemaCompiler.compile(file).orThrow();
        ourDatabase = TestDatabase.server(kind).fresh();
        theirDatabase = TestDatabase.server(kind).fresh();
        for (TestDatabase database : List.of(ourDatabase, theirDatabase)) {
            Migrate.of(schema, database.url(), folder).push(new PushOptions(true, false));
        }
        ours = PrismaServer.start(ServerOptions.of((opened, listener) ->
                        Engine.open(opened, EngineOptions.url(ourDatabase.url()).withListener(listener)))
                .withSchema(schema));
        theirs = Reference.serve(file, theirDatabase.url());
        ourTables = new Tables(schema, ourDatabase);
        theirTables = new Tables(schema, theirDatabase);
    }

    Schema schema() {
        return schema;
    }

    String askUs(String body) throws IOException, InterruptedException {
        lastAnswer = post(ours.url(), body);
        return lastAnswer;
    }

    /** Our answer to the last request. */
    String lastAnswer() {
        return lastAnswer;
    }

    String askThem(String body) throws IOException, InterruptedException {
        return post(theirs.url(), body);
    }

    Map<String, List<String>> ourContent() throws SQLException {
        return ourTables.content();
    }

    Map<String, List<String>> theirContent() throws SQLException {
        return theirTables.content();
    }

    /** Changes the tables of both databases themselves. */
    void define(String sql) throws SQLException {
        ourTables.define(sql);
        theirTables.define(sql);
    }

    /** Gives both databases that content. */
    void restore(Map<String, List<String>> content) throws SQLException {
        ourTables.restore(content);
        theirTables.restore(content);
    }

    private String post(String base, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/6.19.0/schema/graphql"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() throws SQLException {
        ourTables.close();
        theirTables.close();
        ours.close();
        theirs.close();
        ourDatabase.close();
        theirDatabase.close();
    }
}
