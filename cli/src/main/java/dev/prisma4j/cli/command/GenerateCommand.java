// prisma4j generate
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.generation.FileWatch;
import dev.prisma4j.cli.generation.Generation;
import dev.prisma4j.cli.generation.TypedSqlFolder;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.process.CommandRunner;
import dev.prisma4j.generator.external.GeneratorProject.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the generators that the schema names. */
@Command(
        name = "generate",
        description = "Run the schema's generator blocks: our Java client, and generators of others.")
public final class GenerateCommand implements Callable<Integer> {
    private final CommandContext context;
    private final CommandRunner runner;

    @Mixin
    private DatabaseOptions project = new DatabaseOptions();

    @Option(
            names = "--generator",
            paramLabel = "NAME",
            description = "Run only the generator block of this name; may be repeated.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--require-models", description = "Fail if the schema has no models.")
    private boolean requireModels;

    @Option(
            names = "--sql",
            description =
                    "Make methods of the .sql files in typedSql.path (by default the folder sql beside the schema); asks"
                            + " the database for their types.")
    private boolean sql;

    @Option(
            names = "--watch",
            description = "Generate again whenever the schema, the configuration or a query changes.")
    private boolean watch;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--no-hints", description = "Do not say which generators were left to Prisma's own command line.")
    private boolean noHints;

    @Option(
            names = "--generator-timeout",
            paramLabel = "SECONDS",
            description = "How long a program of others may take to start, and then to generate. Default: 120 and 600.")
    private @Nullable Integer timeout;

    public GenerateCommand(CommandContext context, CommandRunner runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        if (watch) {
            return watch();
        }
        Generation.Choice choice = new Generation.Choice(names, requireModels, queries(), !noHints, limits(), null);
        new Generation(project.load(context), context.terminal(), choice).run();
        return ExitStatus.DONE;
    }

    /** Runs the same command without watching, again and again; what fails is printed and tried again after a change. */
    private int watch() {
        String[] arguments = spec.root().commandLine().getParseResult().originalArgs().stream()
                .filter(argument -> !argument.equals("--watch"))
                .toArray(String[]::new);
        FileWatch files = FileWatch.of(project.find(context));
        try {
            while (true) {
                Map<Path, String> seen = files.state();
                runner.run(context, arguments);
                context.terminal().say("Waiting for changes; end with Ctrl+C.");
                files.awaitChange(seen);
            }
        } catch (InterruptedException e) {
            return ExitStatus.DONE;
        }
    }

    private Generation.@Nullable QuerySource queries() {
        if (!sql && project.url() != null) {
            throw CommandFailure.of("--url is used with --sql only: without it, generate needs no database");
        }
        return sql ? loaded -> TypedSqlFolder.of(loaded.project()).describe(loaded, project.url()) : null;
    }

    private Limits limits() {
        if (timeout == null) {
            return Limits.DEFAULT;
        }
        if (timeout <= 0) {
            throw CommandFailure.of("--generator-timeout takes a number of seconds above 0");
        }
        Duration limit = Duration.ofSeconds(timeout);
        return new Limits(limit, limit);
    }
}
