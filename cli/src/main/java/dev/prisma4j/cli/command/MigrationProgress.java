// Shows which migrations are being applied.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.command.Progress;

/** A line per migration. */
final class MigrationProgress implements Progress {
    private final Terminal terminal;

    MigrationProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void applied(String migration) {
        terminal.say("Applied " + terminal.style().name(migration));
    }
}
