package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftComposite;
import dev.prisma4j.schema.validate.draft.DraftDefault;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.DefaultMessages;
import dev.prisma4j.schema.validate.value.ScalarLiterals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code @default(..)}: the value of a field that is not given. */
final class DefaultAttribute {
    private final AttributeContext context;
    private final DefaultFunctions functions;

    DefaultAttribute(AttributeContext context) {
        this.context = context;
        this.functions = new DefaultFunctions(context);
    }

    void refuseOnRelation(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("default");
        if (arguments != null) {
            context.diagnostics().add(DefaultMessages.onRelation(field, arguments.attribute()));
        }
    }

    void read(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("default");
        if (arguments == null) {
            return;
        }
        Expression value = arguments.requiredDefault("value");
        if (value == null) {
            arguments.finish();
            return;
        }
        Attribute attribute = arguments.attribute();
        int errors = context.diagnostics().errorCount();
        Located<String> mappedName = mappedName(field, arguments);
        check(field, attribute, value);
        arguments.finish();
        if (context.diagnostics().errorCount() == errors) {
            DefaultValue meaning = meaning(field, value, mappedName == null ? null : mappedName.value());
            field.defaultValue = new DraftDefault(attribute, value, meaning, mappedName);
        }
    }

    private @Nullable Located<String> mappedName(DraftField field, AttributeArguments arguments) {
        if (!(field.owner instanceof DraftComposite)) {
            return new IdAttribute.KeyArguments(context, arguments).mappedName("@default");
        }
        Argument map = arguments.take("map");
        if (map != null) {
            context.diagnostics().add(DefaultMessages.mapInComposite(arguments.attribute()));
        }
        return null;
    }

    private void check(DraftField field, Attribute attribute, Expression value) {
        DraftType type = field.type;
        if (type instanceof DraftType.Composite) {
            context.diagnostics().add(DefaultMessages.onComposite(field, attribute));
        } else if (type instanceof DraftType.Unsupported) {
            unsupported(field, attribute, value);
        } else if (type instanceof DraftType.Enumeration enumeration) {
            enumeration(field, attribute, value, enumeration.type());
        } else if (type instanceof DraftType.Scalar scalar) {
            scalar(field, attribute, value, scalar.type());
        }
    }

    private void report(@Nullable Diagnostic diagnostic) {
        if (diagnostic != null) {
            context.diagnostics().add(diagnostic);
        }
    }

    private void unsupported(DraftField field, Attribute attribute, Expression value) {
        if (field.owner instanceof DraftComposite) {
            report(DefaultMessages.unsupportedInComposite(field, attribute));
        } else if (value instanceof Expression.FunctionCall call
                && call.name().text().equals("dbgenerated")) {
            report(DefaultFunctions.dbgenerated(attribute, call));
        } else {
            report(DefaultMessages.onUnsupported(attribute));
        }
    }

    private void enumeration(DraftField field, Attribute attribute, Expression value, DraftEnum type) {
        if (value instanceof Expression.FunctionCall call && call.name().text().equals("dbgenerated")) {
            if (field.owner instanceof DraftComposite) {
                report(DefaultMessages.functionInComposite(attribute, "dbgenerated"));
            } else {
                report(DefaultFunctions.dbgenerated(attribute, call));
            }
        } else if (field.isList() && value instanceof Expression.ArrayLiteral array) {
            for (Expression element : array.elements()) {
                if (!enumValue(field, attribute, element, type)) {
                    return;
                }
            }
        } else if (field.isList() && !(value instanceof Expression.ArrayLiteral)) {
            report(DefaultMessages.enumValueExpected(field, attribute, value));
        } else {
            enumValue(field, attribute, value, type);
        }
    }

    private boolean enumValue(DraftField field, Attribute attribute, Expression value, DraftEnum type) {
        if (!(value instanceof Expression.Constant word)) {
            report(DefaultMessages.enumValueExpected(field, attribute, value));
            return false;
        }
        if (!type.values.containsKey(word.text())) {
            report(DefaultMessages.unknownEnumValue(type, attribute, word.text()));
            return false;
        }
        return true;
    }

