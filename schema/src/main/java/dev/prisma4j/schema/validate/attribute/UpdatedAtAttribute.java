package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.message.AttributeMessages;

/** {@code @updatedAt}: the time of the last write, set by the engine. */
final class UpdatedAtAttribute {
    private final AttributeContext context;

    UpdatedAtAttribute(AttributeContext context) {
        this.context = context;
    }

    void read(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("updatedAt");
        if (arguments == null) {
            return;
        }
        if (field.scalarType() != ScalarType.DATE_TIME) {
            context.diagnostics().add(AttributeMessages.updatedAtNotDateTime(field, arguments.attribute()));
        }
        if (field.isList()) {
            context.diagnostics().add(AttributeMessages.updatedAtOnList(field, arguments.attribute()));
        }
        field.updatedAt = true;
        arguments.finish();
    }
}
