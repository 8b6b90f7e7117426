package dev.prisma4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was measured of one library in one operation.
 *
 * @param micros microseconds per operation, one number per round
 * @param bytes bytes allocated per operation, one number per round; empty where not measured
 * @param callerMicros microseconds that the processors worked for the caller, one number per round; empty where not
 *     measured
 */
public record Sample(
        String venue,
        String operation,
        String library,
        List<Double> micros,
        List<Double> bytes,
        List<Double> callerMicros) {
    /** Nothing measured so far. */
    static Sample empty(String venue, String operation, String library) {
        return new Sample(venue, operation, library, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** With what another JVM measured of the same. */
    Sample and(Sample more) {
        return new Sample(
                venue,
                operation,
                library,
                joined(micros, more.micros),
                joined(bytes, more.bytes),
                joined(callerMicros, more.callerMicros));
    }

    private static List<Double> joined(List<Double> some, List<Double> more) {
        List<Double> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** The median of the times. */
    public double median() {
        return median(micros);
    }

    /** The median of the allocated bytes, or NaN. */
    public double medianBytes() {
        return median(bytes);
    }

    /** The median of the caller's processor time, or NaN. */
    public double medianCallerMicros() {
        return median(callerMicros);
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
