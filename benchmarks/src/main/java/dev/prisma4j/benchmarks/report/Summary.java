// The start of the page: what came out.
package dev.prisma4j.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many goals are met, where prisma4j is first and how clearly, and where not. */
final class Summary {
    private final Ratios ratios;
    private final Map<String, String> about;

    Summary(Ratios ratios, Map<String, String> about) {
        this.ratios = ratios;
        this.about = about;
    }

    void write(StringBuilder page) {
        page.append("\n## In short\n\n")
                .append("| database | goals against JDBC | first of the libraries for the JVM | time of prisma4j,")
                .append(" JDBC = 1 | of the best other library |\n| --- | --- | --- | ---: | ---: |\n");
        for (String venue : ratios.venues()) {
            List<Operation> operations = ratios.operations(venue);
            page.append(Numbers.format(
                    "| %s | %d of %d met | %s | %.2f | %s |\n",
                    Ratios.title(venue),
                    operations.stream()
                            .filter(operation -> ratios.isMet(venue, operation))
                            .count(),
                    operations.size(),
                    first(venue, operations),
                    mean(venue, Ratios.OURS),
                    bestPeer(venue)));
        }
        page.append(
                        "\nThe last two columns are geometric means over all operations. Who is first is told by the median")
                .append(" ratio to JDBC, who is level by the rounds (see below).\n");
        String note = about.get("Note");
        page.append(
                "short".equals(about.get("Run")) ? "This was a **short run**: small differences mean little.\n" : "");
        page.append(note == null ? "" : "\n**Note:** " + note + "\n");
        missed(page);
        gaps(page);
    }

    private String first(String venue, List<Operation> operations) {
        long first = operations.stream()
                .filter(operation -> ratios.isFirst(venue, operation))
                .count();
        long clear = operations.stream()
                .filter(operation -> ratios.isClearlyFirst(venue, operation))
                .count();
        long level = operations.stream()
                .filter(operation -> ratios.isLevelWithFirst(venue, operation))
                .count();
        return Numbers.format("in %d of %d", first, operations.size())
                + (clear == 0 && level == 0 ? "" : Numbers.format(" (%d clearly)", clear))
                + (level == 0 ? "" : Numbers.format(", level in %d more", level));
    }

    private double mean(String venue, String library) {
        return Math.exp(ratios.operations(venue).stream()
                .mapToDouble(operation -> ratios.ratio(venue, operation, library))
                .filter(ratio -> !Double.isNaN(ratio))
                .map(Math::log)
                .average()
                .orElse(Double.NaN));
    }

    /** The best of those that were measured in every operation. */
    private String bestPeer(String venue) {
        return ratios.peers(venue).stream()
                .filter(peer -> ratios.operations(venue).stream()
                        .noneMatch(operation -> Double.isNaN(ratios.ratio(venue, operation, peer))))
                .min((a, b) -> Double.compare(mean(venue, a), mean(venue, b)))
                .map(peer -> Numbers.format("%.2f (%s)", mean(venue, peer), Ratios.title(peer)))
                .orElse("");
    }

    private void missed(StringBuilder page) {
        StringBuilder missed = new StringBuilder();
        for (String venue : ratios.venues()) {
            for (Operation operation : ratios.operations(venue)) {
                boolean isMet = ratios.isMet(venue, operation);
                if (isMet && ratios.isFirst(venue, operation)) {
                    continue;
                }
                missed.append("- ")
                        .append(Ratios.title(venue))
                        .append(", ")
                        .append(operation.title())
                        .append(": ")
                        .append(Numbers.ratio(ratios.ratio(venue, operation, Ratios.OURS)))
                        .append(
                                isMet
                                        ? ""
                                        : Numbers.format(
                                                " instead of %.2f",
                                                operation.kind().goal(venue)))
                        .append(ratios.faster(venue, operation).stream()
                                .map(peer -> "; " + faster(venue, operation, peer))
                                .collect(Collectors.joining()))
                        .append('\n');
            }
        }
        page.append(missed.isEmpty() ? "" : "\nWhere a goal is missed or another library is faster:\n\n" + missed);
    }

    private String faster(String venue, Operation operation, String peer) {
        String ratio = Numbers.ratio(ratios.ratio(venue, operation, peer));
        return Ratios.title(peer) + " is "
                + switch (ratios.against(venue, operation, peer).verdict()) {
                    case SLOWER -> "clearly faster with " + ratio;
                    case LEVEL -> "faster with " + ratio + ", but level";
                    case FASTER -> "faster with " + ratio + ", but slower in most rounds that both have";
                    case UNKNOWN -> "faster with " + ratio + ", in too few rounds to tell";
                };
    }

    private void gaps(StringBuilder page) {
        StringBuilder gaps = new StringBuilder();
        for (String venue : ratios.venues()) {
            for (String text : new Gaps(ratios, venue).texts()) {
                gaps.append("- ")
                        .append(Ratios.title(venue))
                        .append(", ")
                        .append(text)
                        .append('\n');
            }
        }
        page.append(gaps.isEmpty() ? "" : "\nNot everything was measured:\n\n" + gaps);
    }
}
