package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;

/** A value in an argument or a property. */
public sealed interface Expression extends SyntaxNode {

    /**
     * Text in double quotes.
     *
     * @param value the text with its escapes resolved; an escape that is not valid is left out
     * @param span with the quotes
     */
    record StringLiteral(String value, Span span) implements Expression {}

    /**
     * A number: an optional minus, digits, and optionally a dot and more digits.
     *
     * @param text the number as written
     * @param span exactly the number
     */
    record NumberLiteral(String text, Span span) implements Expression {}

    /**
     * A word that stands for something: {@code true}, {@code null}, a field, a value of an enum, a path with dots.
     *
     * @param text the word as written
     * @param span exactly the word
     */
    record Constant(String text, Span span) implements Expression {}

    /**
     * Values in brackets.
     *
     * @param elements the values
     * @param span with both brackets
     */
    record ArrayLiteral(List<Expression> elements, Span span) implements Expression {
        /** Copies the list. */
        public ArrayLiteral {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A function with its arguments, as in {@code autoincrement()}.
     *
     * @param name the name; may have dots
     * @param arguments what stands in parentheses
     * @param span from the name to the closing parenthesis
     */
    record FunctionCall(Identifier name, ArgumentList arguments, Span span) implements Expression {}

    /**
     * Names and values in braces, as in {@code { deletedAt: null }}.
     *
     * @param members the pairs
     * @param span with both braces
     */
    record ObjectLiteral(List<Member> members, Span span) implements Expression {
        /** Copies the list. */
        public ObjectLiteral {
            members = List.copyOf(members);
        }
    }

    /**
     * One pair of an object.
     *
     * @param name the name before the colon
     * @param value the value
     * @param span from the name to the value
     */
    record Member(Identifier name, Expression value, Span span) implements SyntaxNode {}
}
