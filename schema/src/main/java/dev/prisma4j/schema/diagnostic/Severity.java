package dev.prisma4j.schema.diagnostic;

/** How bad a finding is. */
public enum Severity {
    /** The schema is not valid. */
    ERROR,
    /** The schema is valid, but probably not what is meant. */
    WARNING
}
