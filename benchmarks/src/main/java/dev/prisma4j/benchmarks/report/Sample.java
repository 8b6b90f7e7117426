package dev.prisma4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one library in one operation.
 *
 * @param rounds the numbers of the rounds it was measured in, which tell what else was measured at the same time; empty
 *     where nobody took turns with it, as with Prisma on Node
 * @param micros microseconds per operation, one number per round
 * @param bytes bytes allocated per operation, one number per round; empty where not measured
 * @param callerMicros microseconds that the processors worked for the caller, one number per round; empty where not
 *     measured
 */
public record Sample(
        String venue,
        String operation,
        String library,
        List<Integer> rounds,
        List<Double> micros,
        List<Double> bytes,
        List<Double> callerMicros) {
    /** What the number of a JVM's first round is made of; no JVM measures so many rounds. */
    private static final int JVM = 1_000;

    /**
     * Makes it.
     *
     * @throws IllegalArgumentException when there are rounds, but not as many as times
     */
    public Sample {
        rounds = orNone(rounds);
        if (!rounds.isEmpty() && rounds.size() != micros.size()) {
            throw new IllegalArgumentException(library + " in " + operation + " on " + venue + " has " + rounds.size()
                    + " rounds and " + micros.size() + " times");
        }
    }

    /** Files of Prisma on Node, and results from before rounds had numbers, have none. */
    private static List<Integer> orNone(@Nullable List<Integer> rounds) {
        return rounds == null ? List.of() : rounds;
    }

    /** Nothing measured so far. */
    static Sample empty(String venue, String operation, String library) {
        return new Sample(
                venue, operation, library, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Sample withRounds(List<Integer> numbers) {
        return new Sample(venue, operation, library, numbers, micros, bytes, callerMicros);
    }

    /** The same with the rounds numbered as those of one JVM of several, the first of which is 0. */
    Sample inJvm(int jvm) {
        return withRounds(rounds.stream().map(round -> jvm * JVM + round).toList());
    }

    /** The numbers of the JVMs it was measured in. */
    Set<Integer> jvms() {
        return rounds.stream().map(round -> round / JVM).collect(Collectors.toSet());
    }

    /** With what another JVM measured of the same. */
    Sample and(Sample more) {
        return new Sample(
                venue,
                operation,
                library,
                joined(rounds, more.rounds),
                joined(micros, more.micros),
                joined(bytes, more.bytes),
                joined(callerMicros, more.callerMicros));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
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
