package dev.prisma4j.migrate.table;

import org.jspecify.annotations.Nullable;

/**
 * An extension of PostgreSQL.
 *
 * @param name its name
 * @param version the version, or null for any
 * @param namespace the database schema it is installed in, or null for any
 * @param relocatable whether it can be moved to another one
 */
public record Extension(
        String name, @Nullable String version, @Nullable String namespace, boolean relocatable) {}
