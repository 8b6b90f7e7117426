// prisma4j db seed
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs the project's own program that fills the database. */
@Command(name = "seed", description = "Run the command that the configuration names as migrations.seed.")
public final class DbSeedCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Passed on to the command; write them after --.")
    private List<String> arguments = new ArrayList<>();

    public DbSeedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Seed seed = Seed.of(project.find(context));
        if (seed == null) {
            throw CommandFailure.of(
                    "the configuration names no seed command",
                    "in prisma.config.toml: [migrations] seed = \"java db/Seed.java\"");
        }
        seed.run(context, null, arguments);
        return ExitStatus.DONE;
    }
}
