package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;

/**
 * A line with nothing but blanks.
 *
 * @param span the blanks and the line break
 */
public record BlankLine(Span span) implements TopLevelItem, BlockItem {}
