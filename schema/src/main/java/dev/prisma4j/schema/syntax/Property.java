package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A line {@code name = value} of a datasource or a generator.
 *
 * @param name the property's name
 * @param value the value, or null where nothing follows the equals sign
 * @param trailing the comment at the end of the line, or null
 * @param span from the name to the blanks after the value, without the comment and the line break
 */
public record Property(
        Identifier name,
        @Nullable Expression value,
        @Nullable Comment trailing,
        Span span) implements BlockItem {}
