package dev.prisma4j.migrate.database;

import java.util.List;

/**
 * What to describe of a database.
 *
 * @param namespaces the database schemas of a multi-schema project; empty for the connection's own
 * @param partialIndexes whether partial indexes are seen (preview {@code partialIndexes}); if not they are left alone
 */
public record DescribeOptions(List<String> namespaces, boolean partialIndexes) {
    public DescribeOptions {
        namespaces = List.copyOf(namespaces);
    }
}
