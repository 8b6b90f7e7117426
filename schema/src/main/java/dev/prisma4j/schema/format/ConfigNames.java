package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.Property;
import dev.prisma4j.schema.syntax.SyntaxTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the datasources, the generators and the properties of each are named but once, whatever else they say. */
final class ConfigNames {

    private ConfigNames() {}

    static boolean areUnique(List<SyntaxTree> trees) {
        Set<String> blocks = new HashSet<>();
        return trees.stream()
                .flatMap(SyntaxTree::configs)
                .allMatch(block -> blocks.add(block.kind() + " " + block.name()) && propertiesAreUnique(block));
    }

    private static boolean propertiesAreUnique(ConfigBlock block) {
        Set<String> names = new HashSet<>();
        for (Property property : block.properties()) {
            if (!names.add(property.name().text())) {
                return false;
            }
        }
        return true;
    }
}
