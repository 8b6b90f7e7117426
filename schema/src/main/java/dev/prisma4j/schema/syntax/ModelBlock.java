package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model, a view or a composite type.
 *
 * @param kind which of the three
 * @param name the block's name
 * @param documentation the text of the documentation comments before, or null if there are none
 * @param items everything between the braces, in order
 * @param fields the well-formed fields among the items
 * @param attributes the block's attributes among the items
 * @param span from the keyword to the closing brace
 */
public record ModelBlock(
        Kind kind,
        Identifier name,
        @Nullable String documentation,
        List<BlockItem> items,
        List<FieldDeclaration> fields,
        List<BlockAttribute> attributes,
        Span span)
        implements TopLevelItem {

    /** Copies the lists. */
    public ModelBlock {
        items = List.copyOf(items);
        fields = List.copyOf(fields);
        attributes = List.copyOf(attributes);
    }

    /** What the block declares. */
    public enum Kind {
        /** {@code model} */
        MODEL("model"),
        /** {@code view} */
        VIEW("view"),
        /** {@code type}, a composite type */
        TYPE("type");

        private final String keyword;

        Kind(String keyword) {
            this.keyword = keyword;
        }

        /** {@return the word that begins the block} */
        public String keyword() {
            return keyword;
        }
    }
}
