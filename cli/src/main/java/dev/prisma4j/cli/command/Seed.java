// The project's own program that fills the database.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.config.Template;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.cli.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration names as {@code migrations.seed}: a command line for the shell, or the name of a Java class with a
 * main method, which is run with the class path of the project's Maven build.
 *
 * @param project the project
 * @param text what the configuration says
 * @param shown the same with the names of variables in place of their values
 */
record Seed(Project project, String text, String shown) {
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[a-z_][\\w$]*\\.)*[A-Z][\\w$]*(?:\\.[A-Z][\\w$]*)*");

    /** The seed of a project, or null if the configuration names none. */
    static @Nullable Seed of(Project project) {
        Template seed = project.config().migrationsSeed();
        return seed == null
                ? null
                : new Seed(project, seed.resolve(project.environment(), "migrations.seed"), seed.display());
    }

    /**
     * Runs it to its end; what it prints is passed on.
     *
     * @param databaseUrl the database that was named on the command line, or null; the program finds it in DATABASE_URL
     * @throws CommandFailure if it does not end with status 0
     */
    void run(CommandContext context, @Nullable String databaseUrl, List<String> arguments) {
        boolean isClass = CLASS_NAME.matcher(text).matches();
        context.terminal().say("Running seed " + (isClass ? "class: " : "command: ") + shown);
        List<String> line = isClass ? mavenLine(arguments) : shellLine(arguments);
        int status = start(context, databaseUrl, line);
        if (status != 0) {
            throw CommandFailure.of("the seed command ended with status " + status);
        }
        context.terminal().say("The seed command has been executed.");
    }

    private List<String> shellLine(List<String> arguments) {
        // Arguments reach the command as they are: the shell sees them as its parameters, not as text.
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", text + " \"$@\"", "seed"));
        line.addAll(arguments);
        return line;
    }

    private List<String> mavenLine(List<String> arguments) {
        Path folder = project.config().folder();
        if (!Files.isRegularFile(folder.resolve("pom.xml"))) {
            throw CommandFailure.of(
                    "the seed " + text + " is a Java class, but there is no pom.xml in " + folder
                            + " that says what it needs",
                    "write a command instead, for example seed = \"java -cp build/classes " + text + "\"");
        }
        for (String argument : arguments) {
            if (argument.matches("(?s).*[\\s'\"\\\\].*")) {
                throw CommandFailure.of(
                        "Maven cannot pass on an argument with blanks, quotes or backslashes: " + argument,
                        "write the seed as a command, for example seed = \"java db/Seed.java\"");
            }
        }
        Path wrapper = folder.resolve("mvnw");
        List<String> line = new ArrayList<>();
        line.add(Files.isExecutable(wrapper) ? wrapper.toString() : "mvn");
        line.addAll(
                List.of("-q", "compile", "org.codehaus.mojo:exec-maven-plugin:3.5.1:java", "-Dexec.mainClass=" + text));
        if (!arguments.isEmpty()) {
            line.add("-Dexec.args=" + String.join(" ", arguments));
        }
        return line;
    }

    private int start(CommandContext context, @Nullable String databaseUrl, List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(project.config().folder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(project.environment().variables());
        if (databaseUrl != null) {
            builder.environment().put("DATABASE_URL", databaseUrl);
            builder.environment().put("PRISMA4J_DATABASE_URL", databaseUrl);
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            process.getInputStream().transferTo(context.terminal().out());
            return process.waitFor();
        } catch (IOException e) {
            throw CommandFailure.of("the seed command cannot be run: " + SourceReader.reason(e))
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.cancelled("the seed command was interrupted", null);
        }
    }
}
