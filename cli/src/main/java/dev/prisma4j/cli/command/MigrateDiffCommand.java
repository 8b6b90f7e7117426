// prisma4j migrate diff
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.cli.terminal.Style;
import dev.prisma4j.migrate.command.DiffResult;
import dev.prisma4j.migrate.diff.DiffTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares two descriptions of a database: schemas, migrations, databases, nothing. */
@Command(
        name = "diff",
        description =
                "Compare two of: a schema, a folder of migrations, a database, nothing. Prints the difference as a"
                        + " tree, or with --script as SQL.")
public final class MigrateDiffCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private RenameQuestions renames = new RenameQuestions();

    @ArgGroup(multiplicity = "1")
    private From from = new From();

    @ArgGroup(multiplicity = "1")
    private To to = new To();

    @Option(names = "--script", description = "Print SQL.")
    private boolean script;

    @Option(names = "--summary", description = "Print the difference in Prisma's words instead of as a tree.")
    private boolean summary;

    @Option(names = "--exit-code", description = "Status 2 if there is a difference, 0 if not, 1 for errors.")
    private boolean exitCode;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file instead of the standard output.")
    private @Nullable Path output;

    @Option(
            names = "--shadow-database-url",
            paramLabel = "URL",
            description =
                    "The database that migrations are tried on. Default: what the configuration says, else a new one.")
    private @Nullable String shadowUrl;

    private static final class From {
        @Option(names = "--from-empty", description = "Compare from nothing.")
        private boolean empty;

        @Option(
                names = {"--from-schema", "--from-schema-datamodel"},
                paramLabel = "FILE|DIR",
                description = "Compare from what a schema asks for.")
        private @Nullable Path schema;

        @Option(names = "--from-migrations", paramLabel = "DIR", description = "Compare from what migrations make.")
        private @Nullable Path migrations;

        @Option(names = "--from-config-datasource", description = "Compare from the project's database.")
        private boolean configured;

        @Option(
                names = "--from-schema-datasource",
                paramLabel = "FILE|DIR",
                description = "Compare from the database that a schema names.")
        private @Nullable Path datasource;

        @Option(names = "--from-url", paramLabel = "URL", description = "Compare from a database.")
        private @Nullable String url;

        DiffSource source() {
            return new DiffSource("--from", schema, migrations, configured, datasource, url);
        }
    }

    private static final class To {
        @Option(names = "--to-empty", description = "Compare to nothing.")
        private boolean empty;

        @Option(
                names = {"--to-schema", "--to-schema-datamodel"},
                paramLabel = "FILE|DIR",
                description = "Compare to what a schema asks for.")
        private @Nullable Path schema;

        @Option(names = "--to-migrations", paramLabel = "DIR", description = "Compare to what migrations make.")
        private @Nullable Path migrations;

        @Option(names = "--to-config-datasource", description = "Compare to the project's database.")
        private boolean configured;

        @Option(
                names = "--to-schema-datasource",
                paramLabel = "FILE|DIR",
                description = "Compare to the database that a schema names.")
        private @Nullable Path datasource;

        @Option(names = "--to-url", paramLabel = "URL", description = "Compare to a database.")
        private @Nullable String url;

        DiffSource source() {
            return new DiffSource("--to", schema, migrations, configured, datasource, url);
        }
    }

    public MigrateDiffCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (script && summary) {
            throw CommandFailure.of("--script and --summary are two ways to print the same; give one of them");
        }
        DiffResult result = new DiffComparison(context, database, shadowUrl, renames.declaredOnly())
                .compare(from.source(), to.source());
        String text = script ? result.script() : summary || result.isEmpty() ? result.summary() : tree(result);
        write(text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
        return exitCode && !result.isEmpty() ? ExitStatus.DIFFERENT : ExitStatus.DONE;
    }

    private String tree(DiffResult result) {
        Style style = output == null ? context.terminal().style() : new Style(false);
        StringBuilder text = new StringBuilder();
        for (DiffTree.Line line : result.tree()) {
            String coloured = switch (line.mark()) {
                case ADDED -> style.success(line.text());
                case REMOVED -> style.danger(line.text());
                case CHANGED -> style.change(line.text());
            };
            text.append(coloured).append('\n');
        }
        return text.toString();
    }

    private void write(String text) {
        if (output == null) {
            context.terminal().out().print(text);
            context.terminal().out().flush();
            return;
        }
        Path file = context.resolve(output);
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw CommandFailure.of("cannot write " + SourceReader.displayName(file, context.workingFolder()) + ": "
                            + SourceReader.reason(e))
                    .causedBy(e);
        }
    }
}
