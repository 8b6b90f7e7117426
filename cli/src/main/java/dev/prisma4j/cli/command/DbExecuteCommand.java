// prisma4j db execute
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.DatabaseAddress;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.migrate.Migrate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a script of SQL. */
@Command(name = "execute", description = "Run a script of SQL on the database. Its results are not shown.")
public final class DbExecuteCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @ArgGroup(multiplicity = "1")
    private Script script = new Script();

    private static final class Script {
        @Option(names = "--file", paramLabel = "FILE", description = "The script.")
        private @Nullable Path file;

        @Option(names = "--stdin", description = "Read the script from the standard input.")
        private boolean stdin;
    }

    public DbExecuteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String sql = read();
        String url = database.url();
        if (url != null) {
            DatabaseAddress address = new DatabaseAddress(url, context.workingFolder(), "--url");
            Migrate.execute(address.absolute(address.parse().provider()), context.workingFolder(), sql);
        } else {
            database.migrations(context).migrate().execute(sql);
        }
        context.terminal().say("The script was executed.");
        return ExitStatus.DONE;
    }

    private String read() {
        if (script.file != null) {
            return SourceReader.read(context.resolve(script.file), context.workingFolder())
                    .text();
        }
        try {
            return new String(context.terminal().in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.of("the script cannot be read from the standard input: " + SourceReader.reason(e))
                    .causedBy(e);
        }
    }
}
