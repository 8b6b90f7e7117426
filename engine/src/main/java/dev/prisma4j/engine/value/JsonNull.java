package dev.prisma4j.engine.value;

/** The nulls of a Json field, in filters and in data. */
public enum JsonNull {
    /** The database's NULL: no value. */
    DB_NULL,
    /** The JSON value {@code null}. */
    JSON_NULL,
    /** Either of the two; only in filters. */
    ANY_NULL
}
