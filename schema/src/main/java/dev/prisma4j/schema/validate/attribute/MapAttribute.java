package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import org.jspecify.annotations.Nullable;

/** {@code @map("column")} and {@code @@map("table")}: what the database calls it. */
final class MapAttribute {
    private final AttributeContext context;

    MapAttribute(AttributeContext context) {
        this.context = context;
    }

    /** {@return the name with the place of the attribute, or null} */
    @Nullable
    Located<String> read(AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("map");
        if (arguments == null) {
            return null;
        }
        Expression value = arguments.requiredDefault("name");
        String name = value == null ? null : context.expressions().string(value);
        arguments.finish();
        return name == null ? null : new Located<>(name, arguments.span());
    }

    void refuseOnRelation(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("map");
        if (arguments != null) {
            context.diagnostics().add(AttributeMessages.mapOnRelation(field, arguments.attribute()));
        }
    }
}
