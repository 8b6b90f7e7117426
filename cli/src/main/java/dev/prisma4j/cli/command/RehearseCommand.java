// prisma4j rehearse, for the launcher only
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.process.CommandRunner;
import dev.prisma4j.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Runs the everyday commands once on a temporary project, silently. The launcher does this while the JVM records which
 * classes are loaded; later starts find them in the class-data archive.
 */
@Command(name = "rehearse", hidden = true, description = "Run the everyday commands once on a temporary project.")
public final class RehearseCommand implements Callable<Integer> {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("init", "--with-model"),
            List.of("validate"),
            List.of("validate", "--schema", "nowhere"),
            List.of("format", "--check"),
            List.of("dmmf"),
            List.of("generate"),
            List.of("migrate", "dev", "--name", "init"),
            List.of("migrate", "status"),
            List.of("migrate", "deploy"),
            List.of("db", "push"),
            List.of("version", "--json"),
            List.of("--help"));

    private final CommandRunner prisma4j;

    /**
     * The command.
     *
     * @param prisma4j runs another command of this program
     */
    public RehearseCommand(CommandRunner prisma4j) {
        this.prisma4j = prisma4j;
    }

    @Override
    public Integer call() {
        try {
            Path folder = Files.createTempDirectory("prisma4j-rehearsal-");
            try {
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                Terminal terminal = new Terminal(nowhere, nowhere, InputStream.nullInputStream(), false, false);
                CommandContext context = new CommandContext(terminal, Map.of(), folder);
                for (List<String> command : COMMANDS) {
                    prisma4j.run(context, command.toArray(String[]::new));
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitStatus.DONE;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : found) {
            Files.delete(path);
        }
    }
}
