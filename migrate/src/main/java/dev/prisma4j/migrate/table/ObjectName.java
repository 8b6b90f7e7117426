package dev.prisma4j.migrate.table;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, enum, view or type.
 *
 * @param namespace the database schema, or null for the connection's own
 * @param name the name within it
 */
public record ObjectName(@Nullable String namespace, String name) implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER = Comparator.<ObjectName, String>comparing(
                    n -> n.namespace == null ? "" : n.namespace)
            .thenComparing(ObjectName::name);

    /** A name without a namespace. */
    public static ObjectName of(String name) {
        return new ObjectName(null, name);
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace == null ? name : namespace + "." + name;
    }
}
