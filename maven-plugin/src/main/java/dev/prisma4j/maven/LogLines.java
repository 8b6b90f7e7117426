package dev.prisma4j.maven;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what is printed into lines. */
final class LogLines extends OutputStream {
    private final Consumer<String> log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LogLines(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public synchronized void write(int character) {
        if (character == '\n') {
            end();
        } else if (character != '\r') {
            line.write(character);
        }
    }

    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            end();
        }
    }

    private void end() {
        log.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
