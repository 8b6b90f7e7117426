package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.message.AttributeMessages;

/** {@code @ignore} and {@code @@ignore}: clients do not see it. */
final class IgnoreAttribute {
    private final AttributeContext context;

    IgnoreAttribute(AttributeContext context) {
        this.context = context;
    }

    /** {@return whether it is there} */
    boolean read(AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("ignore");
        if (arguments == null) {
            return false;
        }
        arguments.finish();
        return true;
    }

    void read(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("ignore");
        if (arguments == null) {
            return;
        }
        arguments.finish();
        field.ignored = true;
        if (field.type instanceof DraftType.Unsupported) {
            context.diagnostics().add(AttributeMessages.ignoreOnUnsupported(field, arguments.attribute()));
        }
    }
}
