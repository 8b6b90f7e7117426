package dev.prisma4j.maven;

import dev.prisma4j.cli.Prisma4j;
import dev.prisma4j.cli.generation.Generation;
import dev.prisma4j.cli.generation.TypedSqlFolder;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.generator.external.GeneratorProject.Limits;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the schema's generator blocks and makes the folder of the Java client a source folder of the project. Files that
 * stay the same are not touched, so nothing is compiled again because of them.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends PrismaMojo {
    /** Where the Java client goes if its block has no {@code output}. */
    @Parameter(
            property = "prisma4j.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/prisma4j")
    @Nullable
    File outputDirectory;

    /** The generator blocks to run; all by default. */
    @Parameter(property = "prisma4j.generators")
    List<String> generators = List.of();

    /** Whether a schema without models is a mistake. */
    @Parameter(property = "prisma4j.requireModels", defaultValue = "false")
    boolean requireModels;

    /** Whether to make methods of the project's {@code .sql} files; needs the database. */
    @Parameter(property = "prisma4j.sql", defaultValue = "false")
    boolean sql;

    /** The database's address, for {@code sql}. By default found as by the command line. */
    @Parameter(property = "prisma4j.url")
    @Nullable
    String url;

    /** Whether the client is for the project's tests only. */
    @Parameter(property = "prisma4j.testSources", defaultValue = "false")
    boolean testSources;

    @Override
    void perform() throws MojoFailureException {
        List<Path> folders = new ArrayList<>();
        Path fallback = outputDirectory == null ? null : outputDirectory.toPath();
        run(context -> new Prisma4j(context).run(() -> {
            Project found = Project.find(context, schemaPath(), configPath());
            Generation.QuerySource queries =
                    sql ? loaded -> TypedSqlFolder.of(loaded.project()).describe(loaded, url) : null;
            Generation.Choice choice =
                    new Generation.Choice(generators, requireModels, queries, true, Limits.DEFAULT, fallback);
            LoadedProject loaded = LoadedProject.load(found, context.terminal());
            folders.addAll(new Generation(loaded, context.terminal(), choice).run());
        }));
        for (Path folder : folders) {
            if (testSources) {
                project().addTestCompileSourceRoot(folder.toString());
            } else {
                project().addCompileSourceRoot(folder.toString());
            }
        }
    }
}
