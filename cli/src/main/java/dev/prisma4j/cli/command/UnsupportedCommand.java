// Stands for the commands of Prisma that this version does not have.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Accepts any arguments and fails, saying so: nothing that was asked for is ever silently left out. */
@Command(description = "Not supported yet.")
public final class UnsupportedCommand implements Callable<Integer> {
    private final String instead;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    /**
     * A command that is missing.
     *
     * @param instead what can be done meanwhile
     */
    public UnsupportedCommand(String instead) {
        this.instead = instead;
    }

    @Override
    public Integer call() {
        throw CommandFailure.notSupported("\"" + spec.qualifiedName(" ") + "\"", instead);
    }
}
