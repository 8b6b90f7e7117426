package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @default} says.
 *
 * @param attribute the attribute
 * @param expression its value as written
 * @param value what it means; the literal of an enum is still the name of the value
 * @param mappedName the place and value of {@code map:}, or null
 */
public record DraftDefault(
        Attribute attribute,
        Expression expression,
        DefaultValue value,
        @Nullable Located<String> mappedName) {

    /** {@return whether it is that function} */
    public boolean isFunction(String name) {
        return value instanceof DefaultValue.Function function
                && function.name().equals(name);
    }

    /** {@return the place of the attribute} */
    public Span span() {
        return attribute.span();
    }
}
