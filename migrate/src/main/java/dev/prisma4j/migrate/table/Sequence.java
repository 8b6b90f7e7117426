package dev.prisma4j.migrate.table;

import org.jspecify.annotations.Nullable;

/**
 * A sequence; null stands for what the database takes by itself.
 *
 * @param name its name
 * @param virtual whether CockroachDB makes the numbers up without storing a counter
 * @param minValue the smallest number
 * @param maxValue the largest number
 * @param start the first number
 * @param increment the step
 * @param cache how many are fetched at once
 */
public record Sequence(
        String name,
        boolean virtual,
        @Nullable Long minValue,
        @Nullable Long maxValue,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long cache) {}
