package dev.prisma4j.schema;

import java.util.Random;
import java.util.function.Consumer;

/** Tries a property with many sources of random numbers; a failure names the seed that shows it. */
public final class Seeds {
    private Seeds() {}

    /** Runs {@code property} with {@code tries} seeds that follow from the clock, or from {@code prisma4j.seed}. */
    public static void tries(int tries, Consumer<Random> property) {
        long first = Long.getLong("prisma4j.seed", System.nanoTime());
        for (long seed = first; seed < first + tries; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | AssertionError | StackOverflowError failure) {
                throw new AssertionError("fails with -Dprisma4j.seed=" + seed, failure);
            }
        }
    }
}
