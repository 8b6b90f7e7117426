package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftKey;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import dev.prisma4j.schema.validate.message.IndexMessages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code @id} and {@code @@id}: what identifies a record. */
final class IdAttribute {
    private final AttributeContext context;

    IdAttribute(AttributeContext context) {
        this.context = context;
    }

    void refuseOnRelation(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("id");
        if (arguments != null) {
            context.diagnostics().add(AttributeMessages.idOnRelation(field, arguments.attribute()));
            arguments.finish();
        }
    }

    void read(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("id");
        if (arguments == null) {
            return;
        }
        DraftModel model = field.model();
        if (model.key != null) {
            context.diagnostics().add(AttributeMessages.severalIds(model));
            arguments.finish();
            return;
        }
        KeyArguments keys = new KeyArguments(context, arguments);
        Located<String> mappedName = keys.mappedName("@id");
        Integer length = arguments.integer("length");
        SortOrder sort = keys.sort();
        Boolean clustered = arguments.bool("clustered");
        arguments.finish();
        if (!field.isRequired() && !model.saysIgnore()) {
            context.diagnostics().add(AttributeMessages.idNotRequired(field, arguments.attribute()));
        }
        model.key = new DraftKey(
                arguments.attribute(),
                true,
                List.of(new DraftIndexField(List.of(field), sort, length, null, false)),
                null,
                mappedName,
                clustered);
    }

    void readBlock(DraftModel model, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("id");
        if (arguments == null) {
            return;
        }
        Expression value = arguments.requiredDefault("fields");
        List<DraftIndexField> fields =
                value == null ? null : new FieldList(model, context).read(value, arguments, "@@id");
        if (fields == null) {
            arguments.finish();
            return;
        }
        if (!model.saysIgnore()) {
            refuseOptional(fields, arguments);
        }
        DraftKey key = blockKey(arguments, fields);
        arguments.finish();
        if (model.key == null) {
            model.key = key;
        } else {
            context.diagnostics().add(AttributeMessages.idTwice(model));
        }
    }

    private void refuseOptional(List<DraftIndexField> fields, AttributeArguments arguments) {
        List<String> optional = fields.stream()
                .filter(field -> !field.field().isRequired())
                .map(DraftIndexField::text)
                .toList();
        if (!optional.isEmpty()) {
            context.diagnostics().add(IndexMessages.optionalIdFields(arguments.span(), optional));
        }
    }

    private DraftKey blockKey(AttributeArguments arguments, List<DraftIndexField> fields) {
        KeyArguments keys = new KeyArguments(context, arguments);
        Located<String> name = keys.clientName("@@id");
        Located<String> mappedName = keys.mappedName("@@id");
        Boolean clustered = arguments.bool("clustered");
        return new DraftKey(arguments.attribute(), false, fields, name, mappedName, clustered);
    }

    /** The arguments that keys and indexes have in common. */
    record KeyArguments(AttributeContext context, AttributeArguments arguments) {
        @Nullable
        SortOrder sort() {
            Argument argument = arguments.take("sort");
            Expression value = argument == null ? null : argument.value();
            return argument == null || value == null
                    ? null
                    : FieldList.sort(argument.span(), value, context.expressions(), context.diagnostics());
        }

        /** {@code map:}, the name in the database. */
        @Nullable
        Located<String> mappedName(String attribute) {
            Argument argument = arguments.take("map");
            Expression value = argument == null ? null : argument.value();
            String name = value == null ? null : context.expressions().string(value);
            if (argument == null || name == null) {
                return null;
            }
            if (name.isEmpty()) {
                context.diagnostics().add(AttributeMessages.emptyText(attribute, "map", arguments.span()));
                return null;
            }
            return new Located<>(name, argument.span());
        }

        /** {@code name:}, the name in clients. */
        @Nullable
        Located<String> clientName(String attribute) {
            Argument argument = arguments.take("name");
            Expression value = argument == null ? null : argument.value();
            String name = value == null ? null : context.expressions().string(value);
            if (argument == null || name == null) {
                return null;
            }
            if (name.isEmpty()) {
                context.diagnostics().add(AttributeMessages.emptyText(attribute, "name", arguments.span()));
                return null;
            }
            if (!isUsable(name)) {
                context.diagnostics().add(IndexMessages.nameNotUsable(attribute, arguments.span(), name));
                return null;
            }
            return new Located<>(name, argument.span());
        }

        private static boolean isUsable(String name) {
            return name.chars()
                    .allMatch(c -> c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
        }
    }
}
