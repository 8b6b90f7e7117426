package dev.prisma4j.schema.validate.value;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.message.ValueMessages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values of the kind that a place in the schema expects. Null means that it was another kind, which is reported. */
public final class Expressions {
    private final Diagnostics diagnostics;

    public Expressions(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** {@return the text of a string} */
    public @Nullable String string(Expression value) {
        if (value instanceof Expression.StringLiteral literal) {
            return literal.value();
        }
        diagnostics.add(ValueMessages.expected("a string in double quotes", value));
        return null;
    }

    /** {@return the word of a constant} */
    public @Nullable String constant(Expression value) {
        if (value instanceof Expression.Constant constant) {
            return constant.text();
        }
        diagnostics.add(ValueMessages.expected("a plain word", value));
        return null;
    }

    /** {@return the truth value of a constant} */
    public @Nullable Boolean bool(Expression value) {
        if (value instanceof Expression.Constant constant) {
            switch (constant.text()) {
                case "true":
                    return true;
                case "false":
                    return false;
                default:
                    break;
            }
        }
        diagnostics.add(ValueMessages.expected("`true` or `false`", value));
        return null;
    }

    /** {@return the value of a number without a fraction that fits into 64 bits} */
    public @Nullable Long integer(Expression value) {
        if (value instanceof Expression.NumberLiteral number) {
            try {
                return Long.valueOf(number.text());
            } catch (NumberFormatException tooBigOrFraction) {
                diagnostics.add(ValueMessages.expected("a whole number of at most 64 bits", value));
                return null;
            }
        }
        diagnostics.add(ValueMessages.expected("a whole number", value));
        return null;
    }

    /** {@return the elements of an array, or the one value that stands for an array of one} */
    public static List<Expression> elements(Expression value) {
        return value instanceof Expression.ArrayLiteral array ? array.elements() : List.of(value);
    }

    /** {@return the texts of an array of strings, or null if an element is none} */
    public @Nullable List<String> strings(Expression value) {
        List<String> texts = new ArrayList<>();
        boolean good = true;
        for (Expression element : elements(value)) {
            String text = string(element);
            if (text == null) {
                good = false;
            } else {
                texts.add(text);
            }
        }
        return good ? texts : null;
    }
}
