package dev.prisma4j.engine.query;

/** The ways to compare two values. Compared with NULL the answer is unknown, as in SQL. */
public enum Comparator {
    EQ,
    NE,
    LT,
    LTE,
    GT,
    GTE
}
