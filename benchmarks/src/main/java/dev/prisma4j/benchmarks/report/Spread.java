// How far the rounds of a comparison lie apart.
package dev.prisma4j.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;

/**
 * The uncertainty of a ratio. JDBC and prisma4j are measured directly after each other, so each round gives a ratio of its
 * own; the spread is half the distance between the quarters of those, within which half of all rounds lie.
 */
final class Spread {
    private Spread() {}

    /** The spread of prisma4j's ratio to the faster JDBC of one operation; NaN where there is too little. */
    static double of(Collection<Sample> samples) {
        Sample ours = null;
        Sample limit = null;
        for (Sample sample : samples) {
            if (sample.library().equals(Report.OURS)) {
                ours = sample;
            } else if (sample.library().startsWith("jdbc") && (limit == null || sample.median() < limit.median())) {
                limit = sample;
            }
        }
        return ours == null || limit == null ? Double.NaN : of(ours, limit);
    }

    static double of(Sample ours, Sample limit) {
        int rounds = Math.min(ours.micros().size(), limit.micros().size());
        if (rounds < 4) {
            return Double.NaN;
        }
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = ours.micros().get(i) / limit.micros().get(i);
        }
        Arrays.sort(ratios);
        return (ratios[rounds * 3 / 4] - ratios[rounds / 4]) / 2;
    }
}
