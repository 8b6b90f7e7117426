// What all goals have in common: where the project is, and how a command runs inside Maven.
package dev.prisma4j.maven;

import dev.prisma4j.cli.Prisma4j;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal. Relative paths start from the folder of the project's pom. */
abstract class PrismaMojo extends AbstractMojo {
    /** The project that is built. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @Nullable
    MavenProject project;

    /** The schema file, or a folder of {@code .prisma} files. By default found as by the command line. */
    @Parameter(property = "prisma4j.schema")
    @Nullable
    File schema;

    /** The configuration file. By default {@code prisma.config.toml}, else {@code prisma.config.ts} or {@code .js}. */
    @Parameter(property = "prisma4j.config")
    @Nullable
    File config;

    /** Does nothing where true. */
    @Parameter(property = "prisma4j.skip", defaultValue = "false")
    boolean skip;

    /** Variables beside those of the environment, for {@code env("NAME")}; these win. */
    @Parameter
    Map<String, String> environment = Map.of();

    @Override
    public final void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("prisma4j is skipped.");
        } else {
            perform();
        }
    }

    abstract void perform() throws MojoFailureException;

    final MavenProject project() {
        if (project == null) {
            throw new IllegalStateException("Maven has not said which project is built");
        }
        return project;
    }

    final @Nullable Path schemaPath() {
        return schema == null ? null : schema.toPath();
    }

    final @Nullable Path configPath() {
        return config == null ? null : config.toPath();
    }

    /** Runs a command with the options that find the project. */
    final void command(String... words) throws MojoFailureException {
        List<String> arguments = new ArrayList<>(List.of(words));
        if (schema != null) {
            arguments.addAll(List.of("--schema", schema.getPath()));
        }
        if (config != null) {
            arguments.addAll(List.of("--config", config.getPath()));
        }
        run(context -> new Prisma4j(context).run(arguments.toArray(String[]::new)));
    }

    /** Runs work that prints; what it prints goes to Maven's log. */
    final void run(ToIntFunction<CommandContext> work) throws MojoFailureException {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(new LogLines(getLog()::info), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(new byte[0]),
                false,
                false);
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putAll(environment);
        int status = work.applyAsInt(
                new CommandContext(terminal, variables, project().getBasedir().toPath()));
        terminal.out().close();
        String said = errors.toString(StandardCharsets.UTF_8).strip();
        if (status != ExitStatus.DONE) {
            throw new MojoFailureException(said.isEmpty() ? "prisma4j ended with status " + status : said);
        }
        said.lines().forEach(getLog()::warn);
    }
}
