package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;

/**
 * The arguments of an attribute or a function.
 *
 * @param arguments the arguments in the order of the text
 * @param trailingComma whether a comma follows the last one, which means nothing
 * @param span with both parentheses
 */
public record ArgumentList(List<Argument> arguments, boolean trailingComma, Span span) implements SyntaxNode {

    /** Copies the list. */
    public ArgumentList {
        arguments = List.copyOf(arguments);
    }
}
