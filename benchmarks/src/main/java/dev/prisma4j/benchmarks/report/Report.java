// Results as a page to read: tables of medians and ratios, and charts.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the page and the charts of one comparison. */
final class Report {
    static final String OURS = "prisma4j";
    private static final String NODE = "node";

    private final Results results;

    Report(Results results) {
        this.results = results;
    }

    /** The files by name: the page and its charts. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder page = new StringBuilder();
        page.append("# Benchmarks\n\nWritten by `benchmarks/run`; do not edit. ")
                .append("What was learned on the way is in [findings.md](findings.md), every number in")
                .append(" [results.json](results.json).\n\n");
        results.about()
                .forEach((title, text) -> page.append("- **")
                        .append(title)
                        .append(":** ")
                        .append(text)
                        .append('\n'));
        for (String venue : venues()) {
            venue(venue, page, files);
        }
        coldStarts(page);
        streams(page);
        files.put("README.md", page.toString());
        return files;
    }

    private Set<String> venues() {
        return results.samples().stream().map(Sample::venue).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private @Nullable Sample sample(String venue, String operation, String library) {
        for (Sample sample : results.samples()) {
            if (sample.venue().equals(venue)
                    && sample.operation().equals(operation)
                    && sample.library().equals(library)
                    && !sample.micros().isEmpty()) {
                return sample;
            }
        }
        return null;
    }

    /** The time of JDBC, of the better of its two ways where there are two. */
    private double limit(String venue, String operation) {
        double best = Double.NaN;
        for (String way : List.of("jdbc", "jdbc_join")) {
            Sample sample = sample(venue, operation, way);
            if (sample != null && !(sample.median() >= best)) {
                best = sample.median();
            }
        }
        return best;
    }

    // ---- one database

