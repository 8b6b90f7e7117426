// Round numbers for results from before rounds had any.
package dev.prisma4j.benchmarks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Works out which rounds of old results belong together, from how often each library was measured. */
final class RoundNumbers {
    private RoundNumbers() {}

    /** The same results with round numbers and a note that says where these come from; as they are if they have some. */
    static Results of(Results results) {
        if (results.samples().stream().anyMatch(sample -> !sample.rounds().isEmpty())) {
            return results;
        }
        Map<String, Integer> most = new HashMap<>();
        for (Sample sample : results.samples()) {
            if (!sample.library().equals(Ratios.NODE)) {
                most.merge(key(sample), sample.micros().size(), Math::max);
            }
        }
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : results.samples()) {
            // Prisma on Node was measured by itself and has no rounds in common with anybody.
            samples.add(
                    sample.library().equals(Ratios.NODE)
                            ? sample
                            : sample.withRounds(rounds(
                                    most.getOrDefault(key(sample), 0),
                                    sample.micros().size())));
        }
        Map<String, String> about = new LinkedHashMap<>(results.about());
        about.merge(
                "Note",
                "These results are from before rounds had numbers: which rounds belong together is worked out from how"
                        + " often each library was measured, and may be one off where the JVMs measured an operation in"
                        + " different numbers of rounds.",
                (note, more) -> note + " " + more);
        return new Results(about, samples, results.coldStarts(), results.streams());
    }

    private static String key(Sample sample) {
        return sample.venue() + "/" + sample.operation();
    }

    private static List<Integer> rounds(int all, int measured) {
        return IntStream.range(0, all)
                .filter(round -> Pace.isPeerRound(round, all, measured))
                .boxed()
                .toList();
    }
}
