package dev.prisma4j.schema.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generator block.
 *
 * @param name the block's name
 * @param provider the program or built-in generator
 * @param output where it writes, as written, or null
 * @param binaryTargets as written
 * @param previewFeatures as written
 * @param config all other keys, in source order
 * @param documentation the {@code ///} comment, or null
 * @param sourceFile the name of the file that holds the block
 */
public record Generator(
        String name,
        ConfigValue provider,
        @Nullable ConfigValue output,
        List<ConfigValue> binaryTargets,
        List<String> previewFeatures,
        Map<String, ConfigValue> config,
        @Nullable String documentation,
        String sourceFile) {
    public Generator {
        binaryTargets = List.copyOf(binaryTargets);
        previewFeatures = List.copyOf(previewFeatures);
        config = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(config));
    }
}
