// What a comparison should have measured and did not, so that no row vanishes without a word.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds rows that are left out of the page, and libraries that failed in a row or in one of the JVMs. */
final class Gaps {
    private final Ratios ratios;
    private final String venue;

    Gaps(Ratios ratios, String venue) {
        this.ratios = ratios;
        this.venue = venue;
    }

    /** A text for each. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        List<Operation> operations = ratios.operations(venue);
        String leftOut = Operation.of(venue).stream()
                .filter(operation -> !operations.contains(operation))
                .map(Operation::title)
                .collect(Collectors.joining("; "));
        if (!leftOut.isEmpty()) {
            texts.add("left out, and not counted above, for want of a round with both JDBC and prisma4j: " + leftOut);
        }
        operations.forEach(operation -> libraries(operation, texts));
        return texts;
    }

    /** Only libraries that were measured on this database at all. */
    private void libraries(Operation operation, List<String> texts) {
        int jvms = ratios.jvms(venue).size();
        for (Library library : Library.forOperation(operation.readsRelated())) {
            String name = library.name().toLowerCase(Locale.ROOT);
            Sample sample = ratios.sample(venue, operation, name);
            if (sample == null
                    && Operation.of(venue).stream().anyMatch(each -> ratios.sample(venue, each, name) != null)) {
                texts.add(operation.title() + ": " + library.title() + " was not measured");
            } else if (sample != null && sample.jvms().size() < jvms) {
                texts.add(Numbers.format(
                        "%s: %s was measured in %d of %d JVMs",
                        operation.title(), library.title(), sample.jvms().size(), jvms));
            }
        }
    }
}
