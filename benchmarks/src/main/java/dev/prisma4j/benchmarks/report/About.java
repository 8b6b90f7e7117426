// What a comparison was measured on.
package dev.prisma4j.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about the machine and the code. */
final class About {
    private static final String PROCESSORS = "Processors";
    private static final String ON_ONE = "the single caller and the server share one";

    private About() {}

    /**
     * Who runs on which processor.
     *
     * @param shared the one that callers and the server are held on, or null if they are not
     */
    static Map.Entry<String, String> processors(@Nullable String shared) {
        if (shared != null) {
            return Map.entry(
                    PROCESSORS,
                    ON_ONE + ", since on two each would wait for the other's to wake up. What a library starts on its"
                            + " caller's thread, such as the threads of a pool, belongs to that processor, too, and sees"
                            + " only one. The compiler, the collector and the sixteen callers have all; the server stays"
                            + " on its one with them, too, as for the cold starts and the million rows");
        }
        return Map.entry(
                PROCESSORS,
                Runtime.getRuntime().availableProcessors() == 1
                        ? "there is one for everything"
                        : "the system puts caller and server where it likes, so that each may wait for the other's"
                                + " processor to wake up");
    }

    /** Whether callers and the server shared one in a run. */
    static boolean isOnOneProcessor(Map<String, String> about) {
        return about.getOrDefault(PROCESSORS, "").startsWith(ON_ONE);
    }

    static String machine() throws IOException {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        String processor = !Files.exists(cpuinfo)
                ? ""
                : Files.readAllLines(cpuinfo).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
                        .findFirst()
                        .orElse("");
        return processor + Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name")
                + " " + System.getProperty("os.version");
    }

    /** How busy the machine is; the comparison wants it idle. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    static String java() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
    }

    /** The commit of this project, or "unknown" outside of git. */
    static String commit(Path root) throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
