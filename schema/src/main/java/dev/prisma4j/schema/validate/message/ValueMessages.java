package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.syntax.Expression;

/** Messages about values of the wrong kind. */
public final class ValueMessages {
    private ValueMessages() {}

    /** A value is of another kind than the place expects. */
    public static Diagnostic expected(String what, Expression value) {
        String help = null;
        if (what.contains("string") && value instanceof Expression.Constant constant) {
            help = "Put it in double quotes: `\"" + constant.text() + "\"`.";
        } else if (what.contains("word") && value instanceof Expression.StringLiteral text) {
            help = "Leave out the quotes: `" + text.value() + "`.";
        }
        return Diagnostic.error(value.span(), "Expected " + what + ", but this is " + describe(value) + ".", help);
    }

    /** {@return the kind of a value with its text, for the middle of a sentence} */
    public static String describe(Expression value) {
        String text = "`" + shortened(value.span().text()) + "`";
        if (value instanceof Expression.StringLiteral) {
            return "the string " + text;
        }
        if (value instanceof Expression.NumberLiteral) {
            return "the number " + text;
        }
        if (value instanceof Expression.FunctionCall) {
            return "the function " + text;
        }
        if (value instanceof Expression.ArrayLiteral) {
            return "the list " + text;
        }
        if (value instanceof Expression.ObjectLiteral) {
            return "the object " + text;
        }
        return "the word " + text;
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
