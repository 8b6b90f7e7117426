package dev.prisma4j.engine.sql;

import org.jspecify.annotations.Nullable;

/** What a FROM or JOIN names. */
public sealed interface Source {
    /** The name by which its columns are known in the statement. */
    String alias();

    /**
     * A table.
     *
     * @param namespace the database schema, or null for the connection's
     */
    record Table(@Nullable String namespace, String name, String alias) implements Source {}

    /** A subselect. */
    record Derived(Select select, String alias) implements Source {}
}
