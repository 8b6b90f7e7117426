package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;

/** Anything in a syntax tree that has a place. */
public interface SyntaxNode {

    /** {@return the place, with the extent that messages about the node mark} */
    Span span();
}
