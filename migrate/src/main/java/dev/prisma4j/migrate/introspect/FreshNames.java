package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names in the schema for what the database has and the existing schema does not. Names that several things would have are
 * preceded by their namespace; what still has no name of its own is numbered.
 */
final class FreshNames {
    /** What is named. */
    enum Kind {
        ENUM,
        MODEL,
        VIEW;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A name given.
     *
     * @param name the name
     * @param plain what it would be if nothing else were called so
     * @param reserved whether it differs because the language or a client needs the word
     * @param duplicate whether it differs because something else is called so
     */
    record Given(String name, String plain, boolean reserved, boolean duplicate) {}

    private record Wanted(Kind kind, ObjectName name) {}

    private final @Nullable String ownNamespace;
    private final List<Wanted> wanted = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<Wanted, Given> given = new HashMap<>();

    FreshNames(@Nullable String ownNamespace) {
        this.ownNamespace = ownNamespace;
    }

    /** Notes that something is called so already. */
    void take(String name) {
        taken.add(name);
    }

    /** Notes that something needs a name. */
    void want(Kind kind, ObjectName name) {
        wanted.add(new Wanted(kind, name));
    }

    /** Gives all names that are wanted. */
    void give() {
        Map<String, Integer> counts = new HashMap<>();
        taken.forEach(name -> counts.merge(name, 1, Integer::sum));
        wanted.forEach(w -> counts.merge(clean(w.name().name()), 1, Integer::sum));
        for (Wanted each : wanted) {
            String clean = clean(each.name().name());
            boolean duplicate = counts.getOrDefault(clean, 0) > 1;
            boolean reserved = SchemaNames.isReserved(clean);
            String candidate = clean;
            if (duplicate && ownNamespace != null) {
                String namespace = each.name().namespace() == null
                        ? ownNamespace
                        : each.name().namespace();
                candidate = SchemaNames.of(namespace + "_" + each.name().name());
            } else if (reserved) {
                candidate = "Renamed" + clean;
            }
            String name = candidate;
            for (int i = 2; !taken.add(name); i++) {
                name = candidate + "_" + i;
            }
            String plain = reserved && !duplicate ? candidate : clean;
            given.put(each, new Given(name, plain, reserved, duplicate));
        }
    }

    private static String clean(String databaseName) {
        String name = SchemaNames.of(databaseName);
        return name.isEmpty() ? "Unnamed" : name;
    }

    /** The name of something that wanted one. */
    Given of(Kind kind, ObjectName name) {
        Given found = given.get(new Wanted(kind, name));
        if (found == null) {
            throw new IllegalArgumentException("no name was wanted for " + name);
        }
        return found;
    }

    /** What could not have the name it would have, enums first. */
    List<String> duplicates() {
        List<String> lines = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Wanted each : wanted) {
                Given name = of(each.kind(), each.name());
                if (each.kind() == kind && name.duplicate()) {
                    lines.add("  - Type: \"" + kind.word() + "\", name: \"" + name.name() + "\"");
                }
            }
        }
        return lines;
    }

    /** The name that something would have if there were nothing else. */
    static String plain(ObjectName name) {
        String clean = clean(name.name());
        return SchemaNames.isReserved(clean) ? "Renamed" + clean : clean;
    }
}
