// prisma4j serve
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.config.Environment;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.DatabaseAddress;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.server.PrismaServer;
import dev.prisma4j.server.ServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers Prisma's JSON protocol over HTTP, for clients in other languages. */
@Command(
        name = "serve",
        description =
                "Answer the JSON protocol of Prisma's clients over HTTP, for one schema or, without --schema, for those"
                        + " that clients upload.")
public final class ServeCommand implements Callable<Integer> {
    private static final String URL_VARIABLE = "PRISMA4J_DATABASE_URL";
    private static final String KEY_VARIABLE = "PRISMA4J_API_KEY";

    private static final Set<String> NO_ANSWER = Set.of("P1001", "P1002", "P1008", "P1017", "P2024", "P2037");

    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port, 0 for any free one. Default: ${DEFAULT-VALUE}.",
            defaultValue = "4466")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches.",
            defaultValue = "127.0.0.1")
    private String host = "";

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "What clients must send. Default: PRISMA4J_API_KEY, else none is needed.")
    private @Nullable String apiKey;

    public ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw CommandFailure.of("there is no port " + port, "choose one from 1 to 65535, or 0 for any free one");
        }
        Environment environment = Project.environment(context);
        String key = apiKey != null ? apiKey : environment.nonBlank(KEY_VARIABLE);
        ServerOptions options = database.namesSchema() ? forOneSchema() : forUploads(environment);
        try (PrismaServer server = PrismaServer.start(
                options.withHost(host).withPort(port).withApiKey(key).withProblems(context.terminal()::warn))) {
            context.terminal().say("prisma4j is ready at " + server.url());
            context.terminal().out().flush();
            server.await();
        } catch (IOException e) {
            throw CommandFailure.of("cannot listen on " + host + ":" + port + ": " + SourceReader.reason(e))
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.DONE;
    }

    private ServerOptions forOneSchema() {
        LoadedProject loaded = database.load(context);
        Datasource datasource = loaded.datasource();
        DatabaseAddress address = loaded.project().database(database.url(), datasource);
        String url = address.absolute(datasource.provider());
        return ServerOptions.of((schema, listener) ->
                        reached(Engine.open(schema, EngineOptions.url(url).withListener(listener))))
                .withSchema(loaded.schema());
    }

    /** A database that does not let us in never will; one that does not answer may be starting. */
    private Engine reached(Engine engine) {
        try {
            engine.ping(Duration.ofSeconds(5));
        } catch (PrismaException e) {
            if (!NO_ANSWER.contains(e.code())) {
                engine.close();
                throw e;
            }
            context.terminal().warn("the database does not answer yet: " + e.getMessage());
        }
        return engine;
    }

    private ServerOptions forUploads(Environment environment) {
        return ServerOptions.of((schema, listener) -> {
            try {
                DatabaseAddress address = addressOf(schema, environment);
                String url = address.absolute(LoadedProject.datasourceOf(schema).provider());
                return Engine.open(schema, EngineOptions.url(url).withListener(listener));
            } catch (CommandFailure e) {
                String advice = e.advice();
                throw new IllegalArgumentException(advice == null ? e.text() : e.text() + " (" + advice + ")", e);
            }
        });
    }

    // What the server was started with beats what a client's schema says.
    private DatabaseAddress addressOf(Schema schema, Environment environment) {
        ConfigValue named = LoadedProject.datasourceOf(schema).url();
        String url = database.url() != null ? database.url() : environment.nonBlank(URL_VARIABLE);
        if (url == null && named instanceof ConfigValue.Text text) {
            url = text.value();
        }
        if (url == null) {
            url = environment.nonBlank(named instanceof ConfigValue.Env env ? env.variable() : "DATABASE_URL");
        }
        if (url == null) {
            throw CommandFailure.of("no database was named", "start the server with --url URL");
        }
        return new DatabaseAddress(url, context.workingFolder(), "serve");
    }
}
