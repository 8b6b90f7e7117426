package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;

/**
 * A block that begins with one word that is no keyword, as in {@code modle { ... }}. It has been reported.
 *
 * @param keyword the word
 * @param span from the word to the closing brace
 */
public record UnknownBlock(Identifier keyword, Span span) implements TopLevelItem {}
