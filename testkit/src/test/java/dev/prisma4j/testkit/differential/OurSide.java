package dev.prisma4j.testkit.differential;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.server.PrismaServer;
import dev.prisma4j.server.ServerOptions;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A database of our own with the tables of a case file, served by us. */
final class OurSide implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestDatabase database;
    private final PrismaServer server;
    private final Tables tables;

    OurSide(DatabaseKind kind, String schemaText) throws IOException, SQLException {
        Schema schema = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", schemaText)))
                .orThrow();
        database = TestDatabase.server(kind).fresh();
        Migrate.of(schema, database.url(), Path.of("")).push(new PushOptions(true, false));
        server = PrismaServer.start(ServerOptions.of((opened, listener) ->
                        Engine.open(opened, EngineOptions.url(database.url()).withListener(listener)))
                .withSchema(schema));
        tables = new Tables(schema, database);
    }

    Tables tables() {
        return tables;
    }

    String ask(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/6.19.0/schema/graphql"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() throws SQLException {
        tables.close();
        server.close();
        database.close();
    }
}
