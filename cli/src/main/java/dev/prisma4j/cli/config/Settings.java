// The values that a reader of configuration files has found so far.
package dev.prisma4j.cli.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by key. Belongs to one reader while it reads. */
final class Settings {
    private final Map<ConfigKey, Template> texts = new EnumMap<>(ConfigKey.class);
    private final Map<ConfigKey, List<String>> lists = new EnumMap<>(ConfigKey.class);

    void put(ConfigKey key, Template text) {
        texts.put(key, text);
    }

    void put(ConfigKey key, List<String> list) {
        lists.put(key, List.copyOf(list));
    }

    @Nullable
    Template text(ConfigKey key) {
        return texts.get(key);
    }

    List<String> list(ConfigKey key) {
        return lists.getOrDefault(key, List.of());
    }
}