    private void scalar(DraftField field, Attribute attribute, Expression value, ScalarType type) {
        if (value instanceof Expression.FunctionCall call) {
            String name = call.name().text();
            boolean composite = field.owner instanceof DraftComposite;
            if (composite && !DefaultFunctions.MADE_BY_THE_ENGINE.contains(name)) {
                report(
                        DefaultFunctions.MADE_BY_THE_DATABASE.contains(name)
                                ? DefaultMessages.functionInComposite(attribute, name)
                                : DefaultMessages.unknownFunction(
                                        name, call.span(), DefaultFunctions.MADE_BY_THE_ENGINE));
            } else {
                functions.check(field, attribute, call, type);
            }
        } else if (field.isList()) {
            if (value instanceof Expression.ArrayLiteral array) {
                for (Expression element : array.elements()) {
                    if (!literal(field, attribute, element, type)) {
                        break;
                    }
                }
            } else {
                report(DefaultMessages.listExpected(field, attribute));
            }
        } else if (value instanceof Expression.ArrayLiteral) {
            report(DefaultMessages.listNotExpected(field, attribute));
        } else {
            literal(field, attribute, value, type);
        }
    }

    private boolean literal(DraftField field, Attribute attribute, Expression value, ScalarType type) {
        Diagnostic wrong;
        if (value instanceof Expression.Constant word && type == ScalarType.BOOLEAN) {
            boolean good = word.text().equals("true") || word.text().equals("false");
            wrong = good ? null : DefaultMessages.booleanExpected(value);
        } else if (value instanceof Expression.StringLiteral text) {
            wrong = text(field, attribute, text, type);
        } else if (value instanceof Expression.NumberLiteral number) {
            wrong = number(field, attribute, number, type);
        } else {
            wrong = DefaultMessages.otherType(field, attribute, value);
        }
        report(wrong);
        return wrong == null;
    }

    private static @Nullable Diagnostic text(
            DraftField field, Attribute attribute, Expression.StringLiteral text, ScalarType type) {
        return switch (type) {
            case STRING, DATE_TIME, BYTES, JSON, DECIMAL -> null;
            default -> DefaultMessages.otherType(field, attribute, text);
        };
    }

    private static @Nullable Diagnostic number(
            DraftField field, Attribute attribute, Expression.NumberLiteral number, ScalarType type) {
        return switch (type) {
            case FLOAT, DECIMAL, INT, BIG_INT -> null;
            default -> DefaultMessages.otherType(field, attribute, number);
        };
    }

    /** The datamodel's form of a checked default. Values of enums stay names until enums are built. */
    private static DefaultValue meaning(DraftField field, Expression value, @Nullable String constraintName) {
        if (value instanceof Expression.FunctionCall call) {
            return DefaultFunctions.function(call, constraintName);
        }
        if (value instanceof Expression.ArrayLiteral array) {
            List<Object> values = new ArrayList<>();
            for (Expression element : array.elements()) {
                values.add(constant(field, element));
            }
            return new DefaultValue.ListLiteral(values, constraintName);
        }
        return new DefaultValue.Literal(constant(field, value), constraintName);
    }

    private static Object constant(DraftField field, Expression value) {
        ScalarType type = field.scalarType();
        if (value instanceof Expression.NumberLiteral number) {
            Long integer = ScalarLiterals.integer(number.text());
            boolean whole = type == ScalarType.INT || type == ScalarType.BIG_INT;
            return whole && integer != null ? integer : (Object) new BigDecimal(number.text());
        }
        if (value instanceof Expression.StringLiteral text) {
            BigDecimal decimal = type == ScalarType.DECIMAL ? ScalarLiterals.decimal(text.value()) : null;
            return decimal == null ? text.value() : decimal;
        }
        String word = value.span().text();
        return type == ScalarType.BOOLEAN ? (Object) Boolean.valueOf(word) : word;
    }
}
