package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary key: {@code @id} or {@code @@id}.
 *
 * @param attribute the attribute
 * @param onField whether it is {@code @id}
 * @param fields its fields
 * @param name the place and value of {@code name:}, or null
 * @param mappedName the place and value of {@code map:}, or null
 * @param clustered the value of {@code clustered:}, or null
 */
public record DraftKey(
        Attribute attribute,
        boolean onField,
        List<DraftIndexField> fields,
        @Nullable Located<String> name,
        @Nullable Located<String> mappedName,
        @Nullable Boolean clustered) {
    public DraftKey {
        fields = List.copyOf(fields);
    }

    /** {@return the attribute as messages write it} */
    public String attributeName() {
        return onField ? "@id" : "@@id";
    }

    /** {@return the name that clients call it by, given by the schema, or null} */
    public @Nullable String clientName() {
        return name == null ? null : name.value();
    }

    /** {@return the place of the attribute} */
    public Span span() {
        return attribute.span();
    }
}
