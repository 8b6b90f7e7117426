package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;

/**
 * A line that is none of the things that may stand where it stands. It has been reported.
 *
 * @param span from the first character that is not a blank to the line break, which is included
 */
public record InvalidLine(Span span) implements TopLevelItem, BlockItem {}
