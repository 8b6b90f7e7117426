package dev.prisma4j.client.model;

/** What generated enums have in common. */
public interface PrismaEnum {
    /** The value's name in the schema; differs from {@link Enum#name()} only where that is a word of Java's. */
    String schemaName();

    /** What the database has for the value; differs from {@link #schemaName()} where the schema maps it. */
    default String databaseName() {
        return schemaName();
    }
}
