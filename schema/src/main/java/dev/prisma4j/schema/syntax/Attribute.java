package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code @name(arguments)} or {@code @@name(arguments)}.
 *
 * @param name the name without the signs before it; may have dots, as in {@code db.VarChar}
 * @param arguments what stands in parentheses, or null without parentheses
 * @param span from the first sign to the closing parenthesis; without arguments, the blanks after the name are included
 */
public record Attribute(Identifier name, @Nullable ArgumentList arguments, Span span) implements SyntaxNode {

    /** {@return the arguments, none without parentheses} */
    public List<Argument> argumentsOrNone() {
        return arguments == null ? List.of() : arguments.arguments();
    }
}
