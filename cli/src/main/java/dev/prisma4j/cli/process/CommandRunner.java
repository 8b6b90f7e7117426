// For commands that consist of other commands.
package dev.prisma4j.cli.process;

/** Runs commands of this program. */
@FunctionalInterface
public interface CommandRunner {

    /** Runs one command to its end and returns its exit status; never throws. */
    int run(CommandContext context, String... arguments);
}
