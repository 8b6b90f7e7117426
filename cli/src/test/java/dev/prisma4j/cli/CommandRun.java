// Runs commands in a made-up process: a folder, variables and no person at the terminal.
package dev.prisma4j.cli;

import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A project folder to run commands in. */
final class CommandRun {
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private String input = "";
    private boolean colour;
    private boolean interactive;

    CommandRun(Path folder) {
        this.folder = folder;
    }

    /** What a command printed and returned. */
    record Result(int status, String out, String err) {
        String all() {
            return out + err;
        }
    }

    CommandRun with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    CommandRun input(String text) {
        input = text;
        return this;
    }

    CommandRun colour() {
        colour = true;
        return this;
    }

    /** Somebody is at the terminal, who types the input. */
    CommandRun typing(String text) {
        interactive = true;
        return input(text);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    CommandRun write(String name, String text) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return this;
    }

    String read(String name) throws IOException {
        return Files.readString(file(name));
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                colour,
                interactive);
        int status = new Prisma4j(new CommandContext(terminal, variables, folder)).run(arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
