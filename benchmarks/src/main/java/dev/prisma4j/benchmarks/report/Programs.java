// The programs that the comparison starts, one after the other.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.jmh.OneProcessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts programs, shows what they say, and takes the running one along when this JVM is stopped. */
final class Programs {
    private final Path errors;
    private final String server;
    private final @Nullable String processor;
    private volatile @Nullable Process running;

    /**
     * Makes it.
     *
     * @param errors the file for what JVMs write as errors
     * @param server the address of the PostgreSQL server for them
     * @param processor the processor their single callers share with it, or null if they do not
     */
    Programs(Path errors, String server, @Nullable String processor) {
        this.errors = errors;
        this.server = server;
        this.processor = processor;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    private void stop() {
        Process process = running;
        if (process != null) {
            process.destroy();
            try {
                // Its databases are dropped by itself, which needs the server that this JVM is about to stop.
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        }
    }

    /** How a program ended and what it said. */
    record Ended(int code, String output) {}

    /** A main class in a JVM of its own, with the memory of that option. */
    Ended java(List<String> options, Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PRISMA4J_TEST_POSTGRES", server);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        return run(builder);
    }

    /** Any program. */
    Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        if (processor == null) {
            builder.environment().remove(OneProcessor.VARIABLE);
        } else {
            builder.environment().put(OneProcessor.VARIABLE, processor);
        }
        Process process = builder.start();
        running = process;
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                output.append(line).append('\n');
            }
        }
        int code = process.waitFor();
        running = null;
        return new Ended(code, output.toString());
    }
}
