// What a command knows of the process it runs in.
package dev.prisma4j.cli.process;

import dev.prisma4j.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/**
 * The process around a command: in a test, a made-up one.
 *
 * @param terminal what it prints to and reads from
 * @param environment the variables it was started with
 * @param workingFolder the folder it was started in, absolute
 */
public record CommandContext(Terminal terminal, Map<String, String> environment, Path workingFolder) {
    public CommandContext {
        environment = Map.copyOf(environment);
        workingFolder = workingFolder.toAbsolutePath().normalize();
    }

    /** The process we are in. */
    public static CommandContext ofProcess() {
        Map<String, String> environment = System.getenv();
        return new CommandContext(Terminal.ofProcess(environment), environment, Path.of(""));
    }

    /** A path that the user gave, from the folder the user is in. */
    public Path resolve(Path path) {
        return workingFolder.resolve(path).normalize();
    }
}
