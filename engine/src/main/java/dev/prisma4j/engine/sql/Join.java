package dev.prisma4j.engine.sql;

import org.jspecify.annotations.Nullable;

/**
 * A join.
 *
 * @param outer whether rows without a partner stay
 * @param on the condition; null for a cross join
 */
public record Join(Source source, boolean outer, @Nullable Expression on) {}
