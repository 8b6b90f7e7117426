package dev.prisma4j.generator.external;

import dev.prisma4j.schema.model.Generator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts the programs behind a project's generator blocks. */
public final class ExternalGenerators {
    private final GeneratorProject project;
    private final Consumer<String> print;
    private @Nullable OptionsWriter options;

    /**
     * For one project.
     *
     * @param print takes each line that a generator prints for the user; called by several threads
     */
    public ExternalGenerators(GeneratorProject project, Consumer<String> print) {
        this.project = project;
        this.print = print;
    }

    /**
     * Starts the program of a block and asks for its manifest, without waiting for the answer.
     *
     * @throws dev.prisma4j.generator.error.GenerateException if it cannot be started
     */
    public ExternalGenerator start(Generator block) {
        OptionsWriter writer = options;
        if (writer == null) {
            writer = new OptionsWriter(project);
            options = writer;
        }
        String provider = Provider.of(block, project.environment());
        RpcProcess process = new RpcProcess(provider, Provider.process(provider, block, project), print);
        return new ExternalGenerator(block, provider, project, writer, process);
    }
}
