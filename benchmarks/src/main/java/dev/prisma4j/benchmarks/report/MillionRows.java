// The program of the streaming measurement: reads a million rows with one library and little memory.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.Library;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Venue;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** Prints seconds and the peak of living memory in megabytes. Arguments: venue, library, both addresses. */
public final class MillionRows {
    private MillionRows() {}

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
            Peak peak = new Peak();
            peak.start();
            long start = System.nanoTime();
            contender.stream();
            double seconds = (System.nanoTime() - start) / 1e9;
            peak.interrupt();
            peak.join();
            System.out.println("RESULT " + seconds + " " + peak.bytes / 1e6);
        }
    }

    /** Looks every few milliseconds what the last collection left. */
    private static final class Peak extends Thread {
        private volatile long bytes;

        @Override
        public void run() {
            while (!isInterrupted()) {
                long now = 0;
                for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                    MemoryUsage left = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
                    now += left == null ? 0 : left.getUsed();
                }
                bytes = Math.max(bytes, now);
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
