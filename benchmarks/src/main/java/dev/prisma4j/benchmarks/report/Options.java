// The options of benchmarks/run.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.data.Venue;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What a run is asked to do.
 *
 * @param isShort a run of some minutes
 * @param isTrial everything, but hardly measured, and not written to the page
 * @param node whether Prisma on Node takes part
 * @param onlyReport write the page again from the results of the last run, measuring nothing
 * @param operations parts of ids of operations, separated by commas; empty for all
 * @param venues the databases to measure on
 * @param libraries names of libraries, separated by commas; empty for all
 * @param isSelection whether only a part is measured, so that the page stays as it is
 * @param note a remark for the page, or empty
 */
record Options(
        boolean isShort,
        boolean isTrial,
        boolean node,
        boolean onlyReport,
        String operations,
        List<Venue> venues,
        String libraries,
        boolean isSelection,
        String note) {
    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with a message for people when they make no sense
     */
    static Options parse(List<String> arguments) {
        boolean isShort = false;
        boolean isTrial = false;
        boolean node = true;
        boolean onlyReport = false;
        String operations = "";
        List<Venue> venues = List.of(Venue.values());
        String libraries = "";
        boolean isSelection = false;
        String note = "";
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--short" -> isShort = true;
                case "--trial" -> isTrial = true;
                case "--no-node" -> node = false;
                case "--report" -> onlyReport = true;
                case "--note" -> note = value(option, rest);
                case "--only" -> operations = value(option, rest);
                case "--venue" -> venues = venues(value(option, rest));
                case "--library" -> libraries = value(option, rest);
                default ->
                    throw new IllegalArgumentException("Unknown option " + option + "; see benchmarks/run --help");
            }
            isSelection |= List.of("--only", "--venue", "--library").contains(option);
        }
        return new Options(
                isShort, isTrial, node, onlyReport, operations, venues, libraries, isSelection && !isTrial, note);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static List<Venue> venues(String names) {
        try {
            return Arrays.stream(names.split(",")).map(Venue::of).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--venue takes sqlite, postgresql and h2, separated by commas", e);
        }
    }

    /** How often to measure what takes a program of its own. */
    int repeats(int inLongRun) {
        return isShort || isTrial ? 1 : inLongRun;
    }

    /** Whether a library is one of those asked for. */
    boolean takesPart(String library) {
        return libraries.isEmpty()
                || Arrays.asList(libraries.toLowerCase(Locale.ROOT).split(",")).contains(library);
    }

    /** How long and how often to measure. */
    Pace pace() {
        return isTrial ? Pace.TRIAL : isShort ? Pace.SHORT : isSelection ? Pace.TUNING : Pace.LONG;
    }
}
