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
        return documentation(false);
    }

    /**
     * {@return what the comment adds to the documentation of its neighbour, or null if it adds nothing}
     *
     * @param continues whether another comment comes directly before, see {@link #content}
     */
    public @Nullable String documentation(boolean continues) {
        return switch (kind) {
            case LINE -> null;
            case DOCUMENTATION -> Characters.trimStart(content(continues));
            case BLOCK -> Characters.trim(content(continues));
        };
    }

    /**
     * {@return the text without the signs that make it a comment}
     *
     * @param continues whether another comment comes directly before; for the reference the blanks before a block
     *     comment then belong to it, and count among the two characters that are cut off
     */
    public String content(boolean continues) {
        String text = span.file().text();
        return switch (kind) {
            case LINE -> text.substring(span.start() + 2, span.end());
            case DOCUMENTATION -> text.substring(span.start() + 3, span.end());
            case BLOCK -> {
                int start = span.start();
                while (continues && start > 0 && Characters.isBlank(text.charAt(start - 1))) {
                    start--;
                }
                // two bytes of UTF-8, to be exact
                yield text.substring(start + (text.charAt(start) < 0x80 ? 2 : 1), span.end() - 2);
            }
        };
    }
}
