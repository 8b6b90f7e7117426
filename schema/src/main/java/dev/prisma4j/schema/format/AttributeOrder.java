package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.BlockAttribute;
import java.util.Comparator;
import java.util.List;

/** The order in which attributes are written. Those without a place of their own keep their order, at the end. */
final class AttributeOrder {

    private static final List<String> OF_FIELD =
            List.of("id", "unique", "default", "updatedAt", "map", "relation", "ignore");
    private static final List<String> OF_BLOCK = List.of("id", "unique", "index", "fulltext", "map", "ignore");

    private AttributeOrder() {}

    static List<Attribute> ofField(List<Attribute> attributes) {
        return attributes.size() < 2
                ? attributes
                : attributes.stream()
                        .sorted(Comparator.comparingInt(
                                attribute -> place(OF_FIELD, attribute.name().text())))
                        .toList();
    }

    /** Compares attributes of a block; sorting with it must be stable. */
    static Comparator<BlockAttribute> ofBlock() {
        return Comparator.comparingInt(
                item -> place(OF_BLOCK, item.attribute().name().text()));
    }

    private static int place(List<String> order, String name) {
        int index = order.indexOf(name);
        return index < 0 ? order.size() : index;
    }
}
