package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.database.Databases;
import dev.prisma4j.schema.database.OperatorClasses;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.diagnostic.Spelling;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.draft.FieldOwner;
import dev.prisma4j.schema.validate.message.IndexMessages;
import dev.prisma4j.schema.validate.message.ValueMessages;
import dev.prisma4j.schema.validate.value.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of fields of a key or index: {@code [a, b(sort: Desc, length: 10), address.city, c(ops: JsonbOps)]}. */
final class FieldList {
    private final DraftModel model;
    private final Diagnostics diagnostics;
    private final Expressions expressions;

    FieldList(DraftModel model, AttributeContext context) {
        this.model = model;
        this.diagnostics = context.diagnostics();
        this.expressions = context.expressions();
    }

    /** What a field of the list says besides its name. */
    private record Options(
            @Nullable SortOrder sort,
            @Nullable Integer length,
            @Nullable String operatorClass,
            boolean rawOperatorClass) {}

    /** {@return the fields, or null where the list cannot be used, which is reported} */
    @Nullable
    List<DraftIndexField> read(Expression value, AttributeArguments arguments, String attribute) {
        boolean key = attribute.equals("@@id");
        List<DraftIndexField> fields = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        FieldOwner unknownIn = model;
        Set<String> seen = new HashSet<>();
        boolean good = true;
        for (Expression element : Expressions.elements(value)) {
            String path = path(element);
            if (path == null) {
                good = false;
                continue;
            }
            Options options = options(element);
            Resolved resolved = resolve(path, key);
            if (resolved.unknown != null) {
                unknown.add(resolved.unknown);
                unknownIn = resolved.unknownIn;
            } else if (!resolved.path.get(resolved.path.size() - 1).isScalar()) {
                relations.add(path);
            } else if (!seen.add(path)) {
                diagnostics.add(IndexMessages.repeatedField(attribute, arguments.span(), path));
                return null;
            } else {
                fields.add(new DraftIndexField(
                        resolved.path, options.sort, options.length, options.operatorClass, options.rawOperatorClass));
            }
        }
        if (!good) {
            return null;
        }
        if (!unknown.isEmpty()) {
            Span span = key ? value.span() : arguments.span();
            diagnostics.add(IndexMessages.unknownFields(attribute, span, unknown, unknownIn, near(unknown, unknownIn)));
        }
        if (!relations.isEmpty()) {
            diagnostics.add(IndexMessages.relationFields(attribute, arguments.span(), relations));
        }
        return unknown.isEmpty() && relations.isEmpty() ? fields : null;
    }

    private static @Nullable String near(List<String> unknown, FieldOwner owner) {
        List<String> candidates = owner.fields().stream().map(DraftField::name).toList();
        for (String name : unknown) {
            String near = Spelling.closest(name, candidates);
            if (near != null) {
                return "Did you mean `" + near + "`?";
            }
        }
        return null;
    }

    private @Nullable String path(Expression element) {
        if (element instanceof Expression.Constant constant) {
            return constant.text();
        }
        if (element instanceof Expression.FunctionCall call) {
            return call.name().text();
        }
        diagnostics.add(ValueMessages.expected("the plain word of a field", element));
        return null;
    }

    private record Resolved(List<DraftField> path, @Nullable String unknown, FieldOwner unknownIn) {}

    /** Follows the dots through composite types. */
    private Resolved resolve(String text, boolean key) {
        if (text.indexOf('.') < 0) {
            DraftField field = model.field(text);
            return field == null ? new Resolved(List.of(), text, model) : new Resolved(List.of(field), null, model);
        }
        if (key) {
            return new Resolved(List.of(), text, model);
        }
        List<DraftField> path = new ArrayList<>();
        FieldOwner owner = model;
        for (String name : text.split("\\.", -1)) {
            if (owner == null) {
                return new Resolved(path, text, model);
            }
            DraftField field = owner.field(name);
            if (field == null) {
                return new Resolved(path, name, owner);
            }
            path.add(field);
            owner = field.type instanceof DraftType.Composite composite ? composite.type() : null;
        }
        return new Resolved(path, null, model);
    }

    private Options options(Expression element) {
        SortOrder sort = null;
        Integer length = null;
        String operatorClass = null;
        boolean raw = false;
        if (element instanceof Expression.FunctionCall call) {
            for (Argument argument : call.arguments().arguments()) {
                Expression value = argument.value();
                if (argument.name() == null || value == null) {
                    continue;
                }
                switch (argument.name().text()) {
                    case "sort" -> sort = sort(argument.span(), value, expressions, diagnostics);
                    case "length" -> length = length(value);
                    case "ops" -> {
                        operatorClass = operatorClass(argument, value);
                        raw = value instanceof Expression.FunctionCall;
                    }
                    default -> {
                        // The reference ignores other arguments, so existing schemas may have them.
                    }
                }
            }
        }
        return new Options(sort, length, operatorClass, raw);
    }

    private @Nullable Integer length(Expression value) {
        Long number = expressions.integer(value);
        return number == null ? null : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    static @Nullable SortOrder sort(Span span, Expression value, Expressions expressions, Diagnostics diagnostics) {
        String word = expressions.constant(value);
        if (word == null) {
            return null;
        }
        switch (word) {
            case "Asc":
                return SortOrder.ASC;
            case "Desc":
                return SortOrder.DESC;
            default:
                diagnostics.add(IndexMessages.unknownSort(span, word));
                return null;
        }
    }

    private @Nullable String operatorClass(Argument argument, Expression value) {
        if (value instanceof Expression.Constant word) {
            OperatorClasses known = Databases.of(Provider.POSTGRESQL).operatorClasses();
            if (!known.isKnown(word.text())) {
                diagnostics.add(IndexMessages.unknownOperatorClass(value.span(), word.text(), known.names()));
                return null;
            }
            return word.text();
        }
        if (value instanceof Expression.FunctionCall call) {
            List<Argument> arguments = call.arguments().arguments();
            if (call.name().text().equals("raw")
                    && arguments.size() == 1
                    && arguments.get(0).value() instanceof Expression.StringLiteral text) {
                return text.value();
            }
            diagnostics.add(IndexMessages.rawNeedsText(value.span()));
            return null;
        }
        diagnostics.add(IndexMessages.operatorClassExpected(argument.span()));
        return null;
    }
}
