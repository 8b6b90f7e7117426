package dev.prisma4j.engine.query;

/** What can be computed over many rows. */
public enum AggregateFunction {
    /** Rows, or values that are not NULL. A long. */
    COUNT,
    /** Int and BigInt give a Long, Float a Double, Decimal a BigDecimal; NULL over no values. */
    SUM,
    /** A Double, of Decimal a BigDecimal; NULL over no values. */
    AVG,
    /** In the field's own type; NULL over no values. */
    MIN,
    /** In the field's own type; NULL over no values. */
    MAX
}
