package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.Attribute;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which attributes are written, on fields and on blocks. Those without a place of their own keep their
 * order, at the end.
 */
final class AttributeOrder {

    private static final List<String> NAMES =
            List.of("id", "unique", "default", "updatedAt", "index", "fulltext", "map", "relation", "ignore");

    private AttributeOrder() {}

    /** Compares attributes by their place; sorting with it must be stable. */
    static final Comparator<Attribute> COMPARATOR =
            Comparator.comparingInt(attribute -> place(attribute.name().text()));

    static List<Attribute> sorted(List<Attribute> attributes) {
        return attributes.size() < 2
                ? attributes
                : attributes.stream().sorted(COMPARATOR).toList();
    }

    private static int place(String name) {
        int index = NAMES.indexOf(name);
        return index < 0 ? NAMES.size() : index;
    }
}
