// The values that a reader of configuration files has found so far.
package dev.prisma4j.cli.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by key. Belongs to one reader while it reads. */
final class Settings {
    private final Map<ConfigKey, Template> texts = new EnumMap<>(ConfigKey.class);
    private final Map<ConfigKey, String> computedLists = new EnumMap<>(ConfigKey.class);
    private final Map<ConfigKey, List<String>> lists = new EnumMap<>(ConfigKey.class);

    void put(ConfigKey key, Template text) {
        texts.put(key, text);
    }

    void put(ConfigKey key, List<String> list) {
        lists.put(key, List.copyOf(list));
        computedLists.remove(key);
    }

    /**
     * Notes that what the file says of these keys is not known without running it.
     *
     * @param path a key, or what the keys of a section begin with; empty for all
     */
    void compute(String path, String place) {
        for (ConfigKey key : ConfigKey.values()) {
            boolean meant = path.isEmpty() || path.endsWith(".")
                    ? key.path().startsWith(path)
                    : key.path().equals(path);
            if (meant && key.isList()) {
                lists.remove(key);
                computedLists.put(key, place);
            } else if (meant && key.decidesOnData()) {
                texts.put(key, Template.computed(place));
            }
        }
    }

    /** The lists that are not known without running the file, with their places. */
    Map<String, String> computedLists() {
        Map<String, String> places = new LinkedHashMap<>();
        computedLists.forEach((key, place) -> places.put(key.path(), place));
        return places;
    }

    @Nullable
    Template text(ConfigKey key) {
        return texts.get(key);
    }

    List<String> list(ConfigKey key) {
        return lists.getOrDefault(key, List.of());
    }
}
