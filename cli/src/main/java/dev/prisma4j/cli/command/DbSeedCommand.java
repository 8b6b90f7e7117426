// prisma4j db seed
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.config.Template;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.cli.source.SourceReader;
import java.io.IOException;
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
        Project found = project.find(context);
        Template seed = found.config().migrationsSeed();
        if (seed == null) {
            throw CommandFailure.of(
                    "the configuration names no seed command",
                    "in prisma.config.toml: [migrations] seed = \"java db/Seed.java\"");
        }
        String command = seed.resolve(found.environment(), "migrations.seed");
        context.terminal().say("Running seed command: " + command);
        int status = run(command, found);
        if (status != 0) {
            throw CommandFailure.of("the seed command ended with status " + status);
        }
        context.terminal().say("The seed command has been executed.");
        return ExitStatus.DONE;
    }

    private int run(String command, Project found) {
        // Arguments reach the command as they are: the shell sees them as its parameters, not as text.
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", command + " \"$@\"", "seed"));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(found.config().folder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(found.environment().variables());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            process.getInputStream().transferTo(context.terminal().out());
            return process.waitFor();
        } catch (IOException e) {
            throw CommandFailure.of("the seed command cannot be run: " + SourceReader.reason(e))
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.cancelled("the seed command was interrupted", null);
        }
    }
}
