package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;

/**
 * A name as written.
 *
 * @param text the name; names of attributes and functions may have dots
 * @param span exactly the name
 */
public record Identifier(String text, Span span) implements SyntaxNode {

    @Override
    public String toString() {
        return text;
    }
}
