package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of an enum.
 *
 * @param name the value's name
 * @param attributes the attributes in the order of the text
 * @param trailing the comment at the end of the line, or null
 * @param documentation the text of the documentation comments before and behind, or null if there are none
 * @param span from the name to the line break, which is included
 */
public record EnumMember(
        Identifier name,
        List<Attribute> attributes,
        @Nullable Comment trailing,
        @Nullable String documentation,
        Span span)
        implements BlockItem {

    /** Copies the list. */
    public EnumMember {
        attributes = List.copyOf(attributes);
    }
}
