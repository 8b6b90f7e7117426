package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.ArgumentList;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import dev.prisma4j.schema.validate.value.Expressions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one attribute while they are read. Whoever reads the attribute takes the arguments it knows; {@link
 * #finish()} reports the rest. A value that is taken as null was absent or wrong, and wrong ones have been reported.
 */
final class AttributeArguments {
    private static final String UNNAMED = "";

    private final Attribute attribute;
    private final Diagnostics diagnostics;
    private final Expressions expressions;
    private Map<String, Argument> left = Map.of();
    private List<String> asked = List.of();

    private AttributeArguments(Attribute attribute, AttributeContext context) {
        this.attribute = attribute;
        this.diagnostics = context.diagnostics();
        this.expressions = context.expressions();
    }

    /** {@return the arguments, or null where one has no value and the attribute cannot be read, which is reported} */
    static @Nullable AttributeArguments open(Attribute attribute, AttributeContext context) {
        AttributeArguments arguments = new AttributeArguments(attribute, context);
        ArgumentList list = attribute.arguments();
        return list == null || arguments.collect(list) ? arguments : null;
    }

    private boolean collect(ArgumentList list) {
        if (!list.arguments().isEmpty()) {
            left = new LinkedHashMap<>(4);
            asked = new ArrayList<>();
        }
        List<Argument> unnamed = new ArrayList<>(1);
        boolean complete = true;
        for (Argument argument : list.arguments()) {
            Identifier name = argument.name();
            if (name != null && argument.value() == null) {
                diagnostics.add(AttributeMessages.argumentWithoutValue(name));
                complete = false;
            } else if (name == null) {
                unnamed.add(argument);
                left.put(UNNAMED, argument);
            } else if (left.put(name.text(), argument) != null) {
                diagnostics.add(AttributeMessages.duplicateArgument(name, argument.span()));
            }
        }
        trailingCommas(list);
        if (!hasValuesInside(list)) {
            complete = false;
        }
        if (unnamed.size() > 1) {
            diagnostics.add(AttributeMessages.severalUnnamedArguments(attribute, unnamed));
        }
        return complete;
    }

    /** A comma at the end of the arguments, or of those of a function that is an argument. */
    private void trailingCommas(ArgumentList list) {
        if (list.trailingComma()) {
            diagnostics.add(AttributeMessages.trailingComma(trailingComma(list)));
        }
        for (Argument argument : list.arguments()) {
            if (argument.value() instanceof Expression.FunctionCall call
                    && call.arguments().trailingComma()) {
                diagnostics.add(AttributeMessages.trailingComma(trailingComma(call.arguments())));
            }
        }
    }

    /** Reports arguments without a value of functions at any depth; {@return whether there is none} */
    private boolean hasValuesInside(ArgumentList list) {
        boolean good = true;
        Deque<Expression> open = null;
        for (Argument argument : list.arguments()) {
            if (nests(argument.value())) {
                open = open == null ? new ArrayDeque<>() : open;
                open.add(Objects.requireNonNull(argument.value()));
            }
        }
        if (open == null) {
            return true;
        }
        while (!open.isEmpty()) {
            Expression value = open.removeLast();
            if (value instanceof Expression.ArrayLiteral array) {
                for (Expression element : array.elements()) {
                    push(open, element);
                }
            } else if (value instanceof Expression.FunctionCall call) {
                for (Argument argument : call.arguments().arguments()) {
                    push(open, argument.value());
                    if (argument.name() != null && argument.value() == null) {
                        diagnostics.add(AttributeMessages.argumentWithoutValue(argument.name()));
                        good = false;
                    }
                }
            }
        }
        return good;
    }

    private static void push(Deque<Expression> open, @Nullable Expression value) {
        if (value != null && nests(value)) {
            open.add(value);
        }
    }

    private static boolean nests(@Nullable Expression value) {
        return value instanceof Expression.ArrayLiteral || value instanceof Expression.FunctionCall;
    }

    private static Span trailingComma(ArgumentList list) {
        Span span = list.span();
        int at = span.file().text().lastIndexOf(',', span.end() - 1);
        return span.file().span(at, at + 1);
    }

    Attribute attribute() {
        return attribute;
    }

    Span span() {
        return attribute.span();
    }

    /** {@return the argument with that name, or null} */
    @Nullable
    Argument take(String name) {
        if (left.isEmpty()) {
            return null;
        }
        asked.add(name);
        return left.remove(name);
    }

    /** {@return the value of the argument with that name, or null} */
    @Nullable
    Expression value(String name) {
        Argument argument = take(name);
        return argument == null ? null : argument.value();
    }

    /** {@return the value of the argument that may stand without its name; absent or double ones are reported} */
    @Nullable
    Expression requiredDefault(String name) {
        Argument named = take(name);
        Argument unnamed = left.isEmpty() ? null : left.remove(UNNAMED);
        if (named != null && unnamed != null) {
            diagnostics.add(AttributeMessages.namedAndUnnamed(named, name));
            return null;
        }
        Argument argument = named != null ? named : unnamed;
        if (argument == null) {
            diagnostics.add(AttributeMessages.missingArgument(attribute, name));
            return null;
        }
        return argument.value();
    }

    /** {@return the value of the argument that may stand without its name, or null} */
    @Nullable
    Expression optionalDefault(String name) {
        Argument named = take(name);
        Argument unnamed = left.isEmpty() ? null : left.remove(UNNAMED);
        if (named != null && unnamed != null) {
            return null;
        }
        Argument argument = named != null ? named : unnamed;
        return argument == null ? null : argument.value();
    }

    @Nullable
    String string(String name) {
        Expression value = value(name);
        return value == null ? null : expressions.string(value);
    }

    @Nullable
    Boolean bool(String name) {
        Expression value = value(name);
        return value == null ? null : expressions.bool(value);
    }

    @Nullable
    Integer integer(String name) {
        Expression value = value(name);
        Long number = value == null ? null : expressions.integer(value);
        return number == null ? null : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    /** {@return the place of a whole argument, or of its value where the argument is not to be found} */
    Span spanOf(String name, Expression value) {
        for (Argument argument : attribute.argumentsOrNone()) {
            if (argument.name() != null && argument.name().text().equals(name) && argument.value() == value) {
                return argument.span();
            }
        }
        return value.span();
    }

    /** Reports every argument that nobody took. */
    void finish() {
        for (Argument argument : left.values()) {
            diagnostics.add(AttributeMessages.unknownArgument(argument, attribute, asked));
        }
        left = Map.of();
    }
}
