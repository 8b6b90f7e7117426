package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.ArgumentList;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Expression.ArrayLiteral;
import dev.prisma4j.schema.syntax.Expression.FunctionCall;
import dev.prisma4j.schema.syntax.Expression.Member;
import dev.prisma4j.schema.syntax.Expression.ObjectLiteral;
import java.util.List;

/** Writes attributes and values with canonical spaces. Literals keep their text. */
final class ExpressionText {

    private final StringBuilder out;

    private ExpressionText(StringBuilder out) {
        this.out = out;
    }

    static void attribute(String sign, Attribute attribute, StringBuilder out) {
        out.append(sign).append(attribute.name().text());
        ArgumentList arguments = attribute.arguments();
        if (arguments != null) {
            new ExpressionText(out).arguments(arguments);
        }
    }

    static String value(Expression expression) {
        StringBuilder out = new StringBuilder();
        new ExpressionText(out).expression(expression);
        return out.toString();
    }

    private void arguments(ArgumentList list) {
        out.append('(');
        String separator = "";
        for (Argument argument : list.arguments()) {
            out.append(separator);
            separator = ", ";
            if (argument.name() != null) {
                out.append(argument.name().text()).append(": ");
            }
            if (argument.value() != null) {
                expression(argument.value());
            }
        }
        out.append(')');
    }

    private void expression(Expression expression) {
        if (expression instanceof ArrayLiteral array) {
            array(array.elements());
        } else if (expression instanceof FunctionCall call) {
            out.append(call.name().text());
            arguments(call.arguments());
        } else if (expression instanceof ObjectLiteral object) {
            object(object.members());
        } else {
            out.append(expression.span().text());
        }
    }

    private void array(List<Expression> elements) {
        out.append('[');
        String separator = "";
        for (Expression element : elements) {
            out.append(separator);
            separator = ", ";
            expression(element);
        }
        out.append(']');
    }

    private void object(List<Member> members) {
        out.append("{ ");
        String separator = "";
        for (Member member : members) {
            out.append(separator).append(member.name().text()).append(": ");
            separator = ", ";
            expression(member.value());
        }
        out.append(" }");
    }
}
