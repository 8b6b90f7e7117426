package dev.prisma4j.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * A plan and the values to run it with.
 *
 * @param plan the plan of the query's shape
 * @param values the query's values, with room for the slots that the plan fills itself
 */
public record Planned<P>(P plan, @Nullable Object[] values) {}
