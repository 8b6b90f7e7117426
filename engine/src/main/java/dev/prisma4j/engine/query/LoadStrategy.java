package dev.prisma4j.engine.query;

/** How related rows are fetched. The answer is the same. */
public enum LoadStrategy {
    /** The engine chooses what measures best on the database. */
    AUTO,
    /** One statement per relation and level. */
    QUERY,
    /** One statement for everything, where the database can. */
    JOIN
}
