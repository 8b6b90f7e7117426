package dev.prisma4j.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Failures at the same place in the code are told of once a minute: a client that repeats one request fills no log. */
final class Repetitions {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_PLACES = 1000;

    private static final class Place {
        private final long toldAt;
        private int untold;

        Place(long toldAt) {
            this.toldAt = toldAt;
        }
    }

    private final LongSupplier nanoTime;
    private final Map<String, Place> places = new HashMap<>();

    Repetitions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How many of its kind went untold before this failure; empty if it is to be one of them. */
    synchronized OptionalInt untoldBefore(Throwable failure) {
        String name = place(failure);
        long now = nanoTime.getAsLong();
        Place known = places.get(name);
        if (known != null && now - known.toldAt < PAUSE) {
            known.untold++;
            return OptionalInt.empty();
        }
        if (known == null && places.size() >= MOST_PLACES) {
            places.clear();
        }
        places.put(name, new Place(now));
        return OptionalInt.of(known == null ? 0 : known.untold);
    }

    /** What was thrown where, and which of our lines led there; of no value, so that there are only as many as lines. */
    private static String place(Throwable failure) {
        Throwable root = failure;
        for (int i = 0; i < 100 && root.getCause() != null; i++) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        String ours = Arrays.stream(trace)
                .filter(frame -> frame.getClassName().startsWith("dev.prisma4j."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("");
        return root.getClass().getName() + " " + (trace.length == 0 ? "" : trace[0]) + " " + ours;
    }
}
