// A schema on a fresh database, with its tables and an engine whose statements are noted.
package dev.prisma4j.testkit.engine;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.QueryExecutor;
import dev.prisma4j.engine.protocol.JsonProtocol;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests are JSON with {@code '} for quotes, as it reads better here. */
final class OpenedSchema implements AutoCloseable {
    final DatabaseKind kind;
    final Schema schema;
    final Engine engine;
    /** What was sent to the database since it was last cleared; transaction statements among them. */
    final List<String> statements = new CopyOnWriteArrayList<>();

    private final JsonProtocol protocol;

    private OpenedSchema(TestDatabase database, Schema schema, UnaryOperator<EngineOptions> options) {
        this.kind = database.kind();
        this.schema = schema;
        this.engine = Engine.open(
                schema,
                options.apply(
                        EngineOptions.url(database.url()).withListener(statement -> statements.add(statement.sql()))));
        this.protocol = new JsonProtocol(engine);
    }

    static OpenedSchema of(TestDatabase database, String models) {
        return of(database, models, options -> options);
    }

    static OpenedSchema of(TestDatabase database, String models, UnaryOperator<EngineOptions> options) {
        String head = "generator client {\n  provider = \"prisma4j\"\n  previewFeatures = [\"relationJoins\"]\n}\n"
                + "datasource db {\n  provider = \""
                + database.kind().provider().text() + "\"\n}\n";
        Schema schema = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", head + models)))
                .orThrow();
        Migrate.of(schema, database.url(), Path.of("").toAbsolutePath()).push(new PushOptions(false, true));
        return new OpenedSchema(database, schema, options);
    }

    Model model(String name) {
        return schema.model(name).orElseThrow();
    }

    ScalarField field(String model, String name) {
        return model(model).scalarField(name).orElseThrow();
    }

    /** The data of an answer. */
    JsonNode ask(String action, String model, String arguments, String selection) {
        return ask(engine, action, model, arguments, selection);
    }

    JsonNode ask(QueryExecutor executor, String action, String model, String arguments, String selection) {
        JsonNode answer = answer(executor, action, model, arguments, selection);
        if (!answer.has("data")) {
            throw new IllegalStateException(action + " " + arguments + ": " + answer);
        }
        return answer.get("data").iterator().next();
    }

    /** The whole answer, which may be an error. */
    JsonNode answer(QueryExecutor executor, String action, String model, String arguments, String selection) {
        String request = "{'modelName':'" + model + "','action':'" + action + "','query':{'arguments':" + arguments
                + ",'selection':" + selection + "}}";
        return answer(executor, request.replace('\'', '"'));
    }

    JsonNode answer(QueryExecutor executor, String request) {
        return JsonMapper.shared().readTree(protocol.answer(request.getBytes(StandardCharsets.UTF_8), executor));
    }

    /** Runs a statement written with {@code "} around names. */
    void run(String sql) {
        engine.execute(new RawExecute(new RawSql.Text(quoted(sql), List.of())));
    }

    String quoted(String sql) {
        boolean mysql = kind == DatabaseKind.MYSQL || kind == DatabaseKind.MARIADB;
        return mysql ? sql.replace('"', '`') : sql;
    }

    /** How many statements there were that are not about transactions; forgets them. */
    int counted() {
        int count = (int) statements.stream()
                .filter(sql -> !sql.matches("(BEGIN|COMMIT|ROLLBACK|SET|SAVEPOINT|RELEASE|START).*"))
                .count();
        statements.clear();
        return count;
    }

    @Override
    public void close() {
        engine.close();
    }
}
