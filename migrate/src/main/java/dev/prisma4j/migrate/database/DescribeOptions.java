package dev.prisma4j.migrate.database;

import java.util.List;

/**
 * What to describe of a database.
 *
 * @param namespaces the database schemas of a multi-schema project; empty for the connection's own
 */
public record DescribeOptions(List<String> namespaces) {
    public DescribeOptions {
        namespaces = List.copyOf(namespaces);
    }
}