    private void venue(String venue, StringBuilder page, Map<String, String> files) {
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : venue.equals("h2") ? Operation.ON_H2 : Operation.ALL) {
            if (sample(venue, operation.id(), OURS) != null) {
                operations.add(operation);
            }
        }
        List<String> others = libraries(venue);
        page.append("\n## ").append(title(venue)).append("\n\n");
        page.append(
                        "Times are multiples of hand-written JDBC's, medians of all rounds; the fastest library is bold, and ")
                .append("prisma4j's goal stands beside it.\n\n");
        page.append("| operation | JDBC | prisma4j | goal |");
        others.forEach(name -> page.append(' ').append(title(name)).append(" |"));
        page.append("\n| --- | ---: | ---: | ---: |")
                .append(" ---: |".repeat(others.size()))
                .append('\n');
        for (Operation operation : operations) {
            row(venue, operation, others, page);
        }
        summary(venue, operations, others, page);
        for (Operation operation : operations) {
            chart(venue, operation, others, page, files);
        }
        bytes(venue, operations, others, page);
    }

    private List<String> libraries(String venue) {
        return results.samples().stream()
                .filter(sample -> sample.venue().equals(venue))
                .map(Sample::library)
                .filter(name -> !name.startsWith("jdbc") && !name.equals(OURS))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList()
                .stream()
                .sorted((a, b) -> Integer.compare(order(a), order(b)))
                .toList();
    }

    private static int order(String library) {
        for (Library each : Library.values()) {
            if (each.name().equalsIgnoreCase(library)) {
                return each.ordinal();
            }
        }
        return Integer.MAX_VALUE;
    }

    private double ratio(String venue, String operation, String library) {
        Sample sample = sample(venue, operation, library);
        return sample == null ? Double.NaN : sample.median() / limit(venue, operation);
    }

    private void row(String venue, Operation operation, List<String> others, StringBuilder page) {
        String id = operation.id();
        double ours = ratio(venue, id, OURS);
        double best = ours;
        for (String name : others) {
            double ratio = ratio(venue, id, name);
            best = ratio < best ? ratio : best;
        }
        double goal = operation.kind().goal(venue);
        page.append("| ")
                .append(operation.title())
                .append(" | ")
                .append(time(limit(venue, id)))
                .append(" | ");
        page.append(number(ours, ours == best)).append(" | ");
        page.append(ours <= goal ? "≤ " : "**missed** ")
                .append(format("%.2f", goal))
                .append(" |");
        for (String name : others) {
            double ratio = ratio(venue, id, name);
            page.append(' ').append(number(ratio, ratio == best)).append(" |");
        }
        page.append('\n');
    }

    private void summary(String venue, List<Operation> operations, List<String> others, StringBuilder page) {
        long met = operations.stream()
                .filter(operation ->
                        ratio(venue, operation.id(), OURS) <= operation.kind().goal(venue))
                .count();
        long first = operations.stream()
                .filter(operation -> others.stream()
                        .filter(name -> !name.equals(NODE))
                        .noneMatch(name -> ratio(venue, operation.id(), name) < ratio(venue, operation.id(), OURS)))
                .count();
        page.append(format(
                "%nprisma4j meets its goal in %d of %d rows and is the first of the libraries for the JVM in %d.%n",
                met, operations.size(), first));
        List<Operation> withNode = operations.stream()
                .filter(operation -> sample(venue, operation.id(), NODE) != null)
                .toList();
        if (!withNode.isEmpty()) {
            page.append("\nAgainst Prisma on Node, the same database: ")
                    .append(withNode.stream()
                            .map(operation -> operation.title()
                                    + format(
                                            " %.1fx",
                                            ratio(venue, operation.id(), NODE) / ratio(venue, operation.id(), OURS)))
                            .collect(Collectors.joining("; ")))
                    .append(" as fast.\n");
        }
    }

    private void chart(
            String venue, Operation operation, List<String> others, StringBuilder page, Map<String, String> files) {
        List<BarChart.Bar> bars = new ArrayList<>();
        bars.add(bar(venue, operation, "jdbc"));
        if (operation.readsRelated() && sample(venue, operation.id(), "jdbc_join") != null) {
            bars.add(bar(venue, operation, "jdbc_join"));
        }
        bars.add(bar(venue, operation, OURS));
        for (String name : others) {
            if (sample(venue, operation.id(), name) != null) {
                bars.add(bar(venue, operation, name));
            }
        }
        String file = venue + "-" + operation.id() + ".svg";
        files.put(
                file,
                new BarChart(operation.title() + ", " + title(venue), "time per operation, shorter is better")
                        .svg(bars));
        page.append("\n![").append(operation.title()).append("](").append(file).append(")\n");
    }

    private BarChart.Bar bar(String venue, Operation operation, String library) {
        Sample sample = sample(venue, operation.id(), library);
        double median = sample == null ? 0 : sample.median();
        return new BarChart.Bar(title(library), median, time(median), library.equals(OURS));
    }

    private void bytes(String venue, List<Operation> operations, List<String> others, StringBuilder page) {
        List<String> all = new ArrayList<>(List.of("jdbc", OURS));
        others.stream().filter(name -> !name.equals(NODE)).forEach(all::add);
        page.append("\nAllocated bytes per operation:\n\n| operation |");
        all.forEach(name -> page.append(' ').append(title(name)).append(" |"));
        page.append("\n| --- |").append(" ---: |".repeat(all.size())).append('\n');
        for (Operation operation : operations) {
            page.append("| ").append(operation.title()).append(" |");
            for (String name : all) {
                Sample sample = sample(venue, operation.id(), name);
                double bytes = sample == null ? Double.NaN : sample.medianBytes();
                page.append(' ')
                        .append(Double.isNaN(bytes) ? "" : format("%,.0f", bytes))
                        .append(" |");
            }
            page.append('\n');
        }
    }

    // ---- the rest

    private void coldStarts(StringBuilder page) {
        if (results.coldStarts().isEmpty()) {
            return;
        }
        page.append("\n## Cold start\n\nMilliseconds from the start of the JVM to the first row, medians.\n\n")
                .append("| library | database | ms |\n| --- | --- | ---: |\n");
        for (Results.ColdStart start : results.coldStarts()) {
            page.append(format(
                    "| %s | %s | %.0f |%n",
                    title(start.library()), title(start.venue()), Sample.median(start.millis())));
        }
    }

    private void streams(StringBuilder page) {
        if (results.streams().isEmpty()) {
            return;
        }
        page.append("\n## A million rows one after the other\n\n")
                .append("PostgreSQL, a heap of 256 MB; the peak is what lived on the heap after a collection.\n\n")
                .append("| library | seconds | peak MB |\n| --- | ---: | ---: |\n");
        for (Results.Streamed each : results.streams()) {
            page.append(format(
                    "| %s | %s | %s |%n",
                    title(each.library()),
                    each.seconds() < 0 ? "out of memory" : format("%.2f", each.seconds()),
                    each.seconds() < 0 ? "" : format("%.1f", each.peakMegabytes())));
        }
    }

    private static String title(String name) {
        return switch (name) {
            case "sqlite" -> "SQLite in memory";
            case "postgresql" -> "PostgreSQL over loopback";
            case "h2" -> "H2 in memory";
            case NODE -> "Prisma on Node";
            default -> {
                for (Library library : Library.values()) {
                    if (library.name().equalsIgnoreCase(name)) {
                        yield library.title();
                    }
                }
                yield name;
            }
        };
    }

    private static String number(double ratio, boolean bold) {
        if (Double.isNaN(ratio)) {
            return "";
        }
        String text = format("%.2f", ratio);
        return bold ? "**" + text + "**" : text;
    }

    private static String time(double micros) {
        return micros < 1_000
                ? format("%.1f µs", micros)
                : micros < 1_000_000 ? format("%.2f ms", micros / 1_000) : format("%.2f s", micros / 1_000_000);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text.replace("%n", "\n"), values);
    }
}
