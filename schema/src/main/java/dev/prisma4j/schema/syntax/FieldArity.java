package dev.prisma4j.schema.syntax;

/** How many values a field holds, as written after its type. */
public enum FieldArity {
    /** {@code Int} */
    REQUIRED,
    /** {@code Int?} */
    OPTIONAL,
    /** {@code Int[]} */
    LIST
}
