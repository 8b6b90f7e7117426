// The steps of the guided tour, each the command that a user would type.
package dev.prisma4j.cli.quickstart;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.process.CommandRunner;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.cli.terminal.Style;
import dev.prisma4j.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a scratch project from the example, migrates its database, generates its client, compiles it and runs it. A folder
 * that an earlier tour made is made anew if its files were not changed since; any other folder that is not empty is left alone.
 */
public final class Quickstart {
    private static final String MARKER = ".prisma4j-quickstart";

    private final CommandContext context;
    private final CommandRunner prisma4j;
    private final Terminal terminal;
    private final Style style;

    /**
     * A tour.
     *
     * @param prisma4j runs another command of this program in the given context and returns its exit status
     */
    public Quickstart(CommandContext context, CommandRunner prisma4j) {
        this.context = context;
        this.prisma4j = prisma4j;
        this.terminal = context.terminal();
        this.style = terminal.style();
    }

    /** Runs the tour in a folder and returns the exit status. */
    public int run(Path folder) {
        try {
            prepare(folder);
            List<Path> files = ExampleProject.copyTo(folder);
            terminal.say("A new project in " + SourceReader.displayName(folder, context.workingFolder()) + ":");
            files.forEach(file -> terminal.say("  " + style.name(file.toString())));
            CommandContext inside = new CommandContext(terminal, environment(), folder);
            command(inside, "migrate", "dev", "--name", "init");
            command(inside, "generate");
            compile(folder);
            return runProgram(folder, mainClass(folder, files));
        } catch (IOException e) {
            throw CommandFailure.of("the tour cannot go on: " + SourceReader.reason(e))
                    .causedBy(e);
        }
    }

    // What the user's own projects need must not lead this one to their databases.
    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(context.environment());
        variables.keySet().removeIf(Quickstart::leadsElsewhere);
        return variables;
    }

    private static boolean leadsElsewhere(String variable) {
        return variable.equals("DATABASE_URL") || variable.startsWith("PRISMA4J_");
    }

    private void prepare(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            boolean empty;
            try (Stream<Path> list = Files.list(folder)) {
                empty = list.findAny().isEmpty();
            }
            if (!empty && !Files.exists(folder.resolve(MARKER))) {
                throw CommandFailure.of(
                        SourceReader.displayName(folder, context.workingFolder()) + " is not empty",
                        "name a folder that does not exist yet: \"prisma4j quickstart DIR\"");
            }
            if (!empty && !ExampleProject.isUnchangedIn(folder)) {
                throw CommandFailure.of(
                        SourceReader.displayName(folder, context.workingFolder())
                                + " was changed since the tour made it, and would be made anew",
                        "delete it, or name another folder: \"prisma4j quickstart DIR\"");
            }
            if (!empty) {
                delete(folder);
            }
        }
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(MARKER),
                "Made by \"prisma4j quickstart\", which makes this folder anew when it runs again, unless its files were changed.\n");
    }

    private void command(CommandContext inside, String... arguments) {
        step("prisma4j " + String.join(" ", arguments));
        int status = prisma4j.run(inside, arguments);
        if (status != ExitStatus.DONE) {
            throw CommandFailure.of("\"prisma4j " + String.join(" ", arguments) + "\" failed with status " + status);
        }
    }

    private void compile(Path folder) throws IOException {
        step("javac -d target/classes src/main/java/**/*.java target/generated-sources/**/*.java");
        List<Path> sources = new ArrayList<>(List.of(folder.resolve("src/main/java")));
        Path generated = folder.resolve("target/generated-sources");
        if (Files.isDirectory(generated)) {
            sources.add(generated);
        }
        int count = Compilation.run(sources, folder.resolve("target/classes"));
        terminal.say("Compiled " + count + " files.");
    }

    private static String mainClass(Path folder, List<Path> files) throws IOException {
        Path sources = Path.of("src", "main", "java");
        for (Path file : files) {
            if (file.startsWith(sources)
                    && Files.readString(folder.resolve(file)).contains("static void main(String")) {
                String name =
                        sources.relativize(file).toString().replace('\\', '/').replace('/', '.');
                return name.substring(0, name.length() - ".java".length());
            }
        }
        throw new IOException("the example has no main program");
    }

    private int runProgram(Path folder, String program) throws IOException {
        step("java -cp target/classes:... " + program);
        terminal.out().flush();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                folder.resolve("target/classes")
                        + System.getProperty("path.separator")
                        + System.getProperty("java.class.path"),
                program);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(Quickstart::leadsElsewhere); // the program finds its .env
        Process process = builder.start();
        process.getOutputStream().close();
        process.getInputStream().transferTo(terminal.out());
        int status = finished(process);
        if (status != 0) {
            throw CommandFailure.of("the program ended with status " + status);
        }
        sayWhatIsNext(folder);
        return ExitStatus.DONE;
    }

    private static int finished(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw CommandFailure.cancelled("the tour was interrupted", null);
        }
    }

    private void sayWhatIsNext(Path folder) {
        String name = SourceReader.displayName(folder, context.workingFolder());
        terminal.say("");
        terminal.say("That was " + name + ". Change its schema, then:");
        terminal.say("  cd " + name);
        terminal.say("  prisma4j migrate dev --name what-changed");
        terminal.say("  prisma4j generate");
    }

    private void step(String commandLine) {
        terminal.say("");
        terminal.say(style.strong("$ " + commandLine));
        terminal.out().flush();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
