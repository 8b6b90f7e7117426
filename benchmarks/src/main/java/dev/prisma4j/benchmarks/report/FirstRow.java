// The program of the cold start: opens one library and reads one row.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.Library;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Venue;
import java.lang.management.ManagementFactory;

/** Prints the milliseconds from the start of this JVM to the first row. Arguments: venue, library, both addresses. */
public final class FirstRow {
    private FirstRow() {}

    public static void main(String[] arguments) {
        int code = 1;
        try {
            measure(arguments);
            code = 0;
        } catch (Throwable e) {
            // Out of memory, for instance; nothing that a library left open shall keep this program alive.
            e.printStackTrace();
        } finally {
            System.exit(code);
        }
    }

    private static void measure(String[] arguments) throws Exception {
        Place place = new Place(Venue.of(arguments[0]), arguments[2], arguments[3]);
        try (Contender contender =
                Library.valueOf(arguments[1].toUpperCase(java.util.Locale.ROOT)).open(place, 2)) {
            contender.findUnique(17);
            long now = System.currentTimeMillis();
            System.out.println(
                    "RESULT " + (now - ManagementFactory.getRuntimeMXBean().getStartTime()));
        }
    }
}
