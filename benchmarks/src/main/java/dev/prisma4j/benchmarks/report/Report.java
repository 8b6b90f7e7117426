// Results as a page to read: what came out first, then the numbers, then how they were made.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the page and the charts of one comparison. */
final class Report {
    static final String OURS = Ratios.OURS;

    private final Results results;
    private final Ratios ratios;

    Report(Results results) {
        this.results = results;
        this.ratios = new Ratios(results.samples());
    }

    /** The files by name: the page and its charts. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder page = new StringBuilder();
        page.append("# Benchmarks\n\n")
                .append("prisma4j side by side with hand-written JDBC, the other libraries for the JVM, and Prisma on")
                .append(" Node: the same operations on the same rows, in one run of `benchmarks/run`, which wrote this")
                .append(" page (do not edit). Every number is in [results.json](results.json); what was learned on the")
                .append(" way is in [findings.md](findings.md).\n");
        new Summary(ratios, results.about()).write(page);
        reading(page);
        for (String venue : ratios.venues()) {
            new VenuePage(ratios, venue).write(page, files);
        }
        node(page);
        coldStarts(page);
        streams(page);
        method(page);
        files.put("README.md", page.toString());
        return files;
    }

    // ---- what the numbers mean

    private static void reading(StringBuilder page) {
        page.append("\n## How to read the tables\n\n")
                .append("- **JDBC** is the time of JDBC as it is usually written by hand for speed. It holds its")
                .append(" connection and all its statements prepared, and reads columns by position into records.")
                .append(
                        " Related rows it reads in two ways, by one statement per table and by one join; the faster counts.")
                .append(
                        " It is not the least that is possible: on SQLite prisma4j reads texts as bytes, which takes the driver")
                .append(
                        " less time than `getString`, and on PostgreSQL Ebean writes the number of rows into the statement,")
                .append(" which the server plans once, while JDBC's `LIMIT ?` is planned each time.\n")
                .append(
                        "- Every other number is a **multiple of that time**: 1.00 is as fast, 2.00 takes twice as long.")
                .append(" The fastest library is bold.\n")
                .append("- **± 0.03** tells how far prisma4j's multiple varies: half of all rounds lie within it.")
                .append(" Differences below it mean nothing.\n")
                .append(
                        "- **Clearly** faster than another library is who took less time in at least three quarters of the")
                .append(
                        " rounds that both were measured in; else the two are **level**. With fewer than four such rounds")
                .append(" nothing is said.\n")
                .append(
                        "- The **goal** is what this project asks of itself: reads at most 1.15 times JDBC on PostgreSQL,")
                .append(
                        " 1.25 on SQLite in memory, where there is no network to hide behind; includes 1.1; single writes")
                .append(" 1.2; createMany not slower than JDBC's batches; on H2 at least 90% of JDBC's throughput.\n");
    }

    // ---- the rest of the numbers

    private void node(StringBuilder page) {
        String venue = "postgresql";
        List<Operation> operations = ratios.operations(venue).stream()
                .filter(operation -> !Double.isNaN(ratios.timesNode(venue, operation)))
                .toList();
        if (operations.isEmpty()) {
            return;
        }
        long met = operations.stream()
                .filter(operation -> ratios.timesNode(venue, operation) >= operation.timesNode())
                .count();
        page.append("\n## Against Prisma on Node\n\n")
                .append("Prisma 7.10 with its adapter for PostgreSQL on the same server, one caller, one connection,")
                .append(Numbers.format(
                        " measured right after the Java libraries. %d of %d goals are met.", met, operations.size()))
                .append(
                        About.isOnOneProcessor(results.about())
                                ? " Node's thread for JavaScript shares the server's processor as the single Java caller"
                                        + " does; with a processor each the multiples are others, in both directions"
                                        + " ([findings.md](findings.md)).\n\n"
                                : "\n\n")
                .append("| operation | Prisma on Node | prisma4j | times as fast | goal |\n")
                .append("| --- | ---: | ---: | ---: | --- |\n");
        for (Operation operation : operations) {
            double times = ratios.timesNode(venue, operation);
            page.append(Numbers.format(
                    "| %s | %s | %s | %.1f | %s ≥ %.1f |\n",
                    operation.title(),
                    Numbers.time(ratios.median(venue, operation, Ratios.NODE)),
                    Numbers.time(ratios.median(venue, operation, OURS)),
                    times,
                    times >= operation.timesNode() ? "met" : "**missed**",
                    operation.timesNode()));
        }
    }

    private void coldStarts(StringBuilder page) {
        if (results.coldStarts().isEmpty()) {
            return;
        }
        page.append("\n## Cold start\n\nMilliseconds from the start of the JVM to the first row, medians.\n\n")
                .append("| library | SQLite, a file | PostgreSQL over loopback |\n| --- | ---: | ---: |\n");
        for (String library : results.coldStarts().stream()
                .map(Results.ColdStart::library)
                .distinct()
                .toList()) {
            page.append("| ").append(Ratios.title(library));
            for (String venue : List.of("sqlite", "postgresql")) {
                page.append(" | ");
                results.coldStarts().stream()
                        .filter(start ->
                                start.library().equals(library) && start.venue().equals(venue))
                        .findFirst()
                        .ifPresent(start -> page.append(Numbers.format("%.0f", Sample.median(start.millis()))));
            }
            page.append(" |\n");
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
            page.append("| ")
                    .append(Ratios.title(each.library()))
                    .append(" | ")
                    .append(each.seconds() < 0 ? "failed" : Numbers.format("%.2f", each.seconds()))
                    .append(" | ")
                    .append(each.seconds() < 0 ? "" : Numbers.format("%.1f", each.peakMegabytes()))
                    .append(" |\n");
        }
    }

    // ---- how it was made

    private void method(StringBuilder page) {
        page.append("\n## How it was measured\n\n");
        results.about().forEach((title, text) -> {
            if (!title.equals("Note")) {
                page.append("- **").append(title).append(":** ").append(text).append('\n');
            }
        });
        page.append("- **Same work:** each library has a database of its own with the same rows; a test sees that all")
                .append(
                        " give the same answers and leave the same rows on SQLite, and on PostgreSQL where it is run with")
                .append(" `-Dbenchmarks.venue=postgresql`; on H2, that they read the same rows.")
                .append(" Tables that are written go back to their start")
                .append(" before each round, with fresh statistics, and PostgreSQL vacuums nothing in between.\n")
                .append("- **Same time:** all libraries take turns in one JVM per database, so that what disturbs the")
                .append(" machine disturbs all of them. Each round is compared with JDBC's of the same round, and the")
                .append(" median of these ratios counts.\n")
                .append(
                        "- **Same means:** one caller with at most two connections (sixteen for the mixed reads). prisma4j")
                .append(
                        " is made with `PrismaClient.builder().url(...).poolSize(...)` and no other option. What takes a")
                .append(" data source gets the same pool that prisma4j has inside.\n")
                .append(
                        "- **Dates and decimals** are left out, since on SQLite each library stores them in its own way.\n")
                .append("\nEach library is written as its own documentation recommends for speed:\n\n");
        for (Library library : Library.values()) {
            page.append("- **")
                    .append(library.title())
                    .append(":** ")
                    .append(library.way())
                    .append('\n');
        }
        page.append(
                        "\nSpring Data JPA has no column of its own: its repositories hand the same queries to Hibernate ORM, and")
                .append(
                        " where it differs (`findById` and `saveAll` through a persistence context instead of a stateless")
                .append(" session) it does more work than the Hibernate ORM measured here.\n");
        page.append(
                        "\nTo repeat it: `benchmarks/run` on an idle machine, or `benchmarks/run --short` for a first look;")
                .append(" `benchmarks/run --help` tells the rest.\n");
    }
}
