// Where build tools start the program inside their own JVM.
package dev.prisma4j.cli;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The program for Maven's {@code exec:java} and the like: a failure is an exception, and the JVM lives on. */
public final class BuildMain {
    private BuildMain() {}

    /**
     * Runs one command.
     *
     * @throws IllegalStateException when it fails; why was printed
     */
    public static void main(String[] arguments) {
        int status = new Prisma4j(CommandContext.ofProcess()).run(arguments);
        if (status != ExitStatus.DONE) {
            // Only the command's name: what follows may hold a password.
            String command = Arrays.stream(arguments)
                    .takeWhile(word -> word.matches("[a-z]+"))
                    .collect(Collectors.joining(" "));
            throw new IllegalStateException("prisma4j " + command + " failed with status " + status);
        }
    }
}
