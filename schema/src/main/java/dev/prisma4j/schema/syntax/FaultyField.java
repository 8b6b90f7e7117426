package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that is meant as a field but has no type or is written in a way of the past. It has been reported; validation
 * does not see it, the formatter rewrites it.
 *
 * @param name the field's name
 * @param colon where a colon follows the name, or null
 * @param type the type, or null if it is missing
 * @param form how the type is written
 * @param attributes the attributes in the order of the text
 * @param trailing the comment at the end of the line, or null
 * @param span from the name to the line break, which is included
 */
public record FaultyField(
        Identifier name,
        @Nullable Span colon,
        @Nullable TypeReference type,
        Form form,
        List<Attribute> attributes,
        @Nullable Comment trailing,
        Span span)
        implements BlockItem {

    /** Copies the list. */
    public FaultyField {
        attributes = List.copyOf(attributes);
    }

    /** How the type and its arity are written. */
    public enum Form {
        /** {@code Int} */
        REQUIRED,
        /** {@code Int?} */
        OPTIONAL,
        /** {@code Int[]} */
        LIST,
        /** {@code Int!} */
        MARKED_REQUIRED,
        /** {@code [Int]} */
        BRACKETED_LIST,
        /** {@code Int[]?} */
        OPTIONAL_LIST
    }
}
