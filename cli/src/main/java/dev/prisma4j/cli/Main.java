// Where the process starts and ends.
package dev.prisma4j.cli;

import dev.prisma4j.cli.process.CommandContext;

/** The program {@code prisma4j}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int status = new Prisma4j(CommandContext.ofProcess()).run(arguments);
        // Drivers and servers may have left threads that would keep the process alive.
        System.exit(status);
    }
}
