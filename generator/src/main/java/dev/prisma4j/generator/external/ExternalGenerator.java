package dev.prisma4j.generator.external;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Generator;
import dev.prisma4j.schema.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A generator block that another program answers for. Started, it has been asked for its manifest; several can so be
 * started side by side, and then be run one after the other, as Prisma does.
 */
public final class ExternalGenerator implements AutoCloseable {
    private final Generator block;
    private final String provider;
    private final GeneratorProject project;
    private final OptionsWriter options;
    private final RpcProcess process;
    private final CompletableFuture<JsonNode> manifestAnswer;
    private @Nullable Manifest manifest;

    ExternalGenerator(
            Generator block, String provider, GeneratorProject project, OptionsWriter options, RpcProcess process) {
        this.block = block;
        this.provider = provider;
        this.project = project;
        this.options = options;
        this.process = process;
        this.manifestAnswer = process.call("getManifest", options.config(block));
    }

    /** The block. */
    public Generator block() {
        return block;
    }

    /**
     * What the generator says of itself; waits for it.
     *
     * @throws GenerateException if it fails, ends or does not answer in time
     */
    public Manifest manifest() {
        Manifest known = manifest;
        if (known == null) {
            known = Manifest.of(process.await(
                    manifestAnswer, "getManifest", project.limits().manifest()));
            manifest = known;
        }
        return known;
    }

    /** Its name and version for people. */
    public String title() {
        Manifest said = manifest();
        String name = said.prettyName() == null ? provider : said.prettyName();
        return said.version() == null ? name : name + " (" + said.version() + ")";
    }

    /** What should be said about the generator before it runs. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (String engine : manifest().requiresEngines()) {
            if (!Engine.isKnown(engine, project.environment())) {
                remarks.add("the generator \"" + block.name() + "\" asks for Prisma's " + engine
                        + ", which prisma4j does not bring; name it by a variable such as PRISMA_QUERY_ENGINE_BINARY if"
                        + " the generator cannot do without");
            }
        }
        for (Model model : project.schema().models()) {
            if (manifest().forbiddenModels().contains(model.name())) {
                remarks.add("the generator \"" + block.name() + "\" does not work with models named " + model.name());
            }
            for (Field field : model.fields()) {
                if (manifest().forbiddenFields().contains(field.name())) {
                    remarks.add("the generator \"" + block.name() + "\" does not work with fields named " + field.name()
                            + " (" + model.name() + ")");
                }
            }
        }
        return remarks;
    }

    /**
     * Where it writes: what the block says, from the folder of its file, or else what the manifest says.
     *
     * @throws GenerateException if neither says
     */
    public Path output() {
        ConfigValue written = block.output();
        if (written != null) {
            return project.folderOf(block.sourceFile())
                    .resolve(Provider.value(block, "output", written, project.environment()))
                    .normalize();
        }
        String byDefault = manifest().defaultOutput();
        if (byDefault == null) {
            throw new GenerateException(
                    "The generator " + block.name() + " does not say where to write, and neither does " + provider
                            + ". Add output = \"...\" to the block.");
        }
        Path schemaFolder = Files.isDirectory(project.schemaPath())
                ? project.schemaPath()
                : project.folderOf(project.schemaPath().toString());
        boolean packaged = byDefault.equals("node_modules") || byDefault.startsWith("node_modules/");
        Path base = packaged ? projectRoot(schemaFolder) : schemaFolder;
        return base.resolve(byDefault).normalize();
    }

    // Packages of npm live in the nearest folder that has some, or that npm takes for a project.
    private static Path projectRoot(Path schemaFolder) {
        for (Path folder = schemaFolder; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("node_modules")) || Files.exists(folder.resolve("package.json"))) {
                return folder;
            }
        }
        return schemaFolder;
    }

    /**
     * Generates; waits until it is done.
     *
     * @throws GenerateException if it fails, ends or does not answer in time, or needs a generator that the schema does
     *     not have
     */
    public void generate() {
        List<String> providers = project.schema().generators().stream()
                .map(other -> Provider.of(other, project.environment()))
                .toList();
        for (String required : manifest().requiresGenerators()) {
            if (!providers.contains(required)) {
                throw new GenerateException(
                        "The generator " + block.name() + " works only with another one beside it, whose"
                                + " provider is \"" + required + "\". Add a block for it.");
            }
        }
        process.await(
                process.call("generate", options.options(block, output(), manifest())),
                "generate",
                project.limits().generation());
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.close();
    }
}
