package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code @relation} of one relation field says. */
public final class DraftReference {
    /** The attribute, or null where the field has none. */
    public final @Nullable Attribute attribute;

    public @Nullable String name;

    /** The name that the relation has without one, once somebody has asked. */
    @Nullable
    String conventionalName;

    /** The fields of {@code fields:} and {@code references:}; null where the argument is absent. */
    public @Nullable List<DraftField> fields;

    public @Nullable Expression fieldsExpression;
    public @Nullable List<DraftField> references;
    public @Nullable Action onDelete;
    public @Nullable Action onUpdate;
    public @Nullable Located<String> mappedName;

    public DraftReference(@Nullable Attribute attribute) {
        this.attribute = attribute;
    }

    /**
     * A referential action.
     *
     * @param action the action
     * @param argument the place of the whole argument
     * @param value the place of its value
     */
    public record Action(ReferentialAction action, Span argument, Span value) {}

    /** {@return the place of the attribute, or of the field without one} */
    public Span span(DraftField field) {
        return attribute == null ? field.span() : attribute.span();
    }
}
