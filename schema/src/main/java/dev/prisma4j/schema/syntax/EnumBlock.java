package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum.
 *
 * @param name the enum's name
 * @param documentation the text of the documentation comments before, or null if there are none
 * @param items everything between the braces, in order
 * @param members the values among the items
 * @param attributes the block's attributes among the items
 * @param span from the keyword to the closing brace
 */
public record EnumBlock(
        Identifier name,
        @Nullable String documentation,
        List<BlockItem> items,
        List<EnumMember> members,
        List<BlockAttribute> attributes,
        Span span)
        implements TopLevelItem {

    /** Copies the lists. */
    public EnumBlock {
        items = List.copyOf(items);
        members = List.copyOf(members);
        attributes = List.copyOf(attributes);
    }
}
