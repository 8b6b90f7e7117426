package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import dev.prisma4j.schema.validate.message.IndexMessages;
import dev.prisma4j.schema.validate.value.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code @shardKey} and {@code @@shardKey}: the fields by which a sharding proxy chooses the server. */
final class ShardKeyAttribute {
    private final AttributeContext context;

    ShardKeyAttribute(AttributeContext context) {
        this.context = context;
    }

    void read(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("shardKey");
        if (arguments == null) {
            return;
        }
        DraftModel model = field.model();
        if (!model.shardKey.isEmpty()) {
            context.diagnostics().add(AttributeMessages.severalShardKeys(model, true));
            arguments.finish();
            return;
        }
        if (!field.isRequired() && !model.saysIgnore()) {
            context.diagnostics().add(AttributeMessages.shardKeyNotRequired(field, arguments.attribute()));
        }
        model.shardKey = List.of(field);
        model.shardKeyAttribute = arguments.attribute();
        arguments.finish();
    }

    void readBlock(DraftModel model, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("shardKey");
        if (arguments == null) {
            return;
        }
        if (!model.shardKey.isEmpty()) {
            context.diagnostics().add(AttributeMessages.severalShardKeys(model, false));
        }
        Expression value = arguments.requiredDefault("fields");
        if (value != null) {
            fields(model, value, arguments);
        }
        arguments.finish();
    }

    private void fields(DraftModel model, Expression value, AttributeArguments arguments) {
        List<DraftField> fields = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean good = true;
        for (Expression element : Expressions.elements(value)) {
            String name = context.expressions().constant(element);
            DraftField field = name == null ? null : model.field(name);
            if (name == null) {
                good = false;
            } else if (field == null) {
                unknown.add(name);
            } else if (!field.isScalar()) {
                relations.add(name);
            } else if (!seen.add(name)) {
                context.diagnostics().add(IndexMessages.repeatedField("@@shardKey", arguments.span(), name));
                return;
            } else {
                fields.add(field);
            }
        }
        if (good) {
            keep(model, fields, unknown, relations, value.span(), arguments);
        }
    }

    private void keep(
            DraftModel model,
            List<DraftField> fields,
            List<String> unknown,
            List<String> relations,
            Span list,
            AttributeArguments arguments) {
        if (!unknown.isEmpty()) {
            context.diagnostics().add(IndexMessages.unknownFields("@@shardKey", list, unknown, model, null));
        }
        if (!relations.isEmpty()) {
            context.diagnostics().add(IndexMessages.relationFields("@@shardKey", arguments.span(), relations));
        }
        List<String> optional = fields.stream()
                .filter(f -> !f.isRequired())
                .map(DraftField::name)
                .toList();
        if (unknown.isEmpty() && relations.isEmpty() && !optional.isEmpty() && !model.saysIgnore()) {
            context.diagnostics().add(IndexMessages.optionalShardKeyFields(arguments.span(), optional));
        }
        model.shardKey = fields;
        model.shardKeyAttribute = arguments.attribute();
    }
}
