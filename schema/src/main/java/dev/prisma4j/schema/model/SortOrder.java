package dev.prisma4j.schema.model;

/** The direction of a column within an index or of a key in an ordering. */
public enum SortOrder {
    ASC,
    DESC
}
