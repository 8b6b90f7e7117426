package dev.prisma4j.benchmarks.report;

import java.util.Arrays;
import java.util.List;

/**
 * What was measured of one library in one operation.
 *
 * @param micros microseconds per operation, one number per round
 * @param bytes bytes allocated per operation, one number per round; empty where not measured
 */
public record Sample(String venue, String operation, String library, List<Double> micros, List<Double> bytes) {
    /** The median of the times. */
    public double median() {
        return median(micros);
    }

    /** The median of the allocated bytes, or NaN. */
    public double medianBytes() {
        return median(bytes);
    }

    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
