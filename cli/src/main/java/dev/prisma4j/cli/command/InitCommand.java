// prisma4j init
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.cli.source.SourceWriter;
import dev.prisma4j.schema.env.DotEnv;
import dev.prisma4j.schema.model.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a project: a schema, a configuration, a {@code .env} with the database's address. */
@Command(name = "init", description = "Start a project: prisma/schema.prisma, prisma.config.toml and .env.")
public final class InitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project's folder. Default: the current one.")
    private @Nullable Path folder;

    @Option(
            names = "--datasource-provider",
            paramLabel = "PROVIDER",
            description =
                    "postgresql, mysql, sqlite, sqlserver, cockroachdb or mongodb. Default: what --url says, else sqlite.")
    private @Nullable String provider;

    @Option(names = "--url", paramLabel = "URL", description = "The database's address, which goes to .env.")
    private @Nullable String url;

    @Option(names = "--with-model", description = "Add an example model to the schema.")
    private boolean withModel;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where \"prisma4j generate\" writes, from the schema's folder. Default: ${DEFAULT-VALUE}.",
            defaultValue = "../src/main/java")
    private String output = "";

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The generated client's Java package. Default: ${DEFAULT-VALUE}.",
            defaultValue = "db")
    private String packageName = "";

    @Option(
            names = "--generator-provider",
            paramLabel = "NAME",
            description = "The generator. Default: ${DEFAULT-VALUE}.",
            defaultValue = "prisma4j")
    private String generator = "";

    @Option(names = "--preview-feature", paramLabel = "NAME", description = "A preview feature; may be repeated.")
    private List<String> previewFeatures = new ArrayList<>();

    public InitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Provider chosen = chooseProvider();
        Path root = folder == null ? context.workingFolder() : context.resolve(folder);
        Path schema = root.resolve("prisma/schema.prisma");
        Path config = root.resolve("prisma.config.toml");
        for (Path file : List.of(schema, root.resolve("schema.prisma"), config)) {
            if (Files.exists(file)) {
                throw CommandFailure.of(
                        SourceReader.displayName(file, context.workingFolder()) + " already exists",
                        "\"prisma4j init\" starts new projects only; choose another folder");
            }
        }
        write(schema, schemaText(chosen));
        write(config, """
                schema = "prisma/schema.prisma"

                [datasource]
                url = 'env("DATABASE_URL")'

                [migrations]
                path = "prisma/migrations"
                """);
        addUrl(root.resolve(".env"), url == null ? exampleUrl(chosen) : url);
        addIgnored(root.resolve(".gitignore"));
        sayNext(chosen);
        return ExitStatus.DONE;
    }

    private Provider chooseProvider() {
        Provider ofUrl = url == null ? null : providerOf(url);
        if (provider == null) {
            return ofUrl == null ? Provider.SQLITE : ofUrl;
        }
        return agreed(provider, ofUrl);
    }

    private static Provider agreed(String provider, @Nullable Provider ofUrl) {
        Provider named = Provider.of(provider)
                .orElseThrow(() -> CommandFailure.of(
                        "\"" + provider + "\" is not a kind of database",
                        "choose postgresql, mysql, sqlite, sqlserver, cockroachdb or mongodb"));
        boolean cockroach = ofUrl == Provider.POSTGRESQL && named == Provider.COCKROACHDB;
        if (ofUrl != null && ofUrl != named && !cockroach) {
            throw CommandFailure.of("--url is the address of a " + ofUrl.text()
                    + " database, --datasource-provider says " + named.text());
        }
        return named;
    }

    private static Provider providerOf(String url) {
        String scheme = url.contains(":") ? url.substring(0, url.indexOf(':')) : url;
        return switch (scheme) {
            case "file", "sqlite" -> Provider.SQLITE;
            case "postgres", "postgresql", "prisma+postgres" -> Provider.POSTGRESQL;
            case "mysql", "mariadb" -> Provider.MYSQL;
            case "sqlserver" -> Provider.SQLSERVER;
            case "mongodb", "mongodb+srv" -> Provider.MONGODB;
            default ->
                throw CommandFailure.coded(
                        "P1013",
                        "the address of a database does not begin with \"" + scheme + ":\"",
                        "it begins with file:, postgresql:, mysql:, sqlserver: or mongodb:");
        };
    }

    private static String exampleUrl(Provider provider) {
        return switch (provider) {
            case SQLITE -> "file:./dev.db";
            case POSTGRESQL -> "postgresql://user:password@localhost:5432/mydb?schema=public";
            case COCKROACHDB -> "postgresql://user:password@localhost:26257/mydb?schema=public";
            case MYSQL -> "mysql://user:password@localhost:3306/mydb";
            case SQLSERVER -> "sqlserver://localhost:1433;database=mydb;user=sa;password=password;encrypt=true";
            case MONGODB -> "mongodb+srv://user:password@cluster.example.net/mydb";
        };
    }

    private String schemaText(Provider chosen) {
        StringBuilder text = new StringBuilder("generator client {\n");
        text.append("  provider = \"").append(generator).append("\"\n");
        text.append("  output   = \"").append(output).append("\"\n");
        if (generator.equals("prisma4j")) {
            text.append("  package  = \"").append(packageName).append("\"\n");
        }
        if (!previewFeatures.isEmpty()) {
            text.append("  previewFeatures = [\"")
                    .append(String.join("\", \"", previewFeatures))
                    .append("\"]\n");
        }
        text.append("}\n\ndatasource db {\n  provider = \"")
                .append(chosen.text())
                .append("\"\n}\n");
        if (withModel) {
            text.append(chosen == Provider.MONGODB ? """

                    model User {
                      id    String  @id @default(auto()) @map("_id") @db.ObjectId
                      email String  @unique
                      name  String?
                    }
                    """ : """

                    model User {
                      id    Int     @id @default(autoincrement())
                      email String  @unique
                      name  String?
                    }
                    """);
        }
        return dev.prisma4j.schema.format.Formatter.format(
                        List.of(dev.prisma4j.schema.source.SourceFile.of("schema.prisma", text.toString())))
                .get(0)
                .text();
    }

    private void addUrl(Path file, String value) {
        String before = Files.exists(file)
                ? SourceReader.read(file, context.workingFolder()).text()
                : "";
        if (DotEnv.parse(before).assignments().containsKey("DATABASE_URL")) {
            context.terminal().warn(".env already has a DATABASE_URL, which is kept");
            return;
        }
        // Single quotes, because a password may hold a # or a newline's backslash.
        String kept = value.replace("$", "\\$"); // what begins with a dollar would be looked up
        String quoted = kept.contains("'") ? "\"" + kept + "\"" : "'" + kept + "'";
        write(file, before + (before.isEmpty() || before.endsWith("\n") ? "" : "\n") + "DATABASE_URL=" + quoted + "\n");
    }

    private void addIgnored(Path file) {
        String before = Files.exists(file)
                ? SourceReader.read(file, context.workingFolder()).text()
                : "";
        if (before.lines().noneMatch(line -> line.strip().equals(".env"))) {
            write(file, before + (before.isEmpty() || before.endsWith("\n") ? "" : "\n") + ".env\n");
        }
    }

    private void write(Path file, String text) {
        boolean existed = Files.exists(file);
        try {
            SourceWriter.write(file, text);
        } catch (IOException e) {
            throw CommandFailure.of("cannot write " + SourceReader.displayName(file, context.workingFolder()) + ": "
                            + SourceReader.reason(e))
                    .causedBy(e);
        }
        context.terminal()
                .say((existed ? "Changed " : "Created ") + SourceReader.displayName(file, context.workingFolder()));
    }

    private void sayNext(Provider chosen) {
        context.terminal().say("");
        context.terminal().say("Next:");
        if (url == null && chosen != Provider.SQLITE) {
            context.terminal().say("  set DATABASE_URL in .env to the address of your database");
        }
        context.terminal()
                .say(
                        withModel
                                ? "  prisma4j migrate dev --name init"
                                : "  write models, then: prisma4j migrate dev --name init");
        context.terminal().say("  prisma4j generate");
    }
}
