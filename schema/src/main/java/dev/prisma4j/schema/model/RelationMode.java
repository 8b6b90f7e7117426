package dev.prisma4j.schema.model;

/** Who keeps relations intact: the database's foreign keys, or the engine ({@code relationMode} of the datasource). */
public enum RelationMode {
    FOREIGN_KEYS,
    PRISMA
}
