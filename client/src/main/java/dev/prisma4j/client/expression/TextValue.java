package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.Condition.TextMatch;
import dev.prisma4j.engine.query.Condition.TextPosition;
import dev.prisma4j.engine.query.Formula;

/**
 * A text that the database computes.
 *
 * @param <M> the model at the root of the query
 */
public final class TextValue<M> extends Value<M, String> implements TextExpression<M> {
    TextValue(Path path, Formula formula) {
        super(path, formula);
    }

    /** Has the text somewhere. {@code %} and {@code _} are wildcards, as with Prisma. */
    public Condition<M> contains(String text) {
        return match(TextPosition.CONTAINS, text);
    }

    /** Begins with the text. {@code %} and {@code _} are wildcards, as with Prisma. */
    public Condition<M> startsWith(String text) {
        return match(TextPosition.STARTS_WITH, text);
    }

    /** Ends with the text. {@code %} and {@code _} are wildcards, as with Prisma. */
    public Condition<M> endsWith(String text) {
        return match(TextPosition.ENDS_WITH, text);
    }

    private Condition<M> match(TextPosition position, String text) {
        return condition(new TextMatch(operand(), position, Values.compared(text, "an expression"), false));
    }
}
