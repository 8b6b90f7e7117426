package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftPredicate;
import dev.prisma4j.schema.validate.draft.DraftPredicate.Comparison;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.IndexMessages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code where: raw("..")} and {@code where: { field: value, other: { not: null } }} of indexes. */
final class PredicateReader {
    private final AttributeContext context;
    private final DraftModel model;

    PredicateReader(AttributeContext context, DraftModel model) {
        this.context = context;
        this.model = model;
    }

    @Nullable
    Located<DraftPredicate> read(AttributeArguments arguments) {
        Argument argument = arguments.take("where");
        Expression value = argument == null ? null : argument.value();
        if (argument == null || value == null) {
            return null;
        }
        DraftPredicate predicate = predicate(value, arguments.span());
        return predicate == null ? null : new Located<>(predicate, argument.span());
    }

    private @Nullable DraftPredicate predicate(Expression value, Span attribute) {
        if (value instanceof Expression.ObjectLiteral object) {
            return comparisons(object, attribute);
        }
        if (!(value instanceof Expression.FunctionCall call)) {
            context.diagnostics().add(IndexMessages.predicateFunctionExpected(value));
            return fail(IndexMessages.predicateExpected(attribute));
        }
        if (!call.name().text().equals("raw")) {
            return fail(IndexMessages.predicateExpected(attribute));
        }
        List<Argument> arguments = call.arguments().arguments();
        if (arguments.isEmpty() || !(arguments.get(0).value() instanceof Expression.StringLiteral sql)) {
            return fail(IndexMessages.rawPredicateNeedsText(attribute));
        }
        return sql.value().isEmpty()
                ? fail(IndexMessages.emptyPredicate(attribute))
                : new DraftPredicate.Raw(sql.value());
    }

    private @Nullable DraftPredicate fail(Diagnostic diagnostic) {
        context.diagnostics().add(diagnostic);
        return null;
    }

    private @Nullable DraftPredicate comparisons(Expression.ObjectLiteral object, Span attribute) {
        if (object.members().isEmpty()) {
            return fail(IndexMessages.emptyPredicate(attribute));
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (Expression.Member member : object.members()) {
            Comparison comparison = comparison(member, attribute);
            if (comparison == null) {
                return null;
            }
            comparisons.add(comparison);
        }
        return new DraftPredicate.AllOf(comparisons);
    }

    private @Nullable Comparison comparison(Expression.Member member, Span attribute) {
        String name = member.name().text();
        DraftField field = model.field(name);
        Diagnostic error = null;
        Expression value = member.value();
        boolean negated = false;
        if (field == null) {
            error = IndexMessages.unknownPredicateField(attribute, name, model);
        } else if (!field.isScalar()) {
            error = IndexMessages.relationInPredicate(attribute, name);
        } else if (value instanceof Expression.ObjectLiteral object) {
            error = notOperator(object, attribute);
            if (error == null) {
                negated = true;
                value = object.members().get(0).value();
            }
        }
        if (error == null && field != null) {
            error = wrongValue(field, value, attribute);
        }
        if (error != null) {
            context.diagnostics().add(error);
            return null;
        }
        return new Comparison(name, negated, constant(value));
    }

    private static @Nullable Diagnostic notOperator(Expression.ObjectLiteral object, Span attribute) {
        if (object.members().size() != 1) {
            return IndexMessages.predicateValueExpected(attribute);
        }
        String operator = object.members().get(0).name().text();
        return operator.equals("not") ? null : IndexMessages.unknownPredicateOperator(attribute, operator);
    }

    private static @Nullable Diagnostic wrongValue(DraftField field, Expression value, Span attribute) {
        String kind;
        boolean fits;
        ScalarType scalar = field.scalarType();
        boolean enumeration = field.type instanceof DraftType.Enumeration;
        if (value instanceof Expression.Constant word) {
            if (word.text().equals("null")) {
                return field.type instanceof DraftType.Unsupported
                        ? IndexMessages.predicateValueOfOtherType(attribute, field, "a value")
                        : null;
            }
            if (!word.text().equals("true") && !word.text().equals("false")) {
                return IndexMessages.predicateValueExpected(attribute);
            }
            kind = "a boolean";
            fits = scalar == ScalarType.BOOLEAN;
        } else if (value instanceof Expression.StringLiteral) {
            kind = "a string";
            fits = enumeration || scalar == ScalarType.STRING || scalar == ScalarType.DATE_TIME;
        } else if (value instanceof Expression.NumberLiteral) {
            kind = "a number";
            fits = scalar == ScalarType.INT
                    || scalar == ScalarType.BIG_INT
                    || scalar == ScalarType.FLOAT
                    || scalar == ScalarType.DECIMAL;
        } else {
            return IndexMessages.predicateValueExpected(attribute);
        }
        return fits ? null : IndexMessages.predicateValueOfOtherType(attribute, field, kind);
    }

    private static @Nullable Object constant(Expression value) {
        if (value instanceof Expression.StringLiteral text) {
            return text.value();
        }
        if (value instanceof Expression.NumberLiteral number) {
            return number(number.text());
        }
        String word = ((Expression.Constant) value).text();
        return word.equals("null") ? null : (Object) Boolean.valueOf(word);
    }

    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException fractionOrBig) {
            return new BigDecimal(text);
        }
    }
}
