// prisma4j format
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.SchemaLocation;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.cli.source.SourceWriter;
import dev.prisma4j.schema.format.Formatter;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the schema in its canonical layout, or checks that it is. */
@Command(name = "format", description = "Lay out the schema's text in the canonical form.")
public final class FormatCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @ArgGroup
    private Mode mode = new Mode();

    private static final class Mode {
        @Option(names = "--check", description = "Write nothing; fail if a file is not in the canonical form.")
        private boolean check;

        @Option(names = "--stdout", description = "Print the formatted text instead of writing it to the files.")
        private boolean stdout;
    }

    public FormatCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SchemaLocation location = project.find(context).schema();
        List<SourceFile> before = location.read();
        List<SourceFile> after = Formatter.format(before);
        if (mode.stdout) {
            after.forEach(file -> context.terminal().out().print(file.text()));
            context.terminal().out().flush();
            return ExitStatus.DONE;
        }
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).text().equals(after.get(i).text())) {
                changed.add(i);
            }
        }
        return mode.check ? report(after, changed) : write(location, after, changed);
    }

    private int report(List<SourceFile> files, List<Integer> changed) {
        if (changed.isEmpty()) {
            context.terminal().say(location(files.size()) + " formatted.");
            return ExitStatus.DONE;
        }
        changed.forEach(i -> context.terminal().say(files.get(i).name() + " is not formatted"));
        throw CommandFailure.of(
                changed.size() == 1 ? "one file is not formatted" : changed.size() + " files are not formatted",
                "run \"prisma4j format\"");
    }

    private int write(SchemaLocation location, List<SourceFile> files, List<Integer> changed) {
        List<Path> paths = location.files();
        for (int i : changed) {
            try {
                SourceWriter.write(paths.get(i), files.get(i).text());
            } catch (IOException e) {
                throw CommandFailure.of("cannot write " + files.get(i).name() + ": " + SourceReader.reason(e))
                        .causedBy(e);
            }
            context.terminal().say("Formatted " + files.get(i).name());
        }
        if (changed.isEmpty()) {
            context.terminal().say(location(files.size()) + " already formatted.");
        }
        return ExitStatus.DONE;
    }

    private static String location(int files) {
        return files == 1 ? "The schema is" : "All " + files + " files are";
    }
}
