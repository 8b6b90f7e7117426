package dev.prisma4j.client.trace;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Times in milliseconds, counted by the limits that Prisma's histograms have. */
final class Buckets {
    static final List<Double> LIMITS = List.of(0.0, 1.0, 5.0, 10.0, 50.0, 100.0, 500.0, 1000.0, 5000.0, 50000.0);

    private final LongAdder[] counts = new LongAdder[LIMITS.size() + 1];
    private final DoubleAdder sum = new DoubleAdder();

    Buckets() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void add(double millis) {
        int bucket = 0;
        while (bucket < LIMITS.size() && millis > LIMITS.get(bucket)) {
            bucket++;
        }
        counts[bucket].increment();
        sum.add(millis);
    }

    /** How many were at most the limit of that position. */
    long upTo(int position) {
        long total = 0;
        for (int i = 0; i <= position; i++) {
            total += counts[i].sum();
        }
        return total;
    }

    long count() {
        return upTo(LIMITS.size());
    }

    double sum() {
        return sum.sum();
    }
}
