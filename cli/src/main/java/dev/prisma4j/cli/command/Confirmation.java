// Asks a yes or no question.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.terminal.Terminal;
import java.util.Locale;

/** Questions whose answer is no unless the user says yes. */
final class Confirmation {
    private Confirmation() {}

    static boolean ask(Terminal terminal, String question) {
        String answer = terminal.ask(question + " (y/N)");
        return answer != null
                && (answer.strip().toLowerCase(Locale.ROOT).equals("y")
                        || answer.strip().toLowerCase(Locale.ROOT).equals("yes"));
    }
}
