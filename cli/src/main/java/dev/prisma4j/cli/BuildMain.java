// Where build tools start the program inside their own JVM.
package dev.prisma4j.cli;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;

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
            throw new IllegalStateException(
                    "prisma4j " + String.join(" ", arguments) + " failed with status " + status);
        }
    }
}
