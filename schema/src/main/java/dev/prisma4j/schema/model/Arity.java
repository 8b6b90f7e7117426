package dev.prisma4j.schema.model;

/** How many values a field holds. */
public enum Arity {
    REQUIRED,
    OPTIONAL,
    LIST
}
