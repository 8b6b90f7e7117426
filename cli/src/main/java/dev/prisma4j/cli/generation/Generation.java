// Runs the generator blocks of a schema, each as its provider wants it.
package dev.prisma4j.cli.generation;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.generator.GeneratorOptions;
import dev.prisma4j.generator.JavaClientGenerator;
import dev.prisma4j.generator.SourceFolder;
import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.external.ExternalGenerator;
import dev.prisma4j.generator.external.ExternalGenerators;
import dev.prisma4j.generator.external.GeneratorProject;
import dev.prisma4j.generator.external.Provider;
import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.schema.model.Generator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of generators. Programs are all started first and then asked to generate one after the other, in the order of
 * their blocks; one that fails does not keep the others from running.
 */
public final class Generation {
    private static final String BLOCK =
            "add: generator client { provider = \"prisma4j\" output = \"../src/main/java\" package = \"db\" }";

    private final LoadedProject loaded;
    private final Project project;
    private final Map<String, String> environment;
    private final Terminal terminal;
    private final Choice choice;
    private final List<Path> sourceFolders = new ArrayList<>();
    private @Nullable List<SqlQuery> queries;

    /**
     * Which generators run, and how.
     *
     * @param names the blocks that were asked for by name; all where empty
     * @param requireModels whether a schema without models is a mistake
     * @param sql where typed queries are wanted, how to ask the database for them; else null
     * @param hints whether to say what was left out
     * @param limits how long programs may take
     * @param clientFolder the source folder of our client where its block does not say, or null where it must
     */
    public record Choice(
            List<String> names,
            boolean requireModels,
            @Nullable QuerySource sql,
            boolean hints,
            GeneratorProject.Limits limits,
            @Nullable Path clientFolder) {
        public Choice {
            names = List.copyOf(names);
        }
    }

    /** Where typed queries come from. */
    public interface QuerySource {
        /** The queries of a project; asks its database. */
        List<SqlQuery> queries(LoadedProject project);
    }

    public Generation(LoadedProject loaded, Terminal terminal, Choice choice) {
        this.loaded = loaded;
        this.project = loaded.project();
        this.environment = project.environment().variables();
        this.terminal = terminal;
        this.choice = choice;
    }

    /**
     * Runs them.
     *
     * @return the source folders of our clients
     * @throws CommandFailure if there is nothing to run, or something failed; what did was printed
     */
    public List<Path> run() {
        if (choice.requireModels() && loaded.schema().models().isEmpty()) {
            throw CommandFailure.of("the schema " + project.schema().displayName() + " has no models");
        }
        QuerySource source = choice.sql();
        if (source != null) {
            queries = source.queries(loaded);
        } else if (choice.hints()) {
            TypedSqlFolder.of(project).leftOut().ifPresent(terminal::warn);
        }
        List<Step> steps = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        try {
            for (Generator block : chosen()) {
                attempt(block, failed, () -> steps.add(step(block)));
            }
            steps.removeIf(step -> step.skipped(terminal, choice));
            if (steps.isEmpty() && failed.isEmpty()) {
                throw CommandFailure.of(
                        "the schema has no generator block that prisma4j can run, so nothing was generated", BLOCK);
            }
            steps.forEach(step -> attempt(step.block(), failed, () -> step.run(this)));
        } finally {
            steps.forEach(Step::close);
        }
        if (!failed.isEmpty()) {
            throw CommandFailure.of(
                    failed.size() == 1
                            ? "the generator \"" + failed.get(0) + "\" failed"
                            : "the generators \"" + String.join("\", \"", failed) + "\" failed");
        }
        return sourceFolders;
    }

    private void attempt(Generator block, List<String> failed, Runnable work) {
        try {
            work.run();
        } catch (GenerateException failure) {
            terminal.err().println(terminal.style().error("error") + ": " + failure.getMessage());
            failed.add(block.name());
        }
    }

    private List<Generator> chosen() {
        List<Generator> all = loaded.schema().generators();
        List<String> known = all.stream().map(Generator::name).toList();
        for (String name : choice.names()) {
            if (!known.contains(name)) {
                throw CommandFailure.of(
                        "the schema has no generator \"" + name + "\"",
                        known.isEmpty() ? BLOCK : "it has " + String.join(", ", known));
            }
        }
        return choice.names().isEmpty()
                ? all
                : all.stream()
                        .filter(block -> choice.names().contains(block.name()))
                        .toList();
    }

