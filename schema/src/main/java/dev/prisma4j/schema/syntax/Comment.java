package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A comment, on lines of its own or after the text of a line.
 *
 * @param kind how it is written
 * @param span from the first slash to the last character, without the line break
 */
public record Comment(Kind kind, Span span) implements TopLevelItem, BlockItem {

    /** The three ways of writing a comment. */
    public enum Kind {
        /** {@code // ...}: for readers of the schema only. */
        LINE,
        /** {@code /// ...}: documentation, handed on to generators. */
        DOCUMENTATION,
        /** {@code /* ... *}{@code /}: documentation as well, of one or several lines. */
        BLOCK
    }

    /** {@return what the comment adds to the documentation of its neighbour, or null if it adds nothing} */
    public @Nullable String documentation() {
        String text = span.text();
        return switch (kind) {
            case LINE -> null;
            case DOCUMENTATION -> Characters.trimStart(text.substring(3));
            case BLOCK -> Characters.trim(text.substring(2, text.length() - 2));
        };
    }
}
