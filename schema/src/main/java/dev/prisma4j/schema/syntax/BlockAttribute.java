package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a whole block, with two signs, on a line of its own.
 *
 * @param attribute the attribute
 * @param trailing the comment at the end of the line, or null
 * @param documentation the text of the documentation comments before and behind, or null if there are none
 */
public record BlockAttribute(
        Attribute attribute,
        @Nullable Comment trailing,
        @Nullable String documentation) implements BlockItem {

    /** {@return the place of the attribute, without the line break} */
    @Override
    public Span span() {
        return attribute.span();
    }
}
