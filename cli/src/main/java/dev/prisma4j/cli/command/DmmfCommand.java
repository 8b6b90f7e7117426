// prisma4j dmmf
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.schema.dmmf.Dmmf;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what generators receive. */
@Command(name = "dmmf", description = "Print the schema as DMMF, the JSON that generators receive.")
public final class DmmfCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    public DmmfCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Dmmf.of(project.load(context).schema()).write(context.terminal().out());
        context.terminal().say("");
        return ExitStatus.DONE;
    }
}