    private Step step(Generator block) {
        if (GeneratorOptions.isFor(block, environment)) {
            return new OurStep(block);
        }
        String provider = Provider.of(block, environment);
        if (Provider.isPrismas(provider)) {
            return new PrismasStep(block, provider);
        }
        return new ExternalStep(programs().start(block));
    }

    private ExternalGenerators programs() {
        GeneratorProject about = new GeneratorProject(
                loaded.schema(),
                loaded.sources(),
                project.schema().path(),
                project.workingFolder(),
                environment,
                queries,
                !choice.requireModels(),
                choice.limits());
        return new ExternalGenerators(about, line -> {
            synchronized (terminal) {
                terminal.say(line);
            }
        });
    }

    /** What a block asks for. */
    private sealed interface Step {
        Generator block();

        /** Whether there is nothing to run; says so. */
        default boolean skipped(Terminal terminal, Choice choice) {
            return false;
        }

        void run(Generation generation);

        default void close() {}
    }

    private record OurStep(Generator block) implements Step {
        @Override
        public void run(Generation generation) {
            generation.writeClient(block);
        }
    }

    /** The JavaScript client, which only Prisma's own command line writes. */
    private record PrismasStep(Generator block, String provider) implements Step {
        @Override
        public boolean skipped(Terminal terminal, Choice choice) {
            String advice = "npx prisma generate --generator " + block.name();
            if (!choice.names().isEmpty()) {
                throw CommandFailure.of(
                        "the generator \"" + block.name() + "\" (" + provider
                                + ") is a part of Prisma's own command line",
                        "run: " + advice);
            }
            if (choice.hints()) {
                terminal.err()
                        .println(terminal.style().name("note") + ": the generator \"" + block.name()
                                + "\" is left to Prisma's own command line: " + advice);
            }
            return true;
        }

        @Override
        public void run(Generation generation) {
            throw new IllegalStateException("only Prisma's own command line can run " + provider);
        }
    }

    private record ExternalStep(ExternalGenerator generator) implements Step {
        @Override
        public Generator block() {
            return generator.block();
        }

        @Override
        public void run(Generation generation) {
            Terminal terminal = generation.terminal;
            generator.remarks().forEach(terminal::warn);
            long start = System.nanoTime();
            generator.generate();
            generation.say("Generated " + generator.title() + " to " + generation.display(generator.output()) + " in "
                    + milliseconds(start) + " ms.");
        }

        @Override
        public void close() {
            generator.close();
        }
    }

    private void writeClient(Generator block) {
        GeneratorOptions options = GeneratorOptions.of(block, environment);
        Path folder = clientFolder(block, options.output());
        long start = System.nanoTime();
        SourceFolder.Changes changes =
                JavaClientGenerator.generate(loaded.schema(), options, queries == null ? List.of() : queries, folder);
        sourceFolders.add(folder);
        Path target = folder.resolve(options.packageName().replace('.', '/'));
        say("Generated the client in " + display(target) + " (" + changes.written() + " files written, "
                + changes.unchanged() + " unchanged, " + changes.removed() + " removed) in " + milliseconds(start)
                + " ms.");
    }

    private Path clientFolder(Generator block, @Nullable String output) {
        if (output == null) {
            if (choice.clientFolder() != null) {
                return choice.clientFolder();
            }
            throw new GenerateException(
                    "The generator \"" + block.name() + "\" does not say where to write. Add output ="
                            + " \"../src/main/java\", a source folder, from the schema's folder.");
        }
        Path schemaFolder = project.workingFolder().resolve(block.sourceFile()).getParent();
        Path base = schemaFolder == null ? project.schema().folder() : schemaFolder;
        return base.resolve(output).normalize();
    }

    private void say(String line) {
        synchronized (terminal) {
            terminal.say(line);
        }
    }

    private String display(Path path) {
        return terminal.style().name(SourceReader.displayName(path, project.workingFolder()));
    }

    private static long milliseconds(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
