// prisma4j quickstart
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.process.CommandRunner;
import dev.prisma4j.cli.quickstart.Quickstart;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The guided tour. */
@Command(
        name = "quickstart",
        description = "Make a scratch project and go from its schema to printed rows: migrate, generate, compile, run.")
public final class QuickstartCommand implements Callable<Integer> {
    private final CommandContext context;
    private final CommandRunner prisma4j;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "The project's folder: new, empty, or of an earlier tour and not changed since. Default: ${DEFAULT-VALUE}.",
            defaultValue = "prisma4j-quickstart")
    private Path folder = Path.of("");

    /**
     * The command.
     *
     * @param prisma4j runs another command of this program
     */
    public QuickstartCommand(CommandContext context, CommandRunner prisma4j) {
        this.context = context;
        this.prisma4j = prisma4j;
    }

    @Override
    public Integer call() {
        return new Quickstart(context, prisma4j).run(context.resolve(folder));
    }
}
