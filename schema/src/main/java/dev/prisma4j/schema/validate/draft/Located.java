package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.source.Span;

/**
 * A value and where the schema says it.
 *
 * @param value the value
 * @param span the place that messages about it mark
 */
public record Located<T>(T value, Span span) {}
