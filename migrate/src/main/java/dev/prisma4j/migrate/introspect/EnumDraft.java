package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.schema.model.EnumType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An enum while it is put together: its values as stored, and what the schema calls them. */
final class EnumDraft {
    private final ObjectName databaseName;
    private final @Nullable EnumType known;
    private final String name;
    private final boolean commented;
    private final Map<String, String> valueNames = new LinkedHashMap<>();

    /**
     * Makes a draft.
     *
     * @param databaseName its name in the database
     * @param values its values as stored
     * @param known what the existing schema has for it, or null
     * @param name its name in the schema
     * @param commented whether the database has a comment on it
     */
    EnumDraft(ObjectName databaseName, List<String> values, @Nullable EnumType known, String name, boolean commented) {
        this.databaseName = databaseName;
        this.known = known;
        this.name = name;
        this.commented = commented;
        Set<String> taken = new HashSet<>(values);
        for (String value : values) {
            String wanted = nameOf(value, known);
            String unique = wanted;
            for (int i = 2; !wanted.equals(value) && !wanted.isEmpty() && !taken.add(unique); i++) {
                unique = wanted + "_" + i;
            }
            valueNames.put(value, unique);
        }
    }

    private static String nameOf(String value, @Nullable EnumType known) {
        if (known != null && known.valueOfDatabaseName(value).isPresent()) {
            return known.valueOfDatabaseName(value).get().name();
        }
        return value.isEmpty() ? "EMPTY_ENUM_VALUE" : SchemaNames.of(value);
    }

    ObjectName databaseName() {
        return databaseName;
    }

    List<String> values() {
        return List.copyOf(valueNames.keySet());
    }

    @Nullable
    EnumType known() {
        return known;
    }

    String name() {
        return name;
    }

    boolean commented() {
        return commented;
    }

    /** The value's name in the schema; empty if it cannot have one. */
    String valueName(String value) {
        return valueNames.getOrDefault(value, "");
    }

    /** What the existing schema says about the value, or nothing. */
    String documentation(String value) {
        return known == null
                ? ""
                : known.valueOfDatabaseName(value).map(v -> v.documentation()).orElse("");
    }

    /** Whether the existing schema says what the value is called in the database. */
    boolean isMapped(String value) {
        return known != null
                && known.valueOfDatabaseName(value)
                        .map(v -> v.mappedName() != null)
                        .orElse(false);
    }

    /** Whether a schema can have it: an enum without any value is none. */
    boolean isUsable() {
        return valueNames.values().stream().anyMatch(n -> !n.isEmpty());
    }
}
