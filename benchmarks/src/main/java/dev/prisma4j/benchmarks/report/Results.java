package dev.prisma4j.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * Everything that one comparison measured, as it is kept in {@code docs/benchmarks/results.json}.
 *
 * @param about machine, versions and how it was measured, as titles and texts
 * @param samples the operations
 * @param coldStarts milliseconds from the start of the JVM to the first row, by venue and library
 * @param streams reading a million rows one after the other, by library
 */
public record Results(
        Map<String, String> about, List<Sample> samples, List<ColdStart> coldStarts, List<Streamed> streams) {
    /** How long one library took from the start of its JVM to its first row. */
    public record ColdStart(String venue, String library, List<Double> millis) {}

    /**
     * One library that read a million rows.
     *
     * @param peakMegabytes the most that lived on the heap right after a collection
     */
    public record Streamed(String library, double seconds, double peakMegabytes) {}
}
