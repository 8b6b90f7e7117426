// prisma4j generate
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.generator.GeneratorOptions;
import dev.prisma4j.generator.JavaClientGenerator;
import dev.prisma4j.generator.SourceFolder;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Generator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the generators that the schema names. */
@Command(name = "generate", description = "Write the Java client that the schema's generator block asks for.")
public final class GenerateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(
            names = "--generator",
            paramLabel = "NAME",
            description = "Run only the generator block of this name; may be repeated.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--require-models", description = "Fail if the schema has no models.")
    private boolean requireModels;

    public GenerateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        LoadedProject loaded = project.load(context);
        if (requireModels && loaded.schema().models().isEmpty()) {
            throw CommandFailure.of("the schema " + loaded.project().schema().displayName() + " has no models");
        }
        int generated = 0;
        for (Generator generator : chosen(loaded)) {
            if (GeneratorOptions.isFor(generator)) {
                generate(loaded, generator);
                generated++;
            } else if (names.isEmpty()) {
                context.terminal()
                        .warn("the generator \"" + generator.name() + "\" is skipped: running " + provider(generator)
                                + " is not supported yet");
            } else {
                throw CommandFailure.notSupported(
                        "running the generator \"" + generator.name() + "\" (" + provider(generator) + ")",
                        "generate it with Prisma's own command line; both can share the schema");
            }
        }
        if (generated == 0) {
            throw CommandFailure.of(
                    "the schema has no generator block for prisma4j, so nothing was generated",
                    "add: generator client { provider = \"prisma4j\" output = \"../src/main/java\" package = \"db\" }");
        }
        return ExitStatus.DONE;
    }

    private List<Generator> chosen(LoadedProject loaded) {
        List<Generator> all = loaded.schema().generators();
        List<String> known = all.stream().map(Generator::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw CommandFailure.of(
                        "the schema has no generator \"" + name + "\"", "it has " + String.join(", ", known));
            }
        }
        return names.isEmpty()
                ? all
                : all.stream()
                        .filter(generator -> names.contains(generator.name()))
                        .toList();
    }

    private void generate(LoadedProject loaded, Generator generator) {
        GeneratorOptions options = GeneratorOptions.of(generator);
        String output = options.output();
        if (output == null) {
            throw CommandFailure.of(
                    "the generator \"" + generator.name() + "\" does not say where to write",
                    "add: output = \"../src/main/java\", a source folder, from the schema's folder");
        }
        Path schemaFolder =
                loaded.project().workingFolder().resolve(generator.sourceFile()).getParent();
        Path base = schemaFolder == null ? loaded.project().schema().folder() : schemaFolder;
        Path folder = base.resolve(output).normalize();
        long start = System.nanoTime();
        SourceFolder.Changes changes = JavaClientGenerator.generate(loaded.schema(), options, folder);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        Path target = folder.resolve(options.packageName().replace('.', '/'));
        context.terminal()
                .say("Generated the client in "
                        + context.terminal().style().name(SourceReader.displayName(target, context.workingFolder()))
                        + " (" + changes.written() + " files written, " + changes.unchanged() + " unchanged, "
                        + changes.removed()
                        + " removed) in " + milliseconds + " ms.");
    }

    private static String provider(Generator generator) {
        return generator.provider() instanceof ConfigValue.Text text ? "\"" + text.value() + "\"" : "its provider";
    }
}
