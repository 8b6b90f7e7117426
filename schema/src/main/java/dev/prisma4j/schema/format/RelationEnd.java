package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.FieldArity;
import dev.prisma4j.schema.syntax.FieldDeclaration;
import dev.prisma4j.schema.syntax.ModelBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field whose type is a model, with what its {@code @relation} says.
 *
 * @param model the model that has the field
 * @param field the field
 * @param target the model that is the field's type
 * @param attribute its {@code @relation}, or null
 */
record RelationEnd(
        ModelBlock model,
        FieldDeclaration field,
        ModelBlock target,
        @Nullable Attribute attribute) {

    static RelationEnd of(ModelBlock model, FieldDeclaration field, ModelBlock target) {
        Attribute found = field.attributes().stream()
                .filter(attribute -> attribute.name().text().equals("relation"))
                .findFirst()
                .orElse(null);
        return new RelationEnd(model, field, target, found);
    }

    boolean isList() {
        return field.arity() == FieldArity.LIST;
    }

    boolean isRequired() {
        return field.arity() == FieldArity.REQUIRED;
    }

    /** The relation's name, which tells several relations between two models apart, or null. */
    @Nullable
    String name() {
        Argument argument = argument("name");
        return argument != null && argument.value() instanceof Expression.StringLiteral text ? text.value() : null;
    }

    /** The names in {@code fields: [...]}, or null without that argument. */
    @Nullable
    List<String> fields() {
        return names("fields");
    }

    boolean hasReferences() {
        return argument("references") != null;
    }

    private @Nullable List<String> names(String argumentName) {
        Argument argument = argument(argumentName);
        if (argument == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        if (argument.value() instanceof Expression.ArrayLiteral array) {
            array.elements().forEach(element -> names.add(element.span().text()));
        } else if (argument.value() != null) {
            names.add(argument.value().span().text());
        }
        return names;
    }

    private @Nullable Argument argument(String wanted) {
        if (attribute == null) {
            return null;
        }
        for (Argument argument : attribute.argumentsOrNone()) {
            String name = argument.name() == null ? "name" : argument.name().text();
            if (name.equals(wanted)) {
                return argument;
            }
        }
        return null;
    }
}
