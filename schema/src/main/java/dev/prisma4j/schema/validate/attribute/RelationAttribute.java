package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftReference.Action;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import dev.prisma4j.schema.validate.message.IndexMessages;
import dev.prisma4j.schema.validate.value.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code @relation(name, fields: [..], references: [..], onDelete: .., onUpdate: .., map: ..)}. */
final class RelationAttribute {
    private final AttributeContext context;

    RelationAttribute(AttributeContext context) {
        this.context = context;
    }

    void refuseOnScalar(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("relation");
        if (arguments != null) {
            context.diagnostics().add(AttributeMessages.relationOnScalar(field, arguments.attribute()));
            arguments.finish();
        }
    }

    void read(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("relation");
        DraftReference reference = new DraftReference(arguments == null ? null : arguments.attribute());
        field.reference = reference;
        if (arguments == null) {
            return;
        }
        fields(field.model(), reference, arguments);
        references(field.relatedModel(), reference, arguments);
        name(reference, arguments);
        reference.onDelete = action("onDelete", arguments);
        reference.onUpdate = action("onUpdate", arguments);
        reference.mappedName = new IdAttribute.KeyArguments(context, arguments).mappedName("@relation");
        arguments.finish();
    }

    private void name(DraftReference reference, AttributeArguments arguments) {
        Expression value = arguments.optionalDefault("name");
        String name = value == null ? null : context.expressions().string(value);
        if (name != null && name.isEmpty()) {
            context.diagnostics().add(AttributeMessages.emptyRelationName(arguments.attribute()));
        } else {
            reference.name = name;
        }
    }

    private void fields(DraftModel model, DraftReference reference, AttributeArguments arguments) {
        Expression value = arguments.value("fields");
        if (value == null) {
            return;
        }
        reference.fieldsExpression = value;
        Resolution resolution = resolve(model, value);
        if (resolution == null) {
            reference.fields = List.of();
            return;
        }
        if (!resolution.repeated.isEmpty()) {
            resolution.repeated.forEach(
                    name -> context.diagnostics().add(IndexMessages.repeatedField("fields", arguments.span(), name)));
        } else {
            if (!resolution.unknown.isEmpty()) {
                context.diagnostics()
                        .add(AttributeMessages.unknownRelationFields(value.span(), resolution.unknown, model));
            }
            if (!resolution.relations.isEmpty()) {
                context.diagnostics()
                        .add(AttributeMessages.relationFieldsNotScalar(value.span(), resolution.relations));
            }
        }
        reference.fields = resolution.fields;
    }

    private void references(DraftModel model, DraftReference reference, AttributeArguments arguments) {
        Expression value = arguments.value("references");
        if (value == null) {
            return;
        }
        Resolution resolution = resolve(model, value);
        if (resolution == null) {
            reference.references = List.of();
            return;
        }
        if (!resolution.repeated.isEmpty()) {
            resolution.repeated.forEach(name ->
                    context.diagnostics().add(IndexMessages.repeatedField("references", arguments.span(), name)));
        } else {
            if (!resolution.unknown.isEmpty()) {
                context.diagnostics()
                        .add(AttributeMessages.unknownReferences(arguments.span(), resolution.unknown, model));
            }
            if (!resolution.relations.isEmpty()) {
                context.diagnostics()
                        .add(AttributeMessages.referencesNotScalar(arguments.span(), resolution.relations, model));
            }
        }
        reference.references = resolution.fields;
    }

    private record Resolution(
            List<DraftField> fields, List<String> unknown, List<String> relations, List<String> repeated) {}

    private @Nullable Resolution resolve(DraftModel model, Expression value) {
        Resolution resolution =
                new Resolution(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> seen = new HashSet<>();
        boolean good = true;
        for (Expression element : Expressions.elements(value)) {
            String name = context.expressions().constant(element);
            if (name == null) {
                good = false;
                continue;
            }
            DraftField field = model.field(name);
            if (field == null) {
                resolution.unknown.add(name);
            } else if (!field.isScalar()) {
                resolution.relations.add(name);
            } else if (!seen.add(name)) {
                resolution.repeated.add(name);
            } else {
                resolution.fields.add(field);
            }
        }
        return good ? resolution : null;
    }

    private @Nullable Action action(String name, AttributeArguments arguments) {
        Expression value = arguments.value(name);
        String word = value == null ? null : context.expressions().constant(value);
        if (value == null || word == null) {
            return null;
        }
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.text().equals(word)) {
                return new Action(action, arguments.spanOf(name, value), value.span());
            }
        }
        context.diagnostics().add(AttributeMessages.unknownAction(word, value.span()));
        return null;
    }
}
