// Keeps the caller and the database server on one processor while they are measured.
package dev.prisma4j.benchmarks.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One processor for a caller and the server it waits for. Where they run on two, each waits until the other's has woken up,
 * which takes as long as a small query, differs from connection to connection, and has nothing to do with the library.
 * Compiler and collector keep all processors. Only where Linux and its program {@code taskset} are; elsewhere nothing
 * happens.
 */
public final class OneProcessor {
    /** The environment variable that tells a measuring program the processor of its single caller, if it is to have one. */
    public static final String VARIABLE = "PRISMA4J_BENCHMARKS_PROCESSOR";

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\s*$");

    private OneProcessor() {}

    /** The number of the processor, the last one this process may use; null where there is no choice. */
    private static @Nullable String number() {
        String affinity = Runtime.getRuntime().availableProcessors() == 1
                ? null
                : taskset("-cp", Long.toString(ProcessHandle.current().pid()));
        if (affinity == null) {
            return null;
        }
        Matcher matcher = LAST_NUMBER.matcher(affinity);
        return matcher.find() ? matcher.group(1) : null;
    }

    /**
     * From now on the calling thread runs on that processor only, and what it starts, too.
     *
     * @throws IllegalStateException when the system refuses
     */
    static void pinCaller(String number) {
        try {
            String thread = Files.readSymbolicLink(Path.of("/proc/thread-self"))
                    .getFileName()
                    .toString();
            if (taskset("-cp", number, thread) == null) {
                throw new IllegalStateException("taskset does not hold this thread on processor " + number);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the number of this thread", e);
        }
    }

    /**
     * From now on the processes that this one has started, and what they start, run on one processor only.
     *
     * @return its number; null if there are no such processes, or they are not held there
     */
    public static @Nullable String pinChildren() {
        String number = number();
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        if (number == null || children.isEmpty()) {
            return null;
        }
        boolean areHeld = true;
        for (ProcessHandle child : children) {
            // A server's helper may end in between.
            areHeld &= taskset("-acp", number, Long.toString(child.pid())) != null || !child.isAlive();
        }
        return areHeld ? number : null;
    }

    /** What it says; null if it is not there or refuses. */
    private static @Nullable String taskset(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "taskset";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 ? said.strip() : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
