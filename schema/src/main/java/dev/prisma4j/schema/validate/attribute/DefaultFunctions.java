package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.message.DefaultMessages;
import dev.prisma4j.schema.validate.value.ScalarLiterals;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The functions that {@code @default(..)} can call on a field of a scalar type. Whether the database has them is
 * for the rules to say.
 */
final class DefaultFunctions {
    /** Functions whose value the engine makes. */
    static final List<String> MADE_BY_THE_ENGINE = List.of("now", "uuid", "cuid", "ulid", "nanoid");

    /** Functions whose value the database makes. */
    static final List<String> MADE_BY_THE_DATABASE = List.of("autoincrement", "dbgenerated", "auto", "sequence");

    private static final Set<ScalarType> INTEGERS = EnumSet.of(ScalarType.INT, ScalarType.BIG_INT);

    private final AttributeContext context;

    DefaultFunctions(AttributeContext context) {
        this.context = context;
    }

    /** Checks type and arguments of a call. */
    void check(DraftField field, Attribute attribute, Expression.FunctionCall call, ScalarType type) {
        String name = call.name().text();
        Diagnostic error = switch (name) {
            case "autoincrement" ->
                INTEGERS.contains(type) ? withoutArguments(attribute, call) : otherType(field, attribute, name, "Int");
            case "now" ->
                type == ScalarType.DATE_TIME
                        ? withoutArguments(attribute, call)
                        : otherType(field, attribute, name, "DateTime");
            case "uuid", "cuid", "ulid", "nanoid" ->
                type == ScalarType.STRING ? identifier(attribute, call) : otherType(field, attribute, name, "String");
            case "dbgenerated" -> dbgenerated(attribute, call);
            case "auto" -> auto(attribute, call);
            default -> null;
        };
        if (error != null) {
            context.diagnostics().add(error);
        }
    }

    private static Diagnostic otherType(DraftField field, Attribute attribute, String function, String wanted) {
        return DefaultMessages.functionOfOtherType(field, attribute, function, wanted);
    }

    private static @Nullable Diagnostic withoutArguments(Attribute attribute, Expression.FunctionCall call) {
        return call.arguments().arguments().isEmpty()
                ? null
                : DefaultMessages.functionWithoutArguments(
                        attribute, call.name().text());
    }

    private static @Nullable Diagnostic identifier(Attribute attribute, Expression.FunctionCall call) {
        return switch (call.name().text()) {
            case "uuid" -> number(attribute, call, "the number 4 or 7", n -> n == 4 || n == 7);
            case "cuid" -> number(attribute, call, "the number 1 or 2", n -> n == 1 || n == 2);
            case "nanoid" -> number(attribute, call, "a number from 2 to 255", n -> n >= 2 && n <= 255);
            default -> withoutArguments(attribute, call);
        };
    }

    private static @Nullable Diagnostic number(
            Attribute attribute, Expression.FunctionCall call, String wanted, LongPredicate allowed) {
        List<Argument> arguments = call.arguments().arguments();
        if (arguments.isEmpty()) {
            return null;
        }
        if (arguments.size() == 1 && arguments.get(0).value() instanceof Expression.NumberLiteral literal) {
            Long number = ScalarLiterals.integer(literal.text());
            if (number != null && allowed.test(number)) {
                return null;
            }
        }
        return DefaultMessages.functionArgument(attribute, call.name().text(), wanted);
    }

    static @Nullable Diagnostic dbgenerated(Attribute attribute, Expression.FunctionCall call) {
        List<Argument> arguments = call.arguments().arguments();
        boolean good = arguments.isEmpty()
                || arguments.size() == 1
                        && arguments.get(0).value() instanceof Expression.StringLiteral text
                        && !text.value().isEmpty();
        return good ? null : DefaultMessages.functionArgument(attribute, "dbgenerated", "SQL in double quotes");
    }

    private @Nullable Diagnostic auto(Attribute attribute, Expression.FunctionCall call) {
        if (!call.arguments().arguments().isEmpty()) {
            return DefaultMessages.functionWithoutArguments(attribute, "auto");
        }
        return null;
    }

    /** {@return the call as the datamodel keeps it} */
    static DefaultValue.Function function(Expression.FunctionCall call, @Nullable String constraintName) {
        List<DefaultValue.Function.Argument> arguments = new ArrayList<>();
        for (Argument argument : call.arguments().arguments()) {
            Identifier name = argument.name();
            Object value = constant(argument.value());
            if (value != null) {
                arguments.add(new DefaultValue.Function.Argument(name == null ? null : name.text(), value));
            }
        }
        return new DefaultValue.Function(call.name().text(), arguments, constraintName);
    }

    private static @Nullable Object constant(@Nullable Expression value) {
        if (value instanceof Expression.StringLiteral text) {
            return text.value();
        }
        if (value instanceof Expression.NumberLiteral number) {
            return ScalarLiterals.integer(number.text());
        }
        return value instanceof Expression.Constant word ? Boolean.valueOf(word.text()) : null;
    }
}
