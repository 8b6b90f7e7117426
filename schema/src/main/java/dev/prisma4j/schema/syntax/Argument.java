package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One argument. At least one of name and value is there.
 *
 * @param name the name before the colon, or null for an argument without a name
 * @param value the value, or null where it is missing, as in {@code @map(name: )}
 * @param span from the name to the value; without a value, to the colon
 */
public record Argument(@Nullable Identifier name, @Nullable Expression value, Span span) implements SyntaxNode {

    /** {@return whether there is a name but no value} */
    public boolean isEmpty() {
        return value == null;
    }
}
