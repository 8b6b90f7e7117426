// Numbers as the page and the charts write them.
package dev.prisma4j.benchmarks.report;

import java.util.Locale;

/** Times and ratios as short texts. */
final class Numbers {
    private Numbers() {}

    /** Microseconds in the unit that suits them. */
    static String time(double micros) {
        if (micros < 1_000) {
            return format(micros < 100 ? "%.1f µs" : "%.0f µs", micros);
        }
        return micros < 1_000_000
                ? format(micros < 100_000 ? "%.2f ms" : "%.0f ms", micros / 1_000)
                : format("%.2f s", micros / 1_000_000);
    }

    /** A ratio, or nothing if there is none. */
    static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "" : format(ratio < 9.995 ? "%.2f" : "%.1f", ratio);
    }

    static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
