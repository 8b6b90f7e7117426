// --rename, and the questions about renames that nobody declared
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.rename.Rename;
import dev.prisma4j.migrate.rename.RenameChooser;
import dev.prisma4j.migrate.rename.RenameOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option, and what it says in the words of the migrate module. */
final class RenameQuestions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "Something has another name now and is neither dropped nor new: OldModel=NewModel,"
                    + " Model.oldField=newField, OldEnum=NewEnum, or Enum.OLD=NEW. Can be given several times."
                    + " On a terminal likely renames are asked for.")
    private List<String> declared = new ArrayList<>();

    /** The declared renames, and a person who is asked about others if one is there; otherwise they are told of. */
    RenameOptions options(Terminal terminal) {
        Map<List<Rename>, Optional<Rename>> answers = new HashMap<>();
        RenameChooser chooser = candidates -> answers.computeIfAbsent(
                        candidates,
                        c -> Optional.ofNullable(terminal.interactive() ? ask(terminal, c) : tell(terminal, c)))
                .orElse(null);
        return new RenameOptions(declared, chooser);
    }

    /** Whether renames were declared. */
    boolean areGiven() {
        return !declared.isEmpty();
    }

    /** The declared renames and nobody to ask, for output that other programs read. */
    RenameOptions declaredOnly() {
        return new RenameOptions(declared, RenameChooser.NOBODY);
    }

    private static @Nullable Rename tell(Terminal terminal, List<Rename> candidates) {
        String flag = candidates.get(0).flag();
        terminal.warn("\"" + flag.substring(0, flag.indexOf('=')) + "\" goes and \"" + newName(candidates.get(0))
                + "\" comes; if that is one thing with another name, give --rename " + flag);
        return null;
    }

    private static @Nullable Rename ask(Terminal terminal, List<Rename> candidates) {
        terminal.err().println("Is " + description(candidates.get(0)) + " new, or did it have another name?");
        terminal.err().println("  0  it is new");
        for (int i = 0; i < candidates.size(); i++) {
            terminal.err()
                    .println("  " + (i + 1) + "  it was " + terminal.style().name(oldName(candidates.get(i))));
        }
        while (true) {
            String answer = terminal.ask("Number (0):");
            if (answer == null) {
                throw CommandFailure.cancelled("it was not said what was renamed, so nothing was done", null);
            }
            String number = answer.strip();
            if (number.isEmpty() || number.equals("0")) {
                return null;
            }
            if (number.matches("\\d{1,3}") && Integer.parseInt(number) <= candidates.size()) {
                return candidates.get(Integer.parseInt(number) - 1);
            }
        }
    }

    private static String description(Rename rename) {
        String name = "\"" + newName(rename) + "\"";
        if (rename instanceof Rename.OfTable) {
            return "the table " + name;
        } else if (rename instanceof Rename.OfColumn column) {
            return "the column " + name + " of \"" + column.table().name() + "\"";
        } else if (rename instanceof Rename.OfEnumValue value) {
            return "the value " + name + " of \"" + value.type().name() + "\"";
        }
        return "the enum " + name;
    }

    private static String newName(Rename rename) {
        return rename.flag().substring(rename.flag().indexOf('=') + 1);
    }

    private static String oldName(Rename rename) {
        String flag = rename.inverse().flag();
        return flag.substring(flag.indexOf('=') + 1);
    }
}
