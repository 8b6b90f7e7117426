// Two measurements compared in the rounds that they have in common.
package dev.prisma4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two libraries took in the same rounds. Within a round everybody is measured directly after each other, so each gives
 * a ratio of its own, which does not depend on whether the machine was slow at that time, or on how the compiler decided in
 * that JVM.
 *
 * @param ratios the first one's time as a multiple of the second one's in each common round, in ascending order
 */
record CommonRounds(List<Double> ratios) {
    /** Fewer rounds have no quarters. */
    private static final int LEAST = 4;

    /** What the rounds say about the first one. */
    enum Verdict {
        /** It took less time in at least three quarters of the rounds. */
        FASTER,
        /** Neither is ahead in three quarters of the rounds. */
        LEVEL,
        /** It took more time in at least three quarters of the rounds. */
        SLOWER,
        /** There are too few rounds. */
        UNKNOWN
    }

    static CommonRounds of(Sample sample, Sample other) {
        Map<Integer, Double> others = new HashMap<>();
        for (int i = 0; i < other.rounds().size(); i++) {
            others.put(other.rounds().get(i), other.micros().get(i));
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < sample.rounds().size(); i++) {
            Double micros = others.get(sample.rounds().get(i));
            if (micros != null) {
                ratios.add(sample.micros().get(i) / micros);
            }
        }
        Collections.sort(ratios);
        return new CommonRounds(ratios);
    }

    /** NaN without a common round. */
    double median() {
        return Sample.median(ratios);
    }

    /** Half the distance between the quarters, within which half of all rounds lie; NaN where there are too few. */
    double spread() {
        return ratios.size() < LEAST ? Double.NaN : (upperQuarter() - lowerQuarter()) / 2;
    }

    Verdict verdict() {
        if (ratios.size() < LEAST) {
            return Verdict.UNKNOWN;
        }
        return upperQuarter() < 1 ? Verdict.FASTER : lowerQuarter() > 1 ? Verdict.SLOWER : Verdict.LEVEL;
    }

    private double lowerQuarter() {
        return ratios.get(ratios.size() / 4);
    }

    private double upperQuarter() {
        return ratios.get(ratios.size() - 1 - ratios.size() / 4);
    }
}
