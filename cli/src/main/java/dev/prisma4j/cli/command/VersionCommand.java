// prisma4j version
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.process.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Prints what is running, for bug reports. */
@Command(name = "version", description = "Print the versions of prisma4j and of what it runs on.")
public final class VersionCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public VersionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("prisma4j", Version.current());
        facts.put("prisma-compatibility", "7.10");
        facts.put("java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        facts.put("operating-system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(facts));
        } else {
            facts.forEach((name, value) -> context.terminal().say(String.format("%-21s: %s", name, value)));
        }
        return ExitStatus.DONE;
    }
}
