package dev.prisma4j.migrate.diff;

/** What a change of a column's type means for the values in it. */
public enum TypeChange {
    /** Every value can be converted. */
    SAFE,
    /** Some values may not fit. */
    RISKY,
    /** The database has no conversion: the column is dropped and added. */
    NOT_CASTABLE
}
