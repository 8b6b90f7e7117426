package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datasource or a generator.
 *
 * @param kind which of the two
 * @param name the block's name
 * @param documentation the text of the documentation comments before, or null if there are none
 * @param items everything between the braces, in order
 * @param properties the properties among the items, those without a value included
 * @param span from the keyword to the closing brace
 */
public record ConfigBlock(
        Kind kind,
        Identifier name,
        @Nullable String documentation,
        List<BlockItem> items,
        List<Property> properties,
        Span span)
        implements TopLevelItem {

    /** Copies the lists. */
    public ConfigBlock {
        items = List.copyOf(items);
        properties = List.copyOf(properties);
    }

    /** What the block configures. */
    public enum Kind {
        /** {@code datasource} */
        DATASOURCE("datasource"),
        /** {@code generator} */
        GENERATOR("generator");

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
